import { describe, expect, it } from '@jest/globals';
import type { Fingerprint } from '../../../src/engine/ports.ts';
import { IncompleteArtifactError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const quick = { delays: quickDelays };
const reuse = { mode: 'if-unchanged', requiredTags: [] } as const;

/** One that tells what is different by a single letter. */
function fingerprint(id: string, changed: readonly string[] = []): Fingerprint {
  return {
    id,
    changedMeanwhile: async () => changed,
    tags: { 'bake-ami:fingerprint': id, 'bake-ami:inputs': `letter:${id}` },
    changesSince: (tags) => {
      const before = tags['bake-ami:fingerprint'];
      if (before === undefined) return undefined;
      return before === id ? [] : [`the letter (${before})`];
    },
  };
}

/** A first bake, and the rig for the run after it on the same cloud. */
async function afterOne(first: RigOptions, second: RigOptions = {}) {
  const before = new Rig({ cloud: quick, fingerprint: fingerprint('a'), ...first });
  const baked = await before.bake();
  const callsBefore = before.cloud.calls.length;
  const rig = new Rig({ fingerprint: fingerprint('a'), reuse, ...first, ...second, shares: before });
  const calls = () =>
    rig.cloud.calls
      .slice(callsBefore)
      .filter(({ parameters }) => parameters['DryRun'] === undefined)
      .map(({ action, region }) => `${action} ${region}`);
  return { baked, before, rig, calls };
}

describe('an image that was made of the very same', () => {
  it('is handed on in two calls beside the one about the account, although its name would be taken, and nothing is made', async () => {
    const { baked, rig, calls } = await afterOne({});
    const { artifact, error, left } = await rig.bake();
    expect({ error, left }).toEqual({ error: undefined, left: [] });
    expect(calls().toSorted()).toEqual(['DescribeImages us-east-1', 'DescribeImages us-east-1']);
    const { images, fingerprint: id, isReused } = artifact?.summary ?? {};
    expect({ images, id, isReused }).toEqual({ images: baked.artifact?.summary.images, id: 'a', isReused: true });
    expect(artifact?.generated).toMatchObject({ BuildRegion: 'us-east-1', SourceAMI: artifact?.summary.sourceImageId });
    expect(artifact?.summary.madeBy).toEqual({ commit: 'c0ffee' });
    expect(baked.artifact?.summary.madeBy).toBeUndefined();
    expect(rig.journal).toEqual([]);
    expect(rig.logs()).toContain(
      `info: Reused, because nothing changed that decides the image: ${images?.[0]?.id} in us-east-1 (app-1), made of commit c0ffee`,
    );
    await artifact?.destroy(new AbortController().signal);
    expect(await rig.ownImages()).toHaveLength(1);
  });

  it('has no fingerprint where a file changed on this machine while it was made, and is made anew the next time', async () => {
    const changing = { fingerprint: fingerprint('a', ['files of provisioner 1 (file)']) };
    const { baked, before, rig } = await afterOne(changing);
    expect(baked.error).toBeUndefined();
    expect(baked.artifact?.summary.fingerprint).toBeUndefined();
    const [image] = await before.ownImages();
    expect(image?.Tags?.map(({ Key }) => Key)).not.toContain('bake-ami:fingerprint');
    expect(before.logs()).toContain(
      'warning: The AMI has no fingerprint, so it is not reused: while it was made, this changed on this machine: files of provisioner 1 (file)',
    );
    expect((await rig.bake()).error).toMatchObject({ code: 'ami-name-taken' });
  });

  it('has to be in every region that it is meant for', async () => {
    const source = 'ami_regions = ["eu-west-1", "us-west-2"]';
    const { baked, rig, calls } = await afterOne({ source });
    const { artifact } = await rig.bake();
    expect(artifact?.summary.images).toEqual(baked.artifact?.summary.images);
    expect(calls()).toHaveLength(4);
  });

  it('is made anew where reuse is not asked for', async () => {
    const { rig, calls } = await afterOne({}, { reuse: { mode: 'never', requiredTags: [] }, force: true });
    const { artifact } = await rig.bake();
    expect(artifact?.summary.isReused).toBeUndefined();
    expect(calls()).toContain('CreateImage us-east-1');
  });

  it('carries its fingerprint, and so do its snapshots and its copies', async () => {
    const { baked, rig } = await afterOne({ source: 'ami_regions = ["eu-west-1"]' });
    const created = rig.call('CreateImage');
    expect(Object.values(created).filter((value) => value === 'bake-ami:fingerprint')).toHaveLength(2);
    const [copy] = await rig.ownImages('eu-west-1');
    expect(copy?.Tags).toEqual(expect.arrayContaining([{ Key: 'bake-ami:fingerprint', Value: 'a' }]));
    expect(baked.artifact?.summary.fingerprint).toBe('a');
    expect(Object.values(rig.call('RunInstances'))).not.toContain('bake-ami:fingerprint');
  });

  it('is told apart by what the log says has changed', async () => {
    const { baked, rig } = await afterOne({}, { fingerprint: fingerprint('b'), force: true });
    const { artifact } = await rig.bake();
    expect(artifact?.summary.fingerprint).toBe('b');
    const before = baked.artifact?.summary.images[0]?.id;
    expect(artifact?.summary.previous).toEqual({ id: before, changes: ['the letter (a) changed'] });
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^info: Since ${before} \\(app-1, .*Z\\) was made, this changed: the letter \\(a\\)\\. A new one has to be made`,
        ),
      ),
    );
  });

  it('is not reused once it is deprecated, and the log says so', async () => {
    const day = 24 * 3_600_000;
    const tomorrow = new Date(new Rig().clock.now() + day).toISOString().replace(/\.\d+Z/, 'Z');
    const { rig } = await afterOne({ source: `deprecate_at = "${tomorrow}"` }, { source: '', force: true });
    await rig.clock.sleep(2 * day);
    const { artifact, error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(artifact?.summary.isReused).toBeUndefined();
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(/was made of the very same, and can not be reused: it is deprecated since 20/),
    );
  });

  it('is not reused without the tags that are required of it', async () => {
    const { rig } = await afterOne({}, { reuse: { ...reuse, requiredTags: ['bake-ami:verified'] }, force: true });
    const { artifact } = await rig.bake();
    expect(artifact?.summary.isReused).toBeUndefined();
    expect(rig.logs()).toContainEqual(expect.stringMatching(/can not be reused: it has no tag bake-ami:verified/));
  });

  it('is not taken from a run that has not finished it', async () => {
    const { before, rig } = await afterOne({}, { force: true });
    const [image] = await before.ownImages();
    const aws = await rig.connections.open({ region: 'us-east-1' });
    const Tags = [{ Key: 'bake-ami:expires-at', Value: '2099-01-01T00:00:00Z' }];
    await aws.ec2('us-east-1').createTags({ Resources: [image?.ImageId ?? ''], Tags }, new AbortController().signal);
    const { artifact } = await rig.bake();
    expect(artifact?.summary.isReused).toBeUndefined();
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(/can not be reused: the run that made it has not finished it/),
    );
  });

  it.each([
    // One is left for the tag that `prune` needs to go on where it was killed.
    [42, ['bake-ami:fingerprint', 'bake-ami:inputs']],
    [43, ['bake-ami:fingerprint']],
    [44, []],
  ])('has as much of its fingerprint as %s tags of the template leave room for', async (number, expected) => {
    const tags = Array.from({ length: number }, (_, index) => `t${index} = "x"`).join('\n');
    const rig = new Rig({ cloud: quick, fingerprint: fingerprint('a'), source: `tags = {\n${tags}\n}` });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const [image] = await rig.ownImages();
    const keys = image?.Tags?.map(({ Key }) => Key).filter((key) => /:(fingerprint|inputs)$/.test(key ?? ''));
    expect(keys).toEqual(expected);
    const told = rig.logs().some((log) => log.includes('has no fingerprint, because the template has too many tags'));
    expect(told).toBe(expected.length === 0);
  });

  it('is looked for in one call by builds that run at once', async () => {
    const { before, rig } = await afterOne({});
    const others = ['b', 'c', 'd'].map((id) => new Rig({ fingerprint: fingerprint(id), reuse, shares: before }));
    const start = rig.cloud.calls.length;
    await Promise.all([rig, ...others].map((each) => each.bake()));
    const looks = rig.cloud.calls
      .slice(start)
      .filter(({ parameters }) => parameters['Filter.1.Name'] === 'tag:bake-ami:fingerprint');
    expect(looks).toHaveLength(1);
  });
});

describe('an image whose copy to a region failed', () => {
  const source = 'ami_regions = ["eu-west-1", "us-west-2"]\ntags = { Name = "app" }\nami_users = ["111122223333"]';
  const failing = {
    action: 'CopyImage',
    call: 1,
    fault: { error: 'ImageLimitExceeded', message: 'Too many.', status: 400 },
  } as const;

  it('is completed by a run that may reuse it, which makes nothing but that copy', async () => {
    const { baked, rig, calls } = await afterOne({ source, cloud: { ...quick, faults: [failing] } });
    expect(baked.error).toBeInstanceOf(IncompleteArtifactError);
    expect(baked.error).toMatchObject({
      hint: expect.stringMatching(
        /run the same again with reuse: if-unchanged \(-reuse=if-unchanged\): it finds what is finished, and only makes what is missing in eu-west-1\.$/,
      ),
      artifact: { fingerprint: 'a' },
    });
    const { artifact, error, left } = await rig.bake();
    expect({ error, left }).toEqual({ error: undefined, left: [] });
    expect(calls().filter((call) => !call.startsWith('Describe'))).toEqual([
      'CopyImage eu-west-1',
      'ModifyImageAttribute eu-west-1',
      'CreateTags eu-west-1',
    ]);
    const regions = artifact?.summary.images.map(({ region }) => region);
    expect(regions).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
    // Something was made: what tests or deploys new images has to run.
    expect(artifact?.summary.isReused).toBeUndefined();
    const [copy] = await rig.ownImages('eu-west-1');
    expect(copy).toMatchObject({ Name: 'app-1', State: 'available' });
    expect(copy?.Tags).toEqual(
      expect.arrayContaining([
        { Key: 'Name', Value: 'app' },
        { Key: 'bake-ami:fingerprint', Value: 'a' },
        { Key: 'bake-ami:expires-at', Value: 'never' },
      ]),
    );
    assertEmpty(rig.cloud);
  });

  it('says the same again when the copy fails again', async () => {
    const { rig } = await afterOne({ source, cloud: { ...quick, faults: [failing, { ...failing, call: 3 }] } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      artifact: { images: [{ region: 'us-east-1' }, { region: 'us-west-2' }] },
      hint: expect.stringMatching(/only makes what is missing in eu-west-1\.$/),
    });
    assertEmpty(rig.cloud);
  });
});
