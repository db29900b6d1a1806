import {
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeRegionsCommand,
  DescribeSecurityGroupsCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { judgeOf } from '../../../src/local-cloud/permissions/policy.ts';
import { clientConfig, testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';

const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };

function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

describe('a cloud with a policy', () => {
  it('refuses what no statement allows, naming the action, and always says who is calling', async () => {
    const { cloud, ec2 } = testCloud({ policy: policy({ Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' }) });
    await expect(ec2.send(new DescribeRegionsCommand({}))).resolves.toBeDefined();
    await expect(
      ec2.send(new CreateSecurityGroupCommand({ GroupName: 'g', Description: 'd', DryRun: true })),
    ).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: expect.stringContaining(
        'not authorized to perform: ec2:CreateSecurityGroup on resource: arn:aws:ec2:us-east-1:123456789012:security-group/*',
      ),
    });
    await expect(new STSClient(clientConfig(cloud)).send(new GetCallerIdentityCommand({}))).resolves.toBeDefined();
  });

  it('lets a denial go before what is allowed', async () => {
    const { ec2 } = testCloud({
      policy: policy(ALLOW_ALL, { Effect: 'Deny', NotAction: 'ec2:DescribeRegions', Resource: '*' }),
    });
    await expect(ec2.send(new DescribeRegionsCommand({}))).resolves.toBeDefined();
    await expect(ec2.send(new DescribeSecurityGroupsCommand({}))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    });
  });

  it('holds conditions against the tags of the very resource', async () => {
    const { ec2 } = testCloud({
      policy: policy(
        { ...ALLOW_ALL, Action: ['ec2:CreateSecurityGroup', 'ec2:CreateTags'] },
        {
          ...ALLOW_ALL,
          Action: 'ec2:DeleteSecurityGroup',
          Condition: { Null: { 'aws:ResourceTag/bake-ami:run': 'false' } },
        },
      ),
    });
    const make = async (GroupName: string, Key: string): Promise<string | undefined> => {
      const TagSpecifications = [{ ResourceType: 'security-group' as const, Tags: [{ Key, Value: 'x' }] }];
      return (await ec2.send(new CreateSecurityGroupCommand({ GroupName, Description: 'd', TagSpecifications })))
        .GroupId;
    };
    const [ours, other] = [await make('ours', 'bake-ami:run'), await make('other', 'owner')];
    await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId: other }))).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: expect.stringContaining(`security-group/${other}`),
    });
    await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId: ours }))).resolves.toBeDefined();
  });

  it('asks for ec2:CreateTags, iam:PassRole and iam:TagRole where a request implies them', async () => {
    const without = (action: string) =>
      testCloud({ policy: policy(ALLOW_ALL, { ...ALLOW_ALL, Effect: 'Deny', Action: action }) });
    const launch = async ({ ec2 }: ReturnType<typeof testCloud>) =>
      ec2.send(
        new RunInstancesCommand({
          ImageId: await imageIdOf(ec2),
          InstanceType: 't3.micro',
          MinCount: 1,
          MaxCount: 1,
          DryRun: true,
          IamInstanceProfile: { Name: 'bake-ami' },
          TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'a', Value: 'b' }] }],
        }),
      );
    await expect(launch(without('ec2:CreateTags'))).rejects.toMatchObject({
      message: expect.stringContaining('ec2:CreateTags on resource: arn:aws:ec2:us-east-1:123456789012:instance/*'),
    });
    await expect(launch(without('iam:PassRole'))).rejects.toMatchObject({
      message: expect.stringContaining('iam:PassRole on resource: arn:aws:iam::123456789012:role/bake-ami'),
    });
    await expect(launch(without('iam:TagRole'))).rejects.toMatchObject({ name: 'DryRunOperation' });
    const { cloud } = without('iam:TagRole');
    await expect(
      new IAMClient(clientConfig(cloud)).send(
        new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: '{}', Tags: [{ Key: 'a', Value: 'b' }] }),
      ),
    ).rejects.toMatchObject({ name: 'AccessDenied', message: expect.stringContaining('iam:TagRole') });
  });
});

describe('a condition', () => {
  const context = new Map([
    ['aws:requestedregion', ['eu-west-1']],
    ['aws:tagkeys', ['a', 'b']],
  ]);
  const holds = (Condition: object): boolean =>
    judgeOf(policy({ ...ALLOW_ALL, Condition }))({ action: 'ec2:X', resource: '*', context });

  it.each([
    [{ StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } }, true],
    [{ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }, false],
    [{ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }, true],
    [{ StringLike: { 'aws:RequestedRegion': 'eu-*' } }, true],
    [{ StringEquals: { 'aws:Absent': 'x' } }, false],
    [{ StringEqualsIfExists: { 'aws:Absent': 'x' } }, true],
    [{ Null: { 'aws:Absent': 'true' } }, true],
    [{ Null: { 'aws:RequestedRegion': 'true' } }, false],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'b' } }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'b' } }, false],
  ])('%j comes to %s', (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  it('with an operator that is not known here is refused', () => {
    expect(() => holds({ DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } })).toThrow('DateLessThan');
  });
});
