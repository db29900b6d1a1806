import { describe, expect, it } from '@jest/globals';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { launchable } from '../support/launchable.ts';
import { json, query } from '../support/raw-calls.ts';

describe('a policy', () => {
  const policyOf = (...statements: readonly object[]): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: statements.map((each) => ({ Effect: 'Allow', ...each })) });

  it('is about what a request acts upon, and not about what its tags say', async () => {
    const { cloud } = testCloud({
      policy: policyOf(
        { Action: ['ec2:Describe*', 'ec2:CreateTags', 'ec2:CreateKeyPair'], Resource: ['*'] },
        { Action: 'ec2:CreateLaunchTemplate', Resource: 'arn:aws:ec2:*:*:launch-template/*' },
        { Action: 'ec2:CreateSecurityGroup', Resource: 'arn:aws:ec2:*:*:security-group/*' },
      ),
    });
    const { ImageId } = await launchable(cloud);
    const data = { 'LaunchTemplateData.ImageId': ImageId, 'LaunchTemplateData.InstanceType': 't3.nano' };
    expect(await refusal(cloud, 'CreateLaunchTemplate', { LaunchTemplateName: 'lt-name', ...data })).toBe('ok');
    const tagged = {
      GroupName: 'g',
      GroupDescription: 'd',
      'TagSpecification.1.ResourceType': 'security-group',
      'TagSpecification.1.Tag.1.Key': 'source',
      'TagSpecification.1.Tag.1.Value': ImageId,
    };
    expect(await refusal(cloud, 'CreateSecurityGroup', tagged)).toBe('ok');
  });

  it('holds the tags of a request against aws:RequestTag', async () => {
    const { cloud } = testCloud({
      policy: policyOf({
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestTag/Team': 'images' } },
      }),
    });
    const group = (value: string) => ({
      GroupName: 'g',
      GroupDescription: 'd',
      'TagSpecification.1.ResourceType': 'security-group',
      'TagSpecification.1.Tag.1.Key': 'Team',
      'TagSpecification.1.Tag.1.Value': value,
    });
    expect(await refusal(cloud, 'CreateSecurityGroup', group('others'))).toMatch(/^UnauthorizedOperation: /);
    expect(await refusal(cloud, 'CreateSecurityGroup', group('images'))).toBe('ok');
  });

  it('names secrets and roles by their ARNs', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret';
    const { cloud } = testCloud({
      policy: policyOf(
        { Action: 'secretsmanager:*', Resource: `${secret}:mine-??????` },
        { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/builder' },
      ),
    });
    const create = async (Name: string) =>
      (await json(cloud, 'secretsmanager', 'CreateSecret', { Name, SecretString: 'x' })).status;
    expect([await create('mine'), await create('theirs')]).toEqual([200, 400]);
    expect((await json(cloud, 'secretsmanager', 'GetSecretValue', { SecretId: 'mine' })).status).toBe(200);
    const assume = async (name: string) => {
      const given = { RoleArn: `arn:aws:iam::123456789012:role/${name}`, RoleSessionName: 'session' };
      return (await query(cloud, 'sts', 'AssumeRole', given)).status;
    };
    expect([await assume('builder'), await assume('admin')]).toEqual([200, 403]);
  });

  it('reads a JSON request as JSON, however it is written', async () => {
    const key = '00000000-0000-4000-8000-0000000000aa';
    const { cloud } = testCloud({
      kmsKeys: [key],
      policy: policyOf({ Action: 'kms:DescribeKey', Resource: `arn:aws:kms:*:*:key/${key}` }),
    });
    const escaped = `{"Description":"\\"KeyId\\": \\"alias/aws/ebs\\"","Key\\u0049d":"${key}"}`;
    expect((await json(cloud, 'kms', 'DescribeKey', escaped)).status).toBe(200);
    const other = `{"KeyId":"alias/aws/ebs","x":{"KeyId":"${key}"}}`;
    expect((await json(cloud, 'kms', 'DescribeKey', other)).body).toMatchObject({ __type: 'AccessDeniedException' });
  });

  it('knows the operators that say what may not be, and what holds of no values', async () => {
    const allowed = async (Condition: object): Promise<boolean> => {
      const { cloud } = testCloud({ policy: policyOf({ Action: '*', Resource: '*', Condition }) });
      return (await refusal(cloud, 'DescribeVpcs')) === 'ok';
    };
    expect(await allowed({ StringNotEqualsIgnoreCase: { 'aws:RequestedRegion': 'US-EAST-1' } })).toBe(false);
    expect(await allowed({ ArnNotLike: { 'aws:RequestedRegion': 'us-*' } })).toBe(false);
    expect(await allowed({ ArnNotEquals: { 'aws:RequestedRegion': 'eu-*' } })).toBe(true);
    // Nothing was tagged: `ForAnyValue` has no value that could hold, negated or not.
    expect(await allowed({ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'x' } })).toBe(false);
    expect(await allowed({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'x' } })).toBe(true);
  });
});
