import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CreateSnapshotCommand,
  DeleteVolumeCommand,
  DeregisterImageCommand,
  DescribeVolumesCommand,
  DisableImageCommand,
  EnableImageDeprecationCommand,
  RegisterImageCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PruneRequest, PruneResult } from '../../src/app/prune/prune-request.ts';
import { prune } from '../../src/app/prune.ts';
import { pruneHeadline, pruneNotes, pruneTable } from '../../src/app/texts/prune-text.ts';
import { undoTable } from '../../src/aws/undo/table.ts';
import { CHECK_NAMES } from '../../src/images/retention/usage/check.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { assertEmpty } from '../../src/local-cloud/cloud.ts';
import type { CallRecord, LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { countingIds } from '../support/local-cloud.ts';
import { PrunableCloud, USAGE_ROLE, USES, WINDOWS } from '../support/prunable-cloud.ts';

const { signal } = new AbortController();
const DAY = 86_400_000;

let site: PrunableCloud;
let events: BakeEvent[];

function open(options: Partial<LocalCloudOptions> = {}): void {
  site = new PrunableCloud(options);
  events = [];
}
beforeEach(() => open());

function run(overrides: Partial<PruneRequest> = {}): Promise<PruneResult> {
  const { clock, connections } = site;
  return prune(
    {
      clock,
      ids: countingIds(),
      environment: {},
      reporter: { report: (event) => void events.push(event) },
      secrets: new SecretRegistry(),
      signal,
      regions: [],
      region: undefined,
      keepLast: 1,
      keepDays: 0,
      keepTag: 'bake-ami:keep',
      mode: 'deregister',
      graceDays: 0,
      familyTags: [],
      selection: { tags: [], names: [] },
      maxDeletions: 1_000,
      skippedChecks: new Set(),
      usageRoles: [],
      dryRun: false,
      budgetMs: 60 * 60_000,
      ...overrides,
    },
    { connections, undo: undoTable(connections, clock) },
  );
}

const verdictOf = ({ findings }: PruneResult, id: string | undefined): string | undefined => {
  const found = findings.find(({ resource }) => resource.id === id);
  return found === undefined ? undefined : `${found.verdict}: ${found.why}`;
};

const ALL_USES = Object.entries(USES).flatMap(([check, uses]) =>
  Object.entries(uses).map(([name, use]) => ({ check, name, use })),
);

describe('a prune', () => {
  it('finds nothing in an account without images', async () => {
    const result = await run();
    expect(result).toMatchObject({ accountId: '123456789012', findings: [] });
    expect(result.error).toBeUndefined();
    expect(pruneHeadline(result, false)).toBe('No images to be judged in 2 regions of the AWS account 123456789012.');
  });

  it('keeps the newest images of a family in each region, and removes the others with their snapshots', async () => {
    const east = await site.images(4);
    const west = await site.images(3, { region: 'eu-west-1' });
    const result = await run({ keepLast: 2 });
    expect(result.error).toBeUndefined();
    expect(await site.there()).toEqual(new Set(east.slice(2)));
    expect(await site.there('eu-west-1')).toEqual(new Set(west.slice(1)));
    expect(await site.snapshots()).toHaveLength(2);
    expect(await site.snapshots('eu-west-1')).toHaveLength(2);
    assertEmpty(site.cloud);
    expect(verdictOf(result, east[0])).toBe('deregister: there are 2 newer ones of its family');
    expect(verdictOf(result, east[2])).toBe('keep: it is one of the newest 2 of its family');
    expect(verdictOf(result, east[3])).toBe('keep: it is the newest one of its family');
    expect(pruneHeadline(result, false)).toBe(
      '3 images deregistered in 2 regions of the AWS account 123456789012; 3 snapshots deleted. 4 images stay.',
    );
    expect(events.filter(({ type }) => type === 'resource-removed')).toHaveLength(6);
  });

  it('looks once more where the plan took long, and leaves what has come into use or has changed meanwhile', async () => {
    const [used = '', tagged = '', gone = '', free = '', newest = ''] = await site.images(5);
    // The last thing that is looked through takes minutes; the others have been by then.
    site.cloud.addFault({ action: 'DescribeParameters', when: ({ number }) => number <= 2, fault: { delay: 180_000 } });
    const meanwhile = site.clock.sleep(120_000).then(async () => {
      await site.launch(used);
      await site.tag(tagged, { 'bake-ami:keep': '' });
      await site.ec2().send(new DeregisterImageCommand({ ImageId: gone }));
    });
    const result = await run();
    await meanwhile;
    expect(result.error).toBeUndefined();
    expect(await site.there()).toEqual(new Set([used, tagged, newest]));
    expect(verdictOf(result, used)).toMatch(/^keep: it is used by the instance i-/);
    expect(verdictOf(result, tagged)).toBe('keep: it has the tag bake-ami:keep');
    expect(verdictOf(result, gone)).toBeUndefined();
    expect(verdictOf(result, free)).toBe('deregister: there is a newer one of its family');
  });

  it('says in a dry run what would become of each image, and changes nothing', async () => {
    const ids = await site.images(3);
    const before = site.cloud.calls.length;
    const result = await run({ dryRun: true });
    const writes = site.cloud.calls.slice(before).filter(({ action }) => !/^(Describe|Get)/.test(action));
    expect(writes).toEqual([]);
    expect(await site.there()).toEqual(new Set(ids));
    expect(pruneTable(result).rows.map((cells) => [cells[1], cells.at(-1)])).toEqual([
      [ids[1], 'would be deregistered: there is a newer one of its family'],
      [ids[0], 'would be deregistered: there is a newer one of its family'],
      [ids[2], 'stays: it is the newest one of its family'],
    ]);
    expect(pruneHeadline(result, true)).toBe(
      '2 images would be deregistered in 2 regions of the AWS account 123456789012. 1 image stays. A dry run: nothing was changed.',
    );
  });

  it('keeps images that were made or launched within so many days', async () => {
    const ids = await site.images(6);
    const instance = await site.launch(ids[0] ?? '');
    await site.ec2().send(new TerminateInstancesCommand({ InstanceIds: [instance] }));
    await site.clock.sleep(1.5 * DAY);
    const result = await run({ keepDays: 5 });
    expect(await site.there()).toEqual(new Set([ids[0], ...ids.slice(3)]));
    expect(verdictOf(result, ids[0])).toBe('keep: it was launched less than 5 days ago');
    expect(verdictOf(result, ids[1])).toBe(
      'deregister: there is a newer one of its family, and it is more than 5 days old',
    );
    expect(verdictOf(result, ids[3])).toBe('keep: it was made less than 5 days ago');
  });

  it('never takes images of different templates, releases or architectures for one family', async () => {
    const web = await site.images(2);
    const api = await site.images(1, { name: 'api' });
    const jammy = await site.images(1, { name: 'web-22.04' });
    const noble = await site.images(1, { name: 'web-24.04' });
    const other = await site.images(1, { tags: { 'bake-ami:run': 'r', 'bake-ami:build': 'db.amazon-ebs.ubuntu' } });
    await run();
    expect(await site.there()).toEqual(new Set([web[1], ...api, ...jammy, ...noble, ...other]));
  });

  it('takes the tags that are named for the family, and leaves images alone that have none of them', async () => {
    const tags = { 'bake-ami:run': 'r', 'bake-ami:build': 'x', Service: 'web' };
    const one = await site.images(1, { name: 'web-1', tags });
    const two = await site.images(1, { name: 'web-2', tags });
    const without = await site.images(2);
    const result = await run({ familyTags: ['Service'] });
    expect(await site.there()).toEqual(new Set([...two, ...without]));
    expect(verdictOf(result, one[0])).toMatch(/^deregister/);
    expect(verdictOf(result, without[0])).toBe('keep: it has no tag Service, so its family is not known');
  });

  it('touches images of others only where they are selected by name or tag', async () => {
    const packer = await site.images(3, { name: 'legacy', tags: {} });
    const ours = await site.images(2);
    await run({ dryRun: false });
    expect(await site.there()).toEqual(new Set([...packer, ours[1]]));
    await run({ selection: { names: ['leg*'], tags: [] } });
    expect(await site.there()).toEqual(new Set([packer[2], ours[1]]));
    await site.tag(ours[1] ?? '', { Stage: 'dev' });
    const byTag = await run({ selection: { names: [], tags: [{ key: 'Stage', value: 'd*' }] } });
    expect(byTag.findings.map(({ resource }) => resource.id)).toEqual([ours[1]]);
  });

  it('does nothing at all where the plan has more deletions than it may make', async () => {
    const ids = await site.images(4);
    const result = await run({ maxDeletions: 2 });
    expect(await site.there()).toEqual(new Set(ids));
    expect(result.error).toMatchObject({ code: 'too-many-deletions' });
    expect(result.error?.message).toBe(
      '3 images would be disabled or deregistered, and max-deletions is 2: nothing was done',
    );
    const dry = await run({ maxDeletions: 2, dryRun: true });
    expect(dry.error).toBeUndefined();
    expect(pruneHeadline(dry, true)).toMatch(/more than max-deletions/);
    expect((await run({ maxDeletions: 3 })).done.filter(({ kind }) => kind === 'image')).toHaveLength(3);
  });

  it('goes on where a run was killed after an image was deregistered and before its snapshots were deleted', async () => {
    const ids = await site.images(4);
    const takeBack = site.cloud.addFault({ action: 'DeleteSnapshot', fault: { error: 'InternalError' } });
    const killed = await run();
    expect(killed.left).toHaveLength(3);
    takeBack();
    expect(await site.there()).toEqual(new Set([ids[3]]));
    expect(await site.snapshots()).toHaveLength(4);
    const dry = await run({ dryRun: true });
    expect(pruneHeadline(dry, true)).toMatch(/^3 snapshots of an earlier run would be deleted/);
    const next = await run();
    expect(next.error).toBeUndefined();
    expect(await site.snapshots()).toHaveLength(1);
    expect(next.findings.filter(({ verdict }) => verdict === 'delete')).toHaveLength(3);
  });

  it('leaves a snapshot that something else holds, tells it, deletes the others, and tries again the next time', async () => {
    await site.images(4);
    const [held] = await site.snapshots();
    const message = 'This snapshot is managed by the AWS Backup service.';
    const release = site.cloud.addFault({
      action: 'DeleteSnapshot',
      when: ({ parameters }) => parameters['SnapshotId'] === held,
      fault: { error: 'InvalidParameterValue', message, status: 400 },
    });
    for (const snapshotsDeleted of [2, 0]) {
      const result = await run();
      expect(result.left.map(({ resource }) => resource.id)).toEqual([held]);
      expect(result.error).toMatchObject({ code: 'resource-left-behind', message: expect.stringContaining('Backup') });
      expect(result.done.filter(({ kind }) => kind === 'snapshot')).toHaveLength(snapshotsDeleted);
    }
    release();
    expect((await run()).error).toBeUndefined();
    expect(await site.snapshots()).toHaveLength(1);
  });

  it('tells where it can not take its marks back, and deletes what an earlier run has left all the same', async () => {
    const denied = { error: 'UnauthorizedOperation', message: 'No.', status: 403 };
    const [, stays = ''] = await site.images(3);
    const isIt = ({ parameters }: CallRecord): boolean => parameters['ImageId'] === stays;
    const faults = [
      site.cloud.addFault({ action: 'DeleteSnapshot', fault: denied }),
      site.cloud.addFault({ action: 'DeregisterImage', when: isIt, fault: denied }),
    ];
    expect((await run()).left).toHaveLength(2);
    for (const end of faults) end();
    await site.tag(stays, { 'bake-ami:keep': '' });
    const takeBack = site.cloud.addFault({ action: 'CreateTags', fault: denied });
    const result = await run();
    expect(result.done.map(({ kind }) => kind)).toEqual(['snapshot']);
    expect(result.left.map(({ error }) => error.message)).toEqual([
      expect.stringMatching(
        /^The snapshot snap-\w+ keeps its tag bake-ami:pruned-image, although its image stays: .*ec2:CreateTags/,
      ),
    ]);
    expect(result.error).toMatchObject({ code: 'resource-left-behind' });
    takeBack();
    expect((await run()).error).toBeUndefined();
    expect(await site.there()).toContain(stays);
    expect(await site.snapshots()).toHaveLength(2);
  });

  it('tells also of snapshots of an earlier run that nothing was begun in their region', async () => {
    const family = await site.images(2);
    const keeps = site.cloud.addFault({ action: 'DeleteSnapshot', fault: { error: 'InternalError' } });
    await run();
    keeps();
    await site.images(1);
    let reads = 0;
    const takeBack = site.cloud.addFault({
      action: 'DescribeVolumes',
      // The plan reads them first.
      when: ({ region }) => region === 'us-east-1' && ++reads > 1,
      fault: { error: 'UnauthorizedOperation', message: 'No.', status: 403 },
    });
    const result = await run();
    expect(result.left.map(({ resource }) => resource.kind)).toEqual(['image', 'snapshot']);
    expect(await site.there()).toContain(family[1]);
    takeBack();
    expect((await run()).error).toBeUndefined();
    expect(await site.snapshots()).toHaveLength(1);
  });

  it.each([1, 2, 3, 5, 8, 13])(
    'is finished by the next one, whichever call was the last before it was killed (%s)',
    async (last) => {
      const ids = await site.images(4);
      let writes = 0;
      const end = new AbortController();
      const takeBack = site.cloud.addFault({
        action: '*',
        when: ({ action }) => {
          if (/^(Describe|Get)/.test(action)) return false;
          writes += 1;
          if (writes === last) end.abort(new Error('killed'));
          return writes > last;
        },
        fault: 'drop-connection',
      });
      await run({ signal: end.signal });
      takeBack();
      const next = await run();
      expect(next.error).toBeUndefined();
      expect(await site.there()).toEqual(new Set([ids[3]]));
      expect(await site.snapshots()).toHaveLength(1);
    },
  );

  it('goes step by step with days of grace, and tells in between why an image is still there', async () => {
    const [old = ''] = await site.images(2);
    const step = () => run({ graceDays: 7 });
    expect(verdictOf(await step(), old)).toBe('deprecate: there is a newer one of its family');
    await site.clock.sleep(DAY);
    expect((await site.image(old))?.DeprecationTime).toBeDefined();
    expect(verdictOf(await step(), old)).toMatch(
      /^keep: it is deprecated since 2026-01-04, and grace-days let it be until 2026-01-11$/,
    );
    await site.clock.sleep(7 * DAY);
    expect(verdictOf(await step(), old)).toMatch(
      /^disable: there is a newer one of its family, deprecated since 2026-01-04$/,
    );
    expect((await site.image(old))?.State).toBe('disabled');
    await site.clock.sleep(6 * DAY);
    expect(verdictOf(await step(), old)).toMatch(/^keep: it is disabled since/);
    await site.clock.sleep(2 * DAY);
    expect(verdictOf(await step(), old)).toMatch(/^deregister:/);
    expect(await site.there()).not.toContain(old);
    expect(await site.snapshots()).toHaveLength(1);
  });

  it('also lets images go whose template has as many tags as EC2 takes', async () => {
    const full = Array.from({ length: 48 }, (_, index) => [`t${index}`, 'x'] as const);
    const tags = { ...Object.fromEntries(full), 'bake-ami:run': 'r', 'bake-ami:build': 'web' };
    const [atOnce = ''] = await site.images(2, { name: 'once', tags });
    expect((await run()).error).toBeUndefined();
    expect(await site.there()).not.toContain(atOnce);
    expect(await site.snapshots()).toHaveLength(1);

    const [slow = ''] = await site.images(2, { name: 'slow', tags });
    for (const days of [1, 8, 8, 8]) {
      expect((await run({ graceDays: 7 })).error).toBeUndefined();
      await site.clock.sleep(days * DAY);
    }
    expect(await site.there()).not.toContain(slow);
  });

  it('goes no further than mode says', async () => {
    const [old = ''] = await site.images(2);
    const result = await run({ mode: 'deprecate' });
    expect(verdictOf(result, old)).toMatch(/^deprecate:/);
    expect(pruneHeadline(result, false)).toMatch(/^1 image deprecated in/);
    await site.clock.sleep(DAY);
    expect(verdictOf(await run({ mode: 'deprecate' }), old)).toBe(
      'keep: it is deprecated, which is as far as mode lets it go',
    );
    expect(verdictOf(await run({ mode: 'disable' }), old)).toMatch(/^disable:/);
    expect(verdictOf(await run({ mode: 'disable' }), old)).toBe(
      'keep: it is disabled, which is as far as mode lets it go',
    );
  });

  it('keeps enough images that can be launched, and does not count disabled ones', async () => {
    const ids = await site.images(4);
    await site.ec2().send(new DisableImageCommand({ ImageId: ids[3] ?? '' }));
    const result = await run({ keepLast: 2 });
    expect(await site.there()).toEqual(new Set(ids.slice(1)));
    expect(verdictOf(result, ids[3])).toBe('keep: only 0 newer ones of its family can be launched');
  });

  it('deletes no snapshot that another image is made of or that was there before, and waits for volumes', async () => {
    const ids = await site.images(3);
    const ec2 = site.ec2();
    const snapshotOf = async (id: string | undefined) =>
      (await site.image(id ?? ''))?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId;
    const [first, second] = [await snapshotOf(ids[0]), await snapshotOf(ids[1])];
    const root = (SnapshotId: string | undefined) => [{ DeviceName: '/dev/sda1', Ebs: { SnapshotId } }];
    const { ImageId: stranger = '' } = await ec2.send(
      new RegisterImageCommand({ Name: 'stranger', RootDeviceName: '/dev/sda1', BlockDeviceMappings: root(first) }),
    );
    // A machine of the second image is gone, and a volume of it is not.
    const keep = { DeviceName: '/dev/sda1', Ebs: { DeleteOnTermination: false } };
    const instance = await site.launch(ids[1] ?? '', 'us-east-1', { BlockDeviceMappings: [keep] });
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [instance] }));
    await site.clock.sleep(DAY);
    const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({}));
    // A snapshot of somebody's own, mapped into an image of the family.
    const { SnapshotId: own = '' } = await ec2.send(new CreateSnapshotCommand({ VolumeId: Volumes[0]?.VolumeId }));
    await site.clock.sleep(DAY);
    const { ImageId: mapped = '' } = await ec2.send(
      new RegisterImageCommand({ Name: 'web 1767600000', RootDeviceName: '/dev/sda1', BlockDeviceMappings: root(own) }),
    );
    await site.tag(mapped, { 'bake-ami:run': 'r', 'bake-ami:build': 'web.amazon-ebs.ubuntu' });
    await site.clock.sleep(DAY);
    await site.images(1);

    const result = await run();
    expect(result.error).toBeUndefined();
    expect(await site.there()).not.toContain(mapped);
    const snapshots = await site.snapshots();
    expect(snapshots).toContain(own);
    expect(snapshots).toContain(first);
    expect(snapshots).toContain(second);
    expect(pruneNotes(result)).toEqual([
      `The snapshot ${first} in us-east-1 stays: the image ${stranger} is made of it.`,
      `The snapshot ${second} in us-east-1 stays: the volume ${Volumes[0]?.VolumeId} was made from it.`,
    ]);
    await ec2.send(new DeleteVolumeCommand({ VolumeId: Volumes[0]?.VolumeId ?? '' }));
    await run();
    expect(await site.snapshots()).not.toContain(second);
    expect(await site.snapshots()).toContain(first);
  });

  it('says once, with the remedy, that images whose names hold a version never follow each other', async () => {
    const names = ['web 1.0.3', 'web 1.0.4', 'web 1.1.0'];
    for (const name of names) await site.images(1, { name });
    const [first = ''] = await site.images(1, { name: 'api' });
    const result = await run();
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(['keep', 'keep', 'keep', 'keep']);
    expect(pruneNotes(result)).toEqual([
      expect.stringMatching(
        /^3 images, web 1\.1\.0 \d+ and web 1\.0\.4 \d+ among them, stay for ever: .*family: Service/,
      ),
    ]);
    await site.tag(first, { Service: 'api' });
    expect(pruneNotes(await run({ familyTags: ['Service'] }))).toEqual([]);
  });

  it('says nothing of the kind where each family keeps one image and the older one goes', async () => {
    for (const name of ['a 1', 'a 2', 'a 3', 'b', 'c']) await site.images(2, { name });
    const result = await run({ dryRun: true });
    expect(result.findings.filter(({ verdict }) => verdict === 'keep')).toHaveLength(5);
    expect(pruneNotes(result)).toEqual([]);
  });

  it('forgets what it has marked where an image stays after all', async () => {
    const [old = ''] = await site.images(2);
    const takeBack = site.cloud.addFault({ action: 'DeregisterImage', fault: { error: 'InternalError' } });
    await run();
    takeBack();
    await site.tag(old, { 'bake-ami:keep': 'yes' });
    await run();
    await site.ec2().send(new DeregisterImageCommand({ ImageId: old }));
    const result = await run();
    expect(result.findings.filter(({ resource }) => resource.kind === 'snapshot')).toEqual([]);
    expect(await site.snapshots()).toHaveLength(2);
  });

  it('fails where a region that was named can not be read, and only then', async () => {
    open({ deniedActions: ['ec2:DescribeImages'] });
    const named = await run({ regions: ['us-east-1'] });
    expect(named.error).toMatchObject({ code: 'region-unread', category: 'auth' });
    const all = await run();
    expect(all.error).toBeUndefined();
    expect(pruneNotes(all)).toHaveLength(2);
  });

  it('does not take a terminated instance, whose tags EC2 still shows, for a run that is going', async () => {
    const ids = await site.images(2);
    const instance = await site.launch(await site.publicImage());
    const tags = { 'bake-ami:run': 'r1', 'bake-ami:expires-at': new Date(site.clock.now() + DAY).toISOString() };
    await site.tag(instance, tags);
    expect(verdictOf(await run(), ids[0])).toBe(
      `keep: its run may still be going on, until ${tags['bake-ami:expires-at']}`,
    );
    await site.ec2().send(new TerminateInstancesCommand({ InstanceIds: [instance] }));
    await site.clock.sleep(60_000);
    expect(verdictOf(await run(), ids[0])).toMatch(/^deregister/);
  });

  it('takes the step of an image that its template has deprecated long ago', async () => {
    const [old = ''] = await site.images(2);
    const DeprecateAt = new Date(site.clock.now() + DAY);
    await site.ec2().send(new EnableImageDeprecationCommand({ ImageId: old, DeprecateAt }));
    await site.clock.sleep(10 * DAY);
    expect(verdictOf(await run({ graceDays: 7 }), old)).toMatch(/^disable:/);
  });
});

describe('a prune of images with fast launch', () => {
  const calls = (action: string) => site.cloud.calls.filter((call) => call.action === action);
  const denied = { error: 'UnauthorizedOperation', message: 'No.', status: 403 };

  it('switches it off for those that have it and go, in one look for all, and nowhere else', async () => {
    const [first = '', second = '', , newest = ''] = await site.images(4, { of: WINDOWS });
    for (const id of [first, second, newest]) await site.enableFastLaunch(id);
    await site.images(2, { name: 'linux' });
    const result = await run();
    expect(result.error).toBeUndefined();
    expect(calls('DescribeFastLaunchImages')).toHaveLength(1);
    expect(calls('DisableFastLaunch').map(({ parameters }) => parameters['ImageId'])).toEqual(
      expect.arrayContaining([first, second]),
    );
    expect(calls('DisableFastLaunch')).toHaveLength(2);
    assertEmpty(site.cloud);
  });

  it('asks for none of that where no Windows image goes', async () => {
    const [newest = ''] = await site.images(1, { of: WINDOWS });
    await site.enableFastLaunch(newest);
    await site.images(3, { name: 'linux' });
    site.cloud.addFault({ action: 'DescribeFastLaunchImages', fault: denied });
    expect((await run()).error).toBeUndefined();
    expect(await site.there()).toHaveProperty('size', 2);
    expect(calls('DescribeFastLaunchImages')).toEqual([]);
  });

  it.each(['DescribeFastLaunchImages', 'DisableFastLaunch'])(
    'leaves Windows images where %s is denied, with the reason, and those alone',
    async (action) => {
      const windows = await site.images(2, { of: WINDOWS });
      await site.enableFastLaunch(windows[0] ?? '');
      const linux = await site.images(2, { name: 'linux' });
      const takeBack = site.cloud.addFault({ action, fault: denied });
      const result = await run();
      expect(result.left.map(({ resource, error }) => [resource.id, error.message])).toEqual([
        [windows[0], expect.stringContaining(`ec2:${action}`)],
      ]);
      expect(result.error).toBeDefined();
      expect(await site.there()).toEqual(new Set([...windows, linux[1]]));
      takeBack();
      expect((await run()).error).toBeUndefined();
      expect(await site.there()).toEqual(new Set([windows[1], linux[1]]));
      assertEmpty(site.cloud);
    },
  );
});

describe('the IAM policy of docs/retention.md', () => {
  interface Statement {
    readonly Sid: string;
    readonly Action: readonly string[];
  }
  const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'retention.md'), 'utf8');
  const policy: { readonly Statement: readonly Statement[] } = JSON.parse(
    /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '',
  );
  const actions = policy.Statement.flatMap(({ Action }) => Action);

  /** A year of an image, with what the policy says or without one of its actions. */
  async function year(without?: string): Promise<PruneResult> {
    const Statement = policy.Statement.map((each) => ({
      ...each,
      Action: each.Action.filter((action) => action !== without),
    }));
    // Images, and what uses them, are made by somebody else.
    const makes = [
      'ec2:RunInstances',
      'ec2:CreateImage',
      'ec2:TerminateInstances',
      'ec2:CreateLaunchTemplate',
      'ec2:EnableFastLaunch',
      'ssm:PutParameter',
    ];
    const tags = { StringEquals: { 'ec2:CreateAction': 'CreateImage' } };
    const others = [
      { Effect: 'Allow', Action: makes, Resource: '*' },
      { Effect: 'Allow', Action: 'ec2:CreateTags', Resource: '*', Condition: tags },
    ];
    open({ policy: JSON.stringify({ Version: '2012-10-17', Statement: [...Statement, ...others] }) });
    const [oldest = ''] = await site.images(3, { of: WINDOWS });
    await site.enableFastLaunch(oldest);
    await USES['launch-templates']?.['a launch template by a parameter']?.(site, OLD_IMAGE, 1);
    let last = await run({ graceDays: 7 });
    for (let step = 0; step < 3 && last.error === undefined; step += 1) {
      await site.clock.sleep(8 * DAY);
      last = await run({ graceDays: 7 });
    }
    return last;
  }

  it('is enough for all that a prune does', async () => {
    const result = await year();
    expect(result.error).toBeUndefined();
    expect(await site.there()).toHaveProperty('size', 1);
    expect(await site.snapshots()).toHaveLength(1);
  });

  // The one that is left out finds the images in this test, too.
  it.each(actions.filter((action) => action !== 'ec2:DescribeImages'))('is not without %s', async (action) => {
    const result = await year(action);
    const isHeld = result.error !== undefined || result.unread.length > 0;
    expect(isHeld).toBe(true);
  });
});

const OLD_IMAGE = 'ami-0000000000000dead';

describe('an image that is in use', () => {
  it('stays, in 30 ways at once among 200 images, and all others go', async () => {
    open({ limits: { pageSize: 7 } });
    const ids = await site.images(200, { everyMs: 3_600_000 });
    const used = new Map<string, string>();
    for (const [index, { name, use }] of ALL_USES.entries()) {
      const id = ids[index * 6] ?? '';
      used.set(id, name);
      await use(site, id, index);
    }
    expect(used.size).toBe(30);
    const result = await run({ usageRoles: [USAGE_ROLE] });
    expect(result.error).toBeUndefined();
    const there = await site.there();
    expect([...used].filter(([id]) => !there.has(id))).toEqual([]);
    expect(there.size).toBe(31);
    expect(there).toContain(ids.at(-1));
    expect(pruneHeadline(result, false)).toMatch(
      /^169 images deregistered in .*; 169 snapshots deleted\. 31 images stay\.$/,
    );
    for (const [id, name] of used)
      expect([name, verdictOf(result, id)]).toEqual([name, expect.stringMatching(/^keep: /)]);
  }, 120_000);

  it.each(ALL_USES)('by $name stays', async ({ use }) => {
    const ids = await site.images(3);
    await use(site, ids[1] ?? '', 1);
    const result = await run({ usageRoles: [USAGE_ROLE] });
    expect(result.error).toBeUndefined();
    expect(await site.there()).toEqual(new Set([ids[1], ids[2]]));
  });

  it.each(
    ALL_USES.filter(
      ({ check, name }) =>
        check !== 'always' && !/of a launch template|of the template|by a parameter|version of a parameter/.test(name),
    ),
  )('by $name goes where the check $check is switched off by name', async ({ check, use }) => {
    const ids = await site.images(3);
    await use(site, ids[1] ?? '', 1);
    const name = CHECK_NAMES.find((each) => each === check) ?? 'instances';
    const skipped = name === 'launch-templates' ? (['launch-templates', 'launch-template-versions'] as const) : [name];
    await run({ usageRoles: [USAGE_ROLE], skippedChecks: new Set(skipped) });
    expect(await site.there()).toEqual(new Set([ids[2]]));
  });
});
