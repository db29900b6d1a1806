import { beforeEach, describe, expect, it } from '@jest/globals';
import { type SweepRequest, type SweepResult, sweep } from '../../src/app/sweep.ts';
import { sweepHeadline, sweepTable } from '../../src/app/texts/sweep-text.ts';
import type { Ec2Api } from '../../src/aws/api.ts';
import { AwsConnections } from '../../src/aws/connections.ts';
import { tagSpecification } from '../../src/aws/tags.ts';
import { undoTable } from '../../src/aws/undo/table.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { assertEmpty, createLocalCloud, type LocalCloud } from '../../src/local-cloud/cloud.ts';
import type { LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const { signal } = new AbortController();
const HOUR = 3_600_000;
const REGIONS = ['us-east-1', 'eu-west-1'];

let clock: VirtualClock;
let cloud: LocalCloud;
let connections: AwsConnections;
let events: BakeEvent[];

function open(options: Partial<LocalCloudOptions> = {}): void {
  clock = new VirtualClock({ autoAdvance: true });
  cloud = createLocalCloud({ clock, ids: countingIds(), regions: REGIONS, ...options });
  connections = new AwsConnections({
    environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' },
    clock,
    ids: countingIds(),
    registerSecret: () => undefined,
    userAgent: 'test',
    requestHandler: requestHandlerFor(cloud),
  });
  events = [];
}
beforeEach(() => open());

function run(overrides: Partial<SweepRequest> = {}): Promise<SweepResult> {
  return sweep(
    {
      clock,
      ids: countingIds(),
      environment: {},
      reporter: { report: (event) => void events.push(event) },
      secrets: new SecretRegistry(),
      signal,
      regions: [],
      region: undefined,
      runs: [],
      olderThanMs: 0,
      dryRun: false,
      budgetMs: 20 * 60_000,
      ...overrides,
    },
    { connections, undo: undoTable(connections, clock) },
  );
}

const ec2In = async (region: string): Promise<Ec2Api> => (await connections.open({ region })).ec2(region);

function tags(run: string, expiresInMs: number) {
  const expiresAt = new Date(clock.now() + expiresInMs).toISOString();
  return { 'bake-ami:run': run, 'bake-ami:build': 'app.amazon-ebs.ubuntu', 'bake-ami:expires-at': expiresAt };
}

async function keyPair(name: string, theirs: Readonly<Record<string, string>>, region = 'us-east-1'): Promise<string> {
  const ec2 = await ec2In(region);
  const TagSpecifications = [tagSpecification('key-pair', theirs)];
  return (await ec2.createKeyPair({ KeyName: name, TagSpecifications }, signal)).KeyPairId ?? '';
}

/** An instance with a group of its own and a second volume that EC2 would leave. */
async function instance(theirs: Readonly<Record<string, string>>, region = 'us-east-1'): Promise<string> {
  const ec2 = await ec2In(region);
  const { GroupId = '' } = await ec2.createSecurityGroup(
    { GroupName: 'packer_1', Description: 'x', TagSpecifications: [tagSpecification('security-group', theirs)] },
    signal,
  );
  const { Images = [] } = await ec2.describeImages({ Owners: ['099720109477'] }, signal);
  const { Instances = [] } = await ec2.runInstances(
    {
      ImageId: Images.find(({ Architecture }) => Architecture === 'x86_64')?.ImageId,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      SecurityGroupIds: [GroupId],
      BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { DeleteOnTermination: false, VolumeSize: 8 } }],
      TagSpecifications: [
        tagSpecification('instance', theirs),
        tagSpecification('volume', theirs),
        tagSpecification('network-interface', theirs),
      ],
    },
    signal,
  );
  await clock.sleep(20_000);
  return Instances[0]?.InstanceId ?? '';
}

async function image(instanceId: string, theirs: Readonly<Record<string, string>>): Promise<string> {
  const ec2 = await ec2In('us-east-1');
  const { ImageId = '' } = await ec2.createImage(
    {
      InstanceId: instanceId,
      Name: 'app 1',
      TagSpecifications: [tagSpecification('image', theirs), tagSpecification('snapshot', theirs)],
    },
    signal,
  );
  await clock.sleep(20_000);
  return ImageId;
}

async function ownImages(): Promise<(string | undefined)[]> {
  const { Images = [] } = await (await ec2In('us-east-1')).describeImages({ Owners: ['self'] }, signal);
  return Images.map(({ ImageId }) => ImageId);
}

const verdicts = ({ findings }: SweepResult): string[] =>
  findings.map(({ resource, verdict, why }) => `${resource.kind} ${verdict}: ${why}`);

describe('a sweep', () => {
  it('finds nothing in an account without runs', async () => {
    const result = await run();
    expect(result).toMatchObject({ accountId: '123456789012', regions: [...REGIONS].sort(), findings: [] });
    expect(result.error).toBeUndefined();
    expect(sweepHeadline(result, false)).toBe(
      'No run has left anything behind in 2 regions of the AWS account 123456789012.',
    );
  });

  it('removes all that a killed run has left, in every region and whatever uses what', async () => {
    const theirs = tags('dead', HOUR);
    const id = await instance(theirs);
    await image(id, theirs);
    await keyPair('packer_1', theirs, 'eu-west-1');
    await clock.sleep(HOUR);
    const result = await run();
    expect(result.error).toBeUndefined();
    expect(result.left).toEqual([]);
    const kinds = result.removed.map(({ kind }) => kind);
    for (const kind of ['instance', 'volume', 'security-group', 'key-pair', 'image', 'snapshot']) {
      expect(kinds).toContain(kind);
    }
    expect(kinds.indexOf('instance')).toBeLessThan(kinds.indexOf('security-group'));
    expect(kinds.indexOf('image')).toBeLessThan(kinds.indexOf('snapshot'));
    expect(events.filter(({ type }) => type === 'resource-removed')).toHaveLength(kinds.length);
    assertEmpty(cloud);
    expect(await ownImages()).toEqual([]);
  });

  it('removes nothing in a dry run, and says what it would remove', async () => {
    const id = await keyPair('packer_1', tags('dead', HOUR));
    await clock.sleep(2 * HOUR);
    const result = await run({ dryRun: true });
    expect(result).toMatchObject({ removed: [], left: [], findings: [{ resource: { id }, verdict: 'expired' }] });
    expect(sweepTable(result).rows).toEqual([
      [
        'us-east-1',
        `key pair ${id}`,
        'dead',
        'app.amazon-ebs.ubuntu',
        'would be removed: it expired at 2026-01-02T04:04:05.000Z',
      ],
    ]);
    expect(sweepHeadline(result, true)).toBe(
      '1 resource has expired in 2 regions of the AWS account 123456789012. A dry run: nothing was removed.',
    );
    expect(cloud.leftovers()).toHaveLength(1);
  });

  it('leaves a finished AMI and its snapshots, and does not even list them', async () => {
    const id = await instance(tags('done', HOUR));
    const finished = { ...tags('done', HOUR), 'bake-ami:expires-at': 'never' };
    const ami = await image(id, finished);
    await clock.sleep(100 * HOUR);
    const result = await run();
    expect(result.findings.some(({ resource }) => /image|snapshot/.test(resource.kind))).toBe(false);
    expect(await ownImages()).toEqual([ami]);
    expect(cloud.leftovers()).toEqual([]);
  });

  it('leaves everything of a run of which anything, anywhere, has not expired yet', async () => {
    await keyPair('old', tags('alive', HOUR));
    await keyPair('new', tags('alive', 5 * HOUR), 'eu-west-1');
    await clock.sleep(2 * HOUR);
    const result = await run();
    expect(verdicts(result).sort()).toEqual([
      'key-pair stays: it expires at 2026-01-02T08:04:05.000Z',
      'key-pair stays: its run may still be going on, until 2026-01-02T08:04:05.000Z',
    ]);
    expect(result.removed).toEqual([]);
  });

  it.each([
    [{ 'bake-ami:run': 'x' }, 'it has no tag bake-ami:expires-at'],
    [{ 'bake-ami:run': 'x', 'bake-ami:expires-at': '' }, 'its tag bake-ami:expires-at is "", which is not a time'],
    [
      { 'bake-ami:run': 'x', 'bake-ami:expires-at': '2020' },
      'its tag bake-ami:expires-at is "2020", which is not a time',
    ],
    [
      { 'bake-ami:run': 'x', 'bake-ami:expires-at': '2020-13-45T00:00:00Z' },
      'its tag bake-ami:expires-at is "2020-13-45T00:00:00Z", which is not a time',
    ],
  ])('leaves what is tagged %j', async (theirs, why) => {
    await keyPair('odd', theirs as Readonly<Record<string, string>>);
    const result = await run();
    expect(verdicts(result)).toEqual([`key-pair stays: ${why}`]);
    expect(cloud.leftovers()).toHaveLength(1);
  });

  it('never looks at what has an expiry and no run: that is not ours', async () => {
    await keyPair('theirs', { 'bake-ami:expires-at': '2020-01-01T00:00:00Z' });
    expect((await run()).findings).toEqual([]);
    expect(cloud.leftovers()).toHaveLength(1);
  });

  it('takes only the runs that are named, and only what has expired long enough ago', async () => {
    await keyPair('one', tags('one', HOUR));
    await keyPair('two', tags('two', HOUR));
    await clock.sleep(2 * HOUR);
    expect(verdicts(await run({ runs: ['one'], olderThanMs: 3 * HOUR }))).toEqual([
      'key-pair stays: it expired at 2026-01-02T04:04:05.000Z, less than 3 hours ago',
    ]);
    const result = await run({ runs: ['one'], olderThanMs: HOUR });
    expect(result.removed).toHaveLength(1);
    expect(cloud.leftovers()).toMatchObject([{ kind: 'key-pair', name: 'two' }]);
  });

  it('removes the temporary role and instance profile of a killed run, and no others', async () => {
    const iam = await (await connections.open({ region: 'us-east-1' })).iam();
    const make = async (name: string, theirs: Readonly<Record<string, string>>): Promise<void> => {
      const Tags = Object.entries(theirs).map(([Key, Value]) => ({ Key, Value }));
      const trust = { Version: '2012-10-17', Statement: [] };
      const policy = { ...trust, Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
      const AssumeRolePolicyDocument = JSON.stringify({
        ...trust,
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      });
      await iam.createRole({ RoleName: name, AssumeRolePolicyDocument, Tags }, signal);
      const PolicyDocument = JSON.stringify(policy);
      await iam.putRolePolicy({ RoleName: name, PolicyName: name, PolicyDocument }, signal);
      await iam.createInstanceProfile({ InstanceProfileName: name, Tags }, signal);
      await iam.addRoleToInstanceProfile({ InstanceProfileName: name, RoleName: name }, signal);
    };
    const uuid = '00000000-0000-4000-8000-000000000000';
    await make(`packer-${uuid}`, tags('dead', HOUR));
    await make(`packer-${uuid.replaceAll('8', '9')}`, {});
    await make('production', tags('dead', HOUR));
    await clock.sleep(2 * HOUR);
    const result = await run();
    expect(result.error).toBeUndefined();
    expect(result.removed.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      `iam-role packer-${uuid}`,
      `instance-profile packer-${uuid}`,
    ]);
    const { Roles = [] } = await iam.listRoles({}, signal);
    expect(Roles.map(({ RoleName }) => RoleName)).toEqual(
      expect.arrayContaining([`packer-${uuid.replaceAll('8', '9')}`, 'production']),
    );
  });

  it('does without IAM where that is not allowed, and says so', async () => {
    open({ deniedActions: ['iam:*'] });
    await keyPair('packer_1', tags('dead', HOUR));
    await clock.sleep(2 * HOUR);
    const result = await run({ regions: ['us-east-1'] });
    expect(result).toMatchObject({ removed: [{ kind: 'key-pair' }], error: undefined });
    expect(result.unread).toMatchObject([{ region: 'IAM', error: { code: 'not-authorised' } }]);
  });

  it('looks only in the regions that are named', async () => {
    await keyPair('here', tags('dead', HOUR));
    await keyPair('there', tags('dead', HOUR), 'eu-west-1');
    await clock.sleep(2 * HOUR);
    expect(await run({ regions: ['eu-west-1'] })).toMatchObject({ regions: ['eu-west-1'], removed: [{}] });
    expect(cloud.leftovers()).toMatchObject([{ region: 'us-east-1' }]);
  });

  it('does not list instances that are terminated, whose tags EC2 keeps for an hour', async () => {
    const id = await instance(tags('dead', 60_000));
    await (await ec2In('us-east-1')).terminateInstances({ InstanceIds: [id] }, signal);
    await clock.sleep(120_000);
    expect((await run()).findings.map(({ resource }) => resource.kind)).not.toContain('instance');
  });
});

describe('a sweep soon after a run', () => {
  it('does not say that what the run has removed stays, although EC2 keeps the tags for a while', async () => {
    const id = await instance(tags('done', 24 * HOUR));
    const ami = await image(id, tags('done', 24 * HOUR));
    const ec2 = await ec2In('us-east-1');
    await ec2.deregisterImage({ ImageId: ami }, signal);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await clock.sleep(60_000);
    const kinds = (await run()).findings.map(({ resource, verdict }) => `${resource.kind} ${verdict}`);
    expect(kinds).not.toContain('image stays');
    expect(kinds).not.toContain('instance stays');
    // What is there is still listed.
    expect(kinds).toContain('security-group stays');
    expect(kinds).toContain('snapshot stays');
  });
});

describe('a sweep that meets an AMI which carries an expiry although somebody uses it', () => {
  const made = async (): Promise<string> => {
    const id = await instance(tags('dead', HOUR));
    const ami = await image(id, tags('dead', HOUR));
    await clock.sleep(2 * HOUR);
    return ami;
  };

  it('leaves it, and its snapshots, when an instance runs on it', async () => {
    const ami = await made();
    const ec2 = await ec2In('us-east-1');
    const { Instances = [] } = await ec2.runInstances(
      { ImageId: ami, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 },
      signal,
    );
    const result = await run();
    expect(verdicts(result)).toContain(`image stays: ${Instances[0]?.InstanceId} was launched from the image`);
    expect(await ownImages()).toEqual([ami]);
    expect((await ec2.describeSnapshots({ OwnerIds: ['self'] }, signal)).Snapshots).toHaveLength(2);
    // The rest of the run goes.
    expect(result.removed.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['instance', 'security-group', 'volume']),
    );
  });

  it.each([
    ['shared', { UserId: '111122223333' }, 'the image is shared'],
    ['public', { Group: 'all' as const }, 'the image is public'],
  ])('leaves it when it is %s', async (_how, permission, why) => {
    const ami = await made();
    const ec2 = await ec2In('us-east-1');
    await ec2.modifyImageAttribute({ ImageId: ami, LaunchPermission: { Add: [permission] } }, signal);
    const result = await run();
    expect(verdicts(result)).toContain(`image stays: ${why}`);
    expect(verdicts(result)).toContain(`snapshot stays: ${ami} is made of it`);
    expect(await ownImages()).toEqual([ami]);
  });

  it('leaves it when it may not look whether it is shared', async () => {
    open({ deniedActions: ['ec2:DescribeImageAttribute'] });
    const ami = await made();
    const result = await run();
    expect(verdicts(result).join()).toMatch(/image stays: it could not be looked at: .*ec2:DescribeImageAttribute/);
    expect(await ownImages()).toEqual([ami]);
  });

  it('finds the user on a later page too', async () => {
    open({ limits: { pageSize: 1 } });
    const ami = await made();
    const ec2 = await ec2In('us-east-1');
    for (let count = 0; count < 3; count += 1) {
      const { Instances = [] } = await ec2.runInstances(
        { ImageId: ami, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 },
        signal,
      );
      if (count < 2) await ec2.terminateInstances({ InstanceIds: [Instances[0]?.InstanceId ?? ''] }, signal);
      await clock.sleep(30_000);
    }
    expect(verdicts(await run()).join()).toMatch(/image stays: i-\w+ was launched from the image/);
    expect(await ownImages()).toEqual([ami]);
  });
});

describe('a sweep that is refused something', () => {
  const denied = { error: 'UnauthorizedOperation', message: 'No.', status: 403 };

  it('passes a closed region over and says so; it is no failure as long as nobody named it', async () => {
    await keyPair('packer_1', tags('dead', HOUR));
    await clock.sleep(2 * HOUR);
    cloud.addFault({ action: 'DescribeTags', when: ({ region }) => region === 'eu-west-1', fault: denied });
    const result = await run();
    expect(result).toMatchObject({ regions: ['us-east-1'], removed: [{ kind: 'key-pair' }], error: undefined });
    expect(result.unread).toMatchObject([{ region: 'eu-west-1', error: { code: 'not-authorised' } }]);
    expect((await run({ regions: ['eu-west-1'] })).error).toMatchObject({ code: 'region-unread', category: 'auth' });
  });

  it('says how to do without the list of regions', async () => {
    cloud.addFault({ action: 'DescribeRegions', fault: denied });
    expect((await run()).error).toMatchObject({
      code: 'regions-unknown',
      hint: 'Allow ec2:DescribeRegions, or name the regions to look through (-regions; the action: input regions).',
    });
  });

  it('reports what it may not remove, removes the rest, and fails', async () => {
    const id = await instance(tags('dead', HOUR));
    await keyPair('packer_1', tags('dead', HOUR));
    await clock.sleep(2 * HOUR);
    cloud.addFault({ action: 'TerminateInstances', fault: denied });
    const result = await run();
    expect(result.removed.map(({ kind }) => kind)).toEqual(['key-pair']);
    expect(result.left.map(({ resource }) => resource.id)).toContain(id);
    expect(result.error).toMatchObject({ code: 'resource-left-behind', category: 'left-behind' });
    expect(
      sweepTable(result)
        .rows.map((cells) => cells.at(-1))
        .join(),
    ).toMatch(/left: Could not remove instance i-/);
  });

  it('does not wait without end for what somebody else uses', async () => {
    const theirs = tags('dead', HOUR);
    const ec2 = await ec2In('us-east-1');
    const { GroupId = '' } = await ec2.createSecurityGroup(
      { GroupName: 'packer_1', Description: 'x', TagSpecifications: [tagSpecification('security-group', theirs)] },
      signal,
    );
    const { Images = [] } = await ec2.describeImages({ Owners: ['099720109477'] }, signal);
    const ImageId = Images.find(({ Architecture }) => Architecture === 'x86_64')?.ImageId;
    await ec2.runInstances(
      { ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1, SecurityGroupIds: [GroupId] },
      signal,
    );
    await clock.sleep(2 * HOUR);
    const began = clock.now();
    const result = await run();
    expect(result.left).toMatchObject([{ resource: { id: GroupId } }]);
    expect(clock.now() - began).toBeLessThan(10 * 60_000);
  });
});
