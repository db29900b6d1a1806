import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays, realisticDelays } from '../../../src/local-cloud/options.ts';
import { findings, MINIMUM } from './support/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const POLICY = `temporary_iam_instance_profile_policy_document {
  Statement {
    Effect   = "Allow"
    Action   = ["s3:GetObject", "logs:*"]
    Resource = ["*"]
  }
}
`;
const quick = { delays: quickDelays };

async function succeeds(options: RigOptions): Promise<Rig> {
  const rig = new Rig({ cloud: quick, ...options });
  const { error, left } = await rig.bake();
  expect(error).toBeUndefined();
  expect(left).toEqual([]);
  assertEmpty(rig.cloud);
  return rig;
}

/** The tags of an IAM request. */
function tags(rig: Rig, action: string): Record<string, string> {
  const parameters = rig.call(action);
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => {
      const [, index] = /^Tags\.member\.(\d+)\.Key$/.exec(name) ?? [];
      return index === undefined ? [] : [[value, parameters[`Tags.member.${index}.Value`] ?? '']];
    }),
  );
}

describe('a temporary instance profile', () => {
  it('has a role with the policy of the template, which EC2 may take on', async () => {
    const rig = await succeeds({ source: POLICY });
    const name = rig.call('CreateRole')['RoleName'] ?? '';
    expect(name).toMatch(/^packer-[0-9a-f-]{36}$/);
    expect(JSON.parse(rig.call('CreateRole')['AssumeRolePolicyDocument'] ?? '')).toMatchObject({
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    expect(rig.call('PutRolePolicy')).toMatchObject({ RoleName: name, PolicyName: name });
    expect(JSON.parse(rig.call('PutRolePolicy')['PolicyDocument'] ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 'logs:*'], Resource: ['*'] }],
    });
    expect(rig.call('AddRoleToInstanceProfile')).toEqual({ InstanceProfileName: name, RoleName: name });
    expect(rig.call('RunInstances')).toMatchObject({ 'IamInstanceProfile.Name': name });
  });

  it('is waited for by the launch itself, which costs no call but the one that EC2 was too early for', async () => {
    const rig = await succeeds({ source: POLICY, cloud: { delays: realisticDelays } });
    const launches = rig.realCalls.filter(({ action }) => action === 'RunInstances');
    expect(launches.length).toBeGreaterThan(1);
    expect(launches.map(({ parameters }) => parameters['DryRun'])).toEqual(launches.map(() => undefined));
    expect(rig.calls()).not.toContain('GetRole');
    expect(rig.calls()).not.toContain('GetInstanceProfile');
  });

  it('is waited for by a fleet too', async () => {
    const rig = await succeeds({ source: `${POLICY}spot_price = "auto"`, cloud: { delays: realisticDelays } });
    expect(rig.calls().filter((call) => call === 'CreateFleet').length).toBeGreaterThan(1);
  });

  it('is marked with run_tags, and as ours', async () => {
    const rig = await succeeds({ source: `${POLICY}run_tags = { Team = "a" }` });
    for (const action of ['CreateRole', 'CreateInstanceProfile']) {
      expect(tags(rig, action)).toMatchObject({ Team: 'a', 'bake-ami:run': 'run1' });
    }
  });

  it.each([
    ['', {}],
    ['run_tags = { Team = "a" }', { Team: 'a' }],
  ])('has only the tags that Packer would give it where others are not allowed (%j)', async (source, expected) => {
    const rig = new Rig({ source: POLICY + source, cloud: quick });
    rig.cloud.addFault({
      action: '*',
      when: ({ action, parameters }) =>
        /^Create(Role|InstanceProfile)$/.test(action) && Object.values(parameters).includes('bake-ami:run'),
      fault: {
        error: 'AccessDenied',
        message: 'User: arn:aws:iam::123456789012:user/x is not authorized to perform: iam:TagRole on resource: y',
        status: 403,
      },
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const made = rig.realCalls.filter(({ action }) => action === 'CreateRole').at(-1)?.parameters ?? {};
    const keys = Object.keys(made).filter((name) => name.startsWith('Tags.member.'));
    expect(keys.length).toBe(Object.keys(expected).length * 2);
    expect(rig.logs().join('\n')).toContain('is not marked as ours');
    assertEmpty(rig.cloud);
  });

  it('goes in the right order, after the instance', async () => {
    const rig = await succeeds({ source: POLICY });
    const calls = rig.calls();
    expect(calls.indexOf('TerminateInstances')).toBeLessThan(calls.lastIndexOf('DeleteInstanceProfile'));
    for (const last of ['DeleteRole', 'DeleteInstanceProfile']) {
      expect(calls.indexOf('RemoveRoleFromInstanceProfile')).toBeLessThan(calls.lastIndexOf(last));
    }
  });

  it('is written down before it is made, and found again by its name alone', async () => {
    const rig = await succeeds({ source: POLICY });
    const intents = rig.journal.flatMap((entry) => (entry.type === 'intent' ? [entry.intent.kind] : []));
    expect(intents).toEqual(expect.arrayContaining(['iam-role', 'instance-profile']));
    expect(intents.indexOf('instance')).toBeGreaterThan(intents.indexOf('iam-role'));
  });

  it('is not made beside a profile of the template', async () => {
    const rig = await succeeds({ source: `${POLICY}iam_instance_profile = "bake-ami"` });
    expect(rig.calls()).not.toContain('CreateRole');
    expect(rig.call('RunInstances')).toMatchObject({ 'IamInstanceProfile.Name': 'bake-ami' });
  });

  it('with a policy that IAM does not take ends the build, and leaves nothing', async () => {
    const rig = new Rig({ cloud: quick, source: POLICY.replace('"logs:*"', '"everything"') });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ message: expect.stringContaining('MalformedPolicyDocument') });
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
  });
});

describe('a policy document is looked at before', () => {
  const document = (body: string): string => `${MINIMUM}temporary_iam_instance_profile_policy_document {\n${body}\n}\n`;

  it.each([
    ['', ['The policy document is incomplete']],
    [
      'Statement {\n}',
      ['The policy document is incomplete', 'The policy document is incomplete', 'The policy document is incomplete'],
    ],
    ['Statement {\n Effect = "Allow"\n Action = ["s3:*"]\n}', ['The policy document is incomplete']],
    ['Statement {\n Effect = "Allow"\n Action = ["s3:*"]\n Resource = ["*"]\n}', []],
  ])('for what IAM would miss: %j', (body, summaries) => {
    expect(findings(document(body)).map((finding) => finding.replace(/^\d+: /, ''))).toEqual(summaries);
  });

  it('for being of no effect', () => {
    expect(findings(`${MINIMUM}${POLICY}iam_instance_profile = "x"`)).toEqual([
      '10: temporary_iam_instance_profile_policy_document has no effect beside iam_instance_profile',
    ]);
  });
});
