import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { clientConfig, testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }],
});
const Tags = [{ Key: 'bake-ami:run', Value: 'run1' }];

function iamCloud() {
  const rig = testCloud();
  return { ...rig, iam: new IAMClient(clientConfig(rig.cloud)) };
}

async function made(iam: IAMClient): Promise<void> {
  await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: TRUST, Tags }));
  await iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'p', PolicyDocument: POLICY }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'ip', Tags }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'ip', RoleName: 'r' }));
}

describe('a role in an instance profile', () => {
  it('is shown with its tags and its policy', async () => {
    const { iam } = iamCloud();
    await made(iam);
    expect((await iam.send(new GetRoleCommand({ RoleName: 'r' }))).Role).toMatchObject({
      Arn: 'arn:aws:iam::123456789012:role/r',
      Tags,
      AssumeRolePolicyDocument: encodeURIComponent(TRUST),
    });
    expect((await iam.send(new GetRolePolicyCommand({ RoleName: 'r', PolicyName: 'p' }))).PolicyDocument).toBe(
      encodeURIComponent(POLICY),
    );
    expect(
      (await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: 'ip' }))).InstanceProfile,
    ).toMatchObject({ Roles: [{ RoleName: 'r' }], Tags });
  });

  it('goes only in the right order', async () => {
    const { cloud, iam } = iamCloud();
    await made(iam);
    const conflict = { name: 'DeleteConflictException' };
    await expect(iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: 'ip' }))).rejects.toMatchObject(
      conflict,
    );
    await expect(iam.send(new DeleteRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject(conflict);
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: 'ip', RoleName: 'r' }));
    await expect(iam.send(new DeleteRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject(conflict);
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'r', PolicyName: 'p' }));
    expect(cloud.leftovers().map(({ kind, id }) => `${kind} ${id}`)).toEqual(['iam-role r', 'instance-profile ip']);
    await iam.send(new DeleteRoleCommand({ RoleName: 'r' }));
    await iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: 'ip' }));
    assertEmpty(cloud);
    const gone = { name: 'NoSuchEntityException' };
    await expect(iam.send(new DeleteRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject(gone);
    await expect(iam.send(new DeleteRolePolicyCommand({ RoleName: 'r', PolicyName: 'p' }))).rejects.toMatchObject(gone);
  });

  it('has a name of its own, and a profile has one role', async () => {
    const { iam } = iamCloud();
    await made(iam);
    await expect(
      iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: TRUST })),
    ).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
    await expect(iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'ip' }))).rejects.toMatchObject({
      name: 'EntityAlreadyExistsException',
    });
    await expect(
      iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'ip', RoleName: 'r' })),
    ).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  it.each([
    ['{', 'This policy contains invalid Json'],
    ['{"Version":"","Statement":[]}', 'The policy must contain a valid version string.'],
    ['{"Statement":[]}', 'Syntax errors in policy.'],
    ['{"Statement":[{"Effect":"Maybe","Action":"s3:*","Resource":"*"}]}', 'Syntax errors in policy.'],
    ['{"Statement":[{"Effect":"Allow","Resource":"*"}]}', 'Policy statement must contain actions.'],
    ['{"Statement":[{"Effect":"Allow","Action":["s3:*"]}]}', 'Policy statement must contain resources.'],
    [
      '{"Statement":[{"Effect":"Allow","Action":"everything","Resource":"*"}]}',
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
  ])('takes no policy like %s', async (PolicyDocument, message) => {
    const { iam } = iamCloud();
    await made(iam);
    await expect(
      iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'p', PolicyDocument })),
    ).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException', message });
  });

  it('takes only the characters that IAM has for names and tags', async () => {
    const { iam } = iamCloud();
    const role = (RoleName: string, Value: string) =>
      iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST, Tags: [{ Key: 'a', Value }] }));
    await expect(role('no spaces', '')).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(role('r', 'no (brackets)')).rejects.toMatchObject({ name: 'ValidationError' });
    await role('r', 'letters 1 _.:/=+-@');
  });

  it('is known to EC2 a little later', async () => {
    const { clock, cloud, iam } = iamCloud();
    const ec2 = new EC2Client(clientConfig(cloud));
    const launch = async (more = {}) =>
      ec2.send(
        new RunInstancesCommand({
          ...more,
          ImageId: await imageIdOf(ec2),
          InstanceType: 't3.micro',
          MinCount: 1,
          MaxCount: 1,
          IamInstanceProfile: { Name: 'ip' },
        }),
      );
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'ip' }));
    await expect(launch()).rejects.toThrow('has no associated IAM Roles');
    await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }));
    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'ip', RoleName: 'r' }));
    await expect(launch()).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: 'Value (ip) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    });
    // Packer waits by dry runs.
    await expect(launch({ DryRun: true })).rejects.toThrow('Invalid IAM Instance Profile name');
    await clock.advance(500);
    await expect(launch({ DryRun: true })).rejects.toMatchObject({ name: 'DryRunOperation' });
    await launch();
  });
});
