import { describe, expect, it } from '@jest/globals';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { launchable } from '../support/launchable.ts';
import { query, values } from '../support/raw-calls.ts';

describe('several instances of one request', () => {
  it('change all of them, or none', async () => {
    const { cloud, clock } = testCloud();
    const launch = await launchable(cloud);
    const [id = ''] = values((await query(cloud, 'ec2', 'RunInstances', launch)).body, 'instanceId');
    const guarded = { ...launch, DisableApiTermination: 'true', DisableApiStop: 'true' };
    const [other = ''] = values((await query(cloud, 'ec2', 'RunInstances', guarded)).body, 'instanceId');
    const elsewhere = { ...launch, 'Placement.AvailabilityZone': 'us-east-1b' };
    const [far = ''] = values((await query(cloud, 'ec2', 'RunInstances', elsewhere)).body, 'instanceId');
    await clock.advance(1_000);
    const states = async () => values((await query(cloud, 'ec2', 'DescribeInstances')).body, 'name').filter(isState);
    const both = { 'InstanceId.1': id, 'InstanceId.2': other };
    expect(await refusal(cloud, 'StopInstances', both)).toMatch(/^OperationNotPermitted: /);
    expect(await states()).toEqual(['running', 'running', 'running']);
    // Of another zone than the protected one: that one goes.
    expect(await refusal(cloud, 'TerminateInstances', { ...both, 'InstanceId.3': far })).toMatch(
      /^OperationNotPermitted: The instance '.*' may not be terminated/,
    );
    expect(await states()).toEqual(['running', 'running', 'shutting-down']);
    expect(await refusal(cloud, 'RebootInstances', { 'InstanceId.1': id, 'InstanceId.2': far })).toMatch(
      /^IncorrectInstanceState: /,
    );
  });
});

function isState(text: string): boolean {
  return ['pending', 'running', 'shutting-down', 'stopping', 'stopped'].includes(text);
}

describe('what an instance shows', () => {
  it('is the ARN and the id of its own profile, with the path', async () => {
    const { cloud, clock } = testCloud();
    const trust =
      '{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
    await query(cloud, 'iam', 'CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: trust });
    const made = await query(cloud, 'iam', 'CreateInstanceProfile', { InstanceProfileName: 'p', Path: '/team/' });
    await query(cloud, 'iam', 'AddRoleToInstanceProfile', { InstanceProfileName: 'p', RoleName: 'r' });
    await clock.advance(1_000);
    const launch = { ...(await launchable(cloud)), 'IamInstanceProfile.Name': 'p' };
    const { body } = await query(cloud, 'ec2', 'RunInstances', launch);
    expect(values(body, 'arn')).toEqual(['arn:aws:iam::123456789012:instance-profile/team/p']);
    expect(values(body, 'id')).toEqual(values(made.body, 'InstanceProfileId'));
  });
});
