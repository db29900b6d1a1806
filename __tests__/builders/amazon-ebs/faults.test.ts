import { beforeAll, describe, expect, it } from '@jest/globals';
import { BakeError, IncompleteArtifactError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { type Fault, quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

/** A bake that makes use of as many calls as one bake can. */
const SOURCE = `
ami_regions           = ["eu-west-1"]
ami_users             = ["111122223333"]
snapshot_users        = ["111122223333"]
imds_support          = "v2.0"
ena_support           = true
iam_instance_profile  = "bake-ami"
launch_block_device_mappings {
  device_name = "/dev/sda1"
  volume_size = 9
}
`;
const OPTIONS: RigOptions = { source: SOURCE, cloud: { delays: quickDelays } };

/**
 * The calls that name what the bake itself made before, and what they say as long as they do not know it. Not those that
 * remove it: they come minutes later.
 */
const UNKNOWN: Readonly<Record<string, string>> = {
  AuthorizeSecurityGroupIngress: 'InvalidGroup.NotFound',
  RunInstances: 'InvalidGroup.NotFound',
  StopInstances: 'InvalidInstanceID.NotFound',
  ModifyInstanceAttribute: 'InvalidInstanceID.NotFound',
  CreateImage: 'InvalidInstanceID.NotFound',
  CopyImage: 'InvalidAMIID.NotFound',
  ModifyImageAttribute: 'InvalidAMIID.NotFound',
  ModifySnapshotAttribute: 'InvalidSnapshot.NotFound',
  CreateTags: 'InvalidAMIID.NotFound',
};

/** Bakes that make other calls, each of which may lose its answer too: what was made twice must not stay. */
const OTHER_BAKES: Readonly<Record<string, RigOptions>> = {
  'is encrypted by a copy, with -force': {
    force: true,
    source: 'encrypt_boot = true\nforce_delete_snapshot = true\nami_regions = ["eu-west-1"]',
  },
  'runs on a spot instance with a role of its own': {
    source: `
spot_price          = "auto"
spot_instance_types = ["t3.micro", "t3.small"]
temporary_iam_instance_profile_policy_document {
  Version = "2012-10-17"
  Statement {
    Effect   = "Allow"
    Action   = ["s3:GetObject"]
    Resource = ["*"]
  }
}
`,
  },
};

let callsOfABake: readonly string[] = [];

beforeAll(async () => {
  const rig = new Rig(OPTIONS);
  const { error } = await rig.bake();
  expect(error).toBeUndefined();
  callsOfABake = rig.calls();
});

/** One bake for each call of a bake; in that bake `act` is run at that call, and its fault happens to it. */
async function atEveryCall(
  act: (rig: Rig) => Fault | undefined,
  check: (rig: Rig, at: string, error: unknown) => Promise<void>,
) {
  for (const [index, action] of callsOfABake.entries()) {
    const rig = new Rig(OPTIONS);
    let count = 0;
    let fault: Fault | undefined;
    rig.cloud.addFault({
      action: '*',
      when: () => {
        const isIt = count++ === index;
        if (isIt) fault = act(rig);
        return isIt && fault !== undefined;
      },
      get fault() {
        return fault ?? { delay: 0 };
      },
    });
    const { error, left } = await rig.bake();
    const at = `call ${index} (${action})`;
    expect({ at, left }).toEqual({ at, left: [] });
    await check(rig, at, error);
    try {
      if (!isKeptGrowing(error)) assertEmpty(rig.cloud);
    } catch (thrown) {
      throw new Error(`${at}: ${String(thrown)}`);
    }
    expect({ at, sleeping: rig.clock.sleeping }).toEqual({ at, sleeping: 0 });
  }
}

/** An image that can't be watched any more is left as it is: it may still become available. */
function isKeptGrowing(error: unknown): boolean {
  return error instanceof BakeError && error.code === 'image-not-watched';
}

describe('a bake in a cloud that misbehaves once', () => {
  it.each<[string, Fault]>([
    ['loses an answer', 'drop-answer'],
    ['breaks the connection', 'drop-connection'],
    ['is throttled', { error: 'RequestLimitExceeded', status: 503 }],
    ['fails inside of AWS', { error: 'InternalError', status: 500 }],
    ['finds AWS unavailable', { error: 'Unavailable', status: 503 }],
  ])(
    'goes on when a call %s',
    async (_, fault) => {
      await atEveryCall(
        () => fault,
        async (rig, at, error) => {
          expect({ at, error }).toEqual({ at, error: undefined });
          expect(await rig.ownImages()).toHaveLength(1);
          expect(await rig.ownImages('eu-west-1')).toHaveLength(1);
        },
      );
    },
    120_000,
  );

  it('goes on when a call is answered by a gateway, with a page and status 500', async () => {
    for (const [index, action] of callsOfABake.entries()) {
      let count = 0;
      const rig = new Rig({ ...OPTIONS, cannotDo: () => count++ === index });
      const { error, left } = await rig.bake();
      const at = `call ${index} (${action})`;
      expect({ at, error, left }).toEqual({ at, error: undefined, left: [] });
      expect(await rig.ownImages()).toHaveLength(1);
      assertEmpty(rig.cloud);
    }
  }, 120_000);

  it.each(['CreateSecurityGroup', 'RunInstances', 'CreateImage'])(
    'ends soon, clearly and without anything left when the answer to %s is one that says nothing',
    async (action) => {
      const rig = new Rig({
        ...OPTIONS,
        garbles: (request) => request.get('Action') === action && !request.has('DryRun'),
      });
      const before = rig.clock.now();
      const { error, left } = await rig.bake();
      expect(error).toMatchObject({ message: expect.stringMatching(/names none$|answered without an instance$/) });
      expect(left).toEqual([]);
      assertEmpty(rig.cloud);
      expect(rig.clock.now() - before).toBeLessThan(10 * 60_000);
    },
  );

  it.each([1, 3])(
    'goes on when what was made just now is not known to a call yet, %d times',
    async (times) => {
      const withOwn = callsOfABake.filter((action) => UNKNOWN[action] !== undefined);
      expect([...new Set(withOwn)].toSorted()).toEqual(Object.keys(UNKNOWN).toSorted());
      for (const [action, code] of Object.entries(UNKNOWN)) {
        const calls = withOwn.filter((other) => other === action).length;
        for (let first = 1; first <= calls; first += 1) {
          const rig = new Rig(OPTIONS);
          rig.cloud.addFault({
            action,
            call: Array.from({ length: times }, (_, index) => first + index),
            fault: { error: code, message: 'It does not exist.', status: 400 },
          });
          const { error, left } = await rig.bake();
          const at = `${action} ${first} (${code})`;
          expect({ at, error, left }).toEqual({ at, error: undefined, left: [] });
          expect({ at, images: (await rig.ownImages()).length }).toEqual({ at, images: 1 });
          assertEmpty(rig.cloud);
        }
      }
    },
    120_000,
  );

  it.each(Object.entries(OTHER_BAKES))(
    'goes on when a call of a bake that %s loses its answer',
    async (_, options) => {
      const all = { ...options, cloud: { delays: quickDelays } };
      const first = new Rig(all);
      expect((await first.bake()).error).toBeUndefined();
      for (const [index, action] of first.calls().entries()) {
        const rig = new Rig(all);
        let count = 0;
        rig.cloud.addFault({ action: '*', when: () => count++ === index, fault: 'drop-answer' });
        const { error, left } = await rig.bake();
        const at = `call ${index} (${action})`;
        expect({ at, error, left }).toEqual({ at, error: undefined, left: [] });
        expect({ at, images: (await rig.ownImages()).length }).toEqual({ at, images: 1 });
        assertEmpty(rig.cloud);
      }
    },
    120_000,
  );

  it('goes on where everything that is made is unknown to all others for five seconds', async () => {
    const rig = new Rig({ ...OPTIONS, cloud: { delays: quickDelays, consistency: { milliseconds: 5_000 } } });
    const { error, left } = await rig.bake();
    expect({ error, left }).toEqual({ error: undefined, left: [] });
    expect(await rig.ownImages()).toHaveLength(1);
    assertEmpty(rig.cloud);
  });

  it('ends with a clear error and removes everything when a call is refused, or does without that call', async () => {
    await atEveryCall(
      () => ({ error: 'InvalidParameterValue', message: 'That is wrong.', status: 400 }),
      async (rig, at, error) => {
        const images = [...(await rig.ownImages()), ...(await rig.ownImages('eu-west-1'))];
        if (error === undefined) expect({ at, images: images.length }).toEqual({ at, images: 2 });
        else if (!(error instanceof IncompleteArtifactError) && !isKeptGrowing(error))
          expect({ at, images }).toEqual({ at, images: [] });
        if (error !== undefined)
          expect({ at, isBakeError: error instanceof BakeError }).toEqual({ at, isBakeError: true });
      },
    );
  }, 120_000);
});

describe('a bake that is cancelled', () => {
  it('ends and leaves nothing, not even the image, at whichever call it happens', async () => {
    await atEveryCall(
      (rig) => {
        rig.controller.abort();
        return undefined;
      },
      async (rig, at, error) => {
        // Once the artifact is there, only the clean-up is under way, and that is not cancelled.
        if (error === undefined) return;
        expect({ at, category: error instanceof BakeError ? error.category : error }).toEqual({
          at,
          category: 'cancelled',
        });
        expect({ at, images: [...(await rig.ownImages()), ...(await rig.ownImages('eu-west-1'))] }).toEqual({
          at,
          images: [],
        });
      },
    );
  }, 120_000);

  it('waits a moment for the answer of a create call, and so knows what to remove', async () => {
    const rig = new Rig({
      ...OPTIONS,
      cloud: { delays: quickDelays, faults: [{ action: 'RunInstances', call: 1, fault: { delay: 1_000 } }] },
    });
    void rig.clock.sleep(500).then(() => rig.controller.abort());
    const { left } = await rig.bake();
    expect(left).toEqual([]);
    const launch = rig.journal.findIndex((entry) => entry.type === 'intent' && entry.intent.kind === 'instance');
    expect(rig.journal[launch + 1]).toMatchObject({ type: 'receipt', resource: { kind: 'instance' } });
    assertEmpty(rig.cloud);
  });

  it('does not wait for long', async () => {
    const rig = new Rig({
      ...OPTIONS,
      cloud: { delays: quickDelays, faults: [{ action: 'CreateSecurityGroup', fault: 'hang' }] },
    });
    void rig.clock.sleep(500).then(() => rig.controller.abort());
    const { left } = await rig.bake();
    expect(left).toEqual([]);
    expect(rig.calls()).not.toContain('RunInstances');
    assertEmpty(rig.cloud);
  });
});
