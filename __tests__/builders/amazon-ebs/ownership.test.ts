import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { type CallRecord, type FaultPlan, quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const quick = { delays: quickDelays };
const denied = {
  error: 'UnauthorizedOperation',
  message: 'You are not authorized to perform this operation.',
  status: 403,
};
const isDryRun = ({ parameters }: CallRecord): boolean => parameters['DryRun'] !== undefined;
/** Refuses our own tags in a create call, as a policy does that knows only those of the template. */
const isOurs = ({ parameters }: CallRecord): boolean => Object.values(parameters).includes('bake-ami:run');

async function bake(faults: readonly FaultPlan[], options: RigOptions = {}): Promise<Rig> {
  const rig = new Rig({ ...options, cloud: { ...quick, ...options.cloud, faults } });
  const { error, left } = await rig.bake();
  expect(error).toBeUndefined();
  expect(left).toEqual([]);
  assertEmpty(rig.cloud);
  return rig;
}

/** The tags of each kind of resource in a request. */
function tagged({ parameters }: CallRecord): Record<string, Record<string, string>> {
  const kinds: Record<string, Record<string, string>> = {};
  for (const [name, kind] of Object.entries(parameters)) {
    const [, number] = /^TagSpecification\.(\d+)\.ResourceType$/.exec(name) ?? [];
    if (number === undefined) continue;
    const keys = Object.entries(parameters).filter(([key]) => key.startsWith(`TagSpecification.${number}.Tag.`));
    kinds[kind] = Object.fromEntries(
      keys
        .filter(([key]) => key.endsWith('.Key'))
        .map(([key, value]) => [value, parameters[key.replace(/Key$/, 'Value')] ?? '']),
    );
  }
  return kinds;
}

describe('what marks everything of a run', () => {
  it.each([
    ['ImportKeyPair', ['key-pair']],
    ['CreateSecurityGroup', ['security-group']],
    ['RunInstances', ['instance', 'network-interface', 'volume']],
    ['CreateImage', ['image', 'snapshot']],
    ['CopyImage', ['image', 'snapshot']],
  ])('is in the very call that creates it: %s', async (action, kinds) => {
    const rig = await bake([], { source: 'ami_regions = ["us-west-2"]' });
    const calls = rig.cloud.calls.filter((call) => call.action === action);
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      expect(Object.keys(tagged(call)).sort()).toEqual(kinds);
      for (const tags of Object.values(tagged(call))) {
        expect(tags).toMatchObject({
          'bake-ami:run': 'run1',
          'bake-ami:build': 'test.amazon-ebs.machine',
          'bake-ami:expires-at': expect.stringMatching(/^2026-01-02T09:04:\d\d\.\d{3}Z$/),
        });
      }
    }
  });

  it.each(['ImportKeyPair', 'CreateSecurityGroup', 'RunInstances', 'CreateImage', 'CopyImage'])(
    'leaves nothing where a policy allows no others at %s, and the answer of the call without them is lost',
    async (action) => {
      let isLost = false;
      const loses = (call: CallRecord): boolean => {
        if (isLost || isOurs(call) || isDryRun(call)) return false;
        isLost = true;
        return true;
      };
      await bake(
        [
          { action, when: isOurs, fault: denied },
          { action, when: loses, fault: 'drop-answer' },
        ],
        { source: 'ami_regions = ["us-west-2"]' },
      );
      expect(isLost).toBe(true);
    },
  );

  it.each(['ImportKeyPair', 'CreateSecurityGroup', 'RunInstances', 'CreateImage', 'CopyImage'])(
    'leaves nothing either where the run is cancelled at the very moment when such an answer of %s is lost',
    async (action) => {
      let isMade = false;
      const rig = new Rig({ source: 'ami_regions = ["us-west-2"]', cloud: quick });
      rig.cloud.addFault({ action, when: isOurs, fault: denied });
      rig.cloud.addFault({
        action,
        when: (call) => {
          if (isDryRun(call)) return false;
          isMade = true;
          rig.controller.abort(new Error('cancelled'));
          return true;
        },
        fault: 'drop-answer',
      });
      const { error, left } = await rig.bake();
      expect(isMade).toBe(true);
      expect(error).toMatchObject({ category: 'cancelled' });
      expect(left).toEqual([]);
      expect([...(await rig.ownImages()), ...(await rig.ownImages('us-west-2'))]).toEqual([]);
      assertEmpty(rig.cloud);
    },
  );

  it.each([
    ['ImportKeyPair', 'The key pair packer_'],
    ['CreateSecurityGroup', 'The security group packer_'],
    ['RunInstances', 'The instance is'],
    ['CreateImage', 'The AMI app-1 is'],
    ['CopyImage', 'The AMI app-1 in us-west-2'],
  ])(
    'falls back to the tags of the template where a policy allows no others at %s, and says so',
    async (action, what) => {
      const rig = await bake([{ action, when: isOurs, fault: denied }], {
        source: 'ami_regions = ["us-west-2"]\nrun_tags = { team = "web" }\ntags = { os = "ubuntu" }',
      });
      const last = rig.cloud.calls.filter((call) => call.action === action).at(-1);
      for (const tags of Object.values(last === undefined ? {} : tagged(last))) {
        expect(Object.keys(tags)).not.toContain('bake-ami:run');
      }
      expect(Object.keys(last === undefined ? {} : tagged(last)).length).toBeGreaterThan(0);
      const notes = rig.logs().filter((line) => line.includes('is not marked as ours'));
      expect(notes).toHaveLength(1);
      expect(notes[0]).toContain(`info: ${what}`);
      expect((await rig.ownImages()).map(({ State }) => State)).toEqual(['available']);
    },
  );

  it('is not missed where a create call is denied for another reason: that is the error', async () => {
    const rig = new Rig({ cloud: { ...quick, deniedActions: ['ec2:RunInstances'] } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'not-authorised', message: expect.stringContaining('ec2:RunInstances') });
    expect(rig.logs().join()).not.toContain('is not marked as ours');
  });
});

describe('the expiry of an image', () => {
  const expiry = async (rig: Rig): Promise<string | undefined> => {
    const [image] = await rig.ownImages();
    return image?.Tags?.find(({ Key }) => Key === 'bake-ami:expires-at')?.Value;
  };

  it('becomes "never" when the image is finished', async () => {
    expect(await expiry(await bake([]))).toBe('never');
  });

  it.each<[string, FaultPlan]>([
    ['denied', { action: 'CreateTags', fault: denied }],
    ['not answered', { action: 'CreateTags', when: isDryRun, fault: 'hang' }],
    ['answered with nonsense', { action: 'CreateTags', when: isDryRun, fault: { error: 'Strange', status: 400 } }],
  ])('is not even given where the question whether it can be taken off again is %s', async (_how, fault) => {
    const rig = await bake([fault]);
    expect(await expiry(rig)).toBeUndefined();
    const [create] = rig.cloud.calls.filter(({ action }) => action === 'CreateImage');
    for (const tags of Object.values(create === undefined ? {} : tagged(create))) {
      expect(tags).toMatchObject({ 'bake-ami:run': 'run1' });
      expect(tags).not.toHaveProperty('bake-ami:expires-at');
    }
    expect(rig.logs().join()).toContain('The AMI gets no expiry while it is made');
  });

  it('becomes "never" also where a policy lets the tags of finished images be given no other value than that', async () => {
    const others = ({ parameters }: CallRecord): boolean => parameters['Tag.2.Key'] !== undefined;
    // Where the create call tags nothing, the tags are made up for: all of them, which is denied.
    const rig = new Rig({
      cloud: { ...quick, faults: [{ action: 'CreateTags', when: others, fault: denied }] },
      cannotDo: (request) => request.get('Action') === 'CreateImage' && request.has('TagSpecification.1.ResourceType'),
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(await expiry(rig)).toBe('never');
    expect(rig.logs().filter((line) => line.startsWith('warning'))).toEqual([
      expect.stringMatching(/^warning: Tags are missing on ami-\w+ in us-east-1 and its snapshots/),
    ]);
  });

  it('becomes "never" on the image also where a policy leaves its snapshots out, which is said', async () => {
    const onSnapshots = (call: CallRecord): boolean =>
      !isDryRun(call) && Object.values(call.parameters).some((value) => value.startsWith('snap-'));
    const rig = await bake([{ action: 'CreateTags', when: onSnapshots, fault: denied }]);
    expect(await expiry(rig)).toBe('never');
    expect(rig.logs().join()).toMatch(
      /warning: snap-\w+ in us-east-1 keeps its tag bake-ami:expires-at, .*: take it off, or a sweep removes it/,
    );
  });

  it('that can not be taken off at all is said, with what to do', async () => {
    const rig = await bake([{ action: 'CreateTags', when: (call) => !isDryRun(call), fault: denied }]);
    expect(rig.logs().join()).toMatch(
      /warning: ami-\w+, snap-\w+ in us-east-1 keep their tag bake-ami:expires-at, .*: take it off, or a sweep removes them/,
    );
  });
});

describe('a template that has as many tags as EC2 takes', () => {
  const list = (count: number): string => Array.from({ length: count }, (_, index) => `t${index} = "x"`).join('\n');
  const source = (count: number): string =>
    `skip_ami_run_tags = true
     tags = {\n${list(count)}\n}
     run_tags = {\n${list(count - 1)}\n}
     run_volume_tags = {\n${list(count)}\n}
     ami_regions = ["us-west-2"]`;

  it.each([46, 48, 50])('bakes with all %s of them, and ours give way', async (count) => {
    const rig = await bake([], { source: source(count) });
    for (const region of ['us-east-1', 'us-west-2']) {
      const [image] = await rig.ownImages(region);
      const keys = image?.Tags?.map(({ Key = '' }) => Key) ?? [];
      expect(keys.filter((key) => /^t\d+$/.test(key))).toHaveLength(count);
      expect(keys.filter((key) => key.startsWith('bake-ami:'))).toEqual(
        ['bake-ami:build', 'bake-ami:expires-at', 'bake-ami:run', 'bake-ami:source-ami']
          .filter((key) => key !== 'bake-ami:source-ami' || count <= 46)
          .filter((key) => key !== 'bake-ami:build' || count <= 47)
          .filter(() => count < 50),
      );
      const expires = image?.Tags?.find(({ Key }) => Key === 'bake-ami:expires-at')?.Value;
      expect(expires).toBe(count < 50 ? 'never' : undefined);
    }
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(/so many tags that not all of ours have room.*bake-ami:commit/),
    );
  });

  it('says nothing where there is room for all', async () => {
    const rig = await bake([], { source: source(45) });
    expect(rig.logs().join('\n')).not.toMatch(/have room/);
  });
});
