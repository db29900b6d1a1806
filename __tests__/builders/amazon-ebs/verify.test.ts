import type { Image } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { BuildContext, ImageVerification } from '../../../src/engine/ports.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { type FaultPlan, quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const quick = { delays: quickDelays };
const DAY_MS = 86_400_000;

/** A verification that looks at nothing: it passes, or ends with the error. */
function verification(settings: Partial<ImageVerification> & { readonly fails?: BakeError } = {}): ImageVerification {
  return {
    limitMs: 20 * 60_000,
    onFailure: 'remove',
    prepare: async () => undefined,
    verify: async (_image, context, boot) => {
      const { communicator } = await boot(context);
      await communicator.close();
      if (settings.fails !== undefined) throw settings.fails;
    },
    ...settings,
  };
}

const FAILS = new BakeError('nginx is not active', { code: 'verification-failed', category: 'artifact' });

function rigWith(settings: Parameters<typeof verification>[0], options: RigOptions = {}): Rig {
  return new Rig({ cloud: quick, verification: verification(settings), ...options });
}

/** The calls that change something, from the image on. */
function afterImage(rig: Rig): string[] {
  const changes = rig.calls().filter((action) => !action.startsWith('Describe'));
  return changes.slice(changes.indexOf('CreateImage') + 1);
}

const tagsOf = (image: Image | undefined) =>
  Object.fromEntries((image?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));

describe('a build with a verification', () => {
  it('boots a fresh machine from the image, tags it, and only then copies and shares it', async () => {
    const rig = rigWith({}, { source: 'ami_regions = ["eu-west-1"]\nami_users = ["111122223333"]' });
    const { error, artifact } = await rig.bake();
    expect(error).toBeUndefined();
    const calls = afterImage(rig);
    const order = ['ImportKeyPair', 'RunInstances', 'CreateTags', 'CopyImage'].map((action) => calls.indexOf(action));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(calls.indexOf('ModifyImageAttribute')).toBeGreaterThan(calls.indexOf('CreateTags'));
    expect(artifact?.summary.images).toHaveLength(2);
    for (const region of ['us-east-1', 'eu-west-1']) {
      const [image] = await rig.ownImages(region);
      expect(Date.parse(tagsOf(image)['bake-ami:verified'] ?? '')).not.toBeNaN();
      expect(tagsOf(image)['bake-ami:expires-at']).toBe('never');
    }
    assertEmpty(rig.cloud);
  });

  it('launches that machine as the one that was built on, but for its key, user data and volumes', async () => {
    const rig = rigWith(
      {},
      {
        deadlineMs: 3_600_000,
        source: `user_data = "#!/bin/sh\\necho secret"
          temporary_key_pair_name = "mine"
          iam_instance_profile = "bake-ami"
          skip_profile_validation = true
          subnet_filter {
            filters = { default-for-az = "true" }
            most_free = true
          }
          launch_block_device_mappings {
            device_name = "/dev/sdf"
            volume_size = 8
          }`,
      },
    );
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const [built, verified] = rig.cloud.calls.filter(
      ({ action, parameters }) => action === 'RunInstances' && parameters['DryRun'] === undefined,
    );
    const { UserData: _, ...rest } = built?.parameters ?? {};
    const same = Object.entries(rest).filter(([name]) =>
      /^(InstanceType|SubnetId|SecurityGroupId|IamInstanceProfile|CreditSpecification)/.test(name),
    );
    expect(same.length).toBeGreaterThanOrEqual(4);
    expect(verified?.parameters).toMatchObject(Object.fromEntries(same));
    const [image] = await rig.ownImages();
    expect(verified?.parameters).toMatchObject({
      ImageId: image?.ImageId,
      InstanceInitiatedShutdownBehavior: 'terminate',
    });
    expect(verified?.parameters['KeyName']).toMatch(/^packer_/);
    expect(Object.keys(verified?.parameters ?? {}).filter((name) => name.startsWith('BlockDevice'))).toEqual([]);
    const userData = Buffer.from(verified?.parameters['UserData'] ?? '', 'base64').toString();
    expect(userData).toMatch(/^#cloud-boothook/);
    expect(userData).not.toMatch(/secret|ssh_keys/);
  });

  it('tells of the machine that was built on, not of that which verified', async () => {
    const rig = rigWith({});
    await rig.bake();
    const launched = rig.events.filter(({ type }) => type === 'instance-launched');
    expect(launched).toHaveLength(1);
  });

  it('removes an image that fails, with all else, and makes no copy', async () => {
    const rig = rigWith({ fails: FAILS }, { source: 'ami_regions = ["eu-west-1"]\nami_users = ["111122223333"]' });
    const { error, artifact, left } = await rig.bake();
    expect(error).toMatchObject({
      code: 'verification-failed',
      category: 'artifact',
      message: expect.stringMatching(/^The image ami-\w+ is not verified: nginx is not active$/),
      hint: expect.stringContaining('verify-on-failure: keep'),
    });
    expect(artifact).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.calls()).not.toContain('CopyImage');
    expect(rig.calls()).not.toContain('ModifyImageAttribute');
    expect(await rig.ownImages()).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('removes an image that fails also where on-error leaves everything else to be looked at', async () => {
    const rig = rigWith({ fails: FAILS }, { abandons: true });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ hint: expect.stringMatching(/^The image is removed; /) });
    expect(left).toEqual([]);
    expect(await rig.ownImages()).toEqual([]);
    const kept = rig.events.flatMap((event) => (event.type === 'resource-kept' ? event.resource.kind : []));
    expect(kept).toContain('security-group');
    expect(kept).not.toContain('image');
  });

  it('has no fingerprint that others could find it by before it is verified, where no expiry can say that it is not', async () => {
    const fingerprint = {
      id: 'v1-a',
      tags: { 'bake-ami:fingerprint': 'v1-a' },
      changesSince: () => undefined,
      changedMeanwhile: async () => [],
    };
    const denied = { error: 'UnauthorizedOperation', message: 'You are not authorized.', status: 403 };
    const faults: readonly FaultPlan[] = [{ action: 'CreateTags', fault: denied }];
    const rig = rigWith({}, { fingerprint, cloud: { ...quick, faults } });
    expect((await rig.bake()).error).toBeUndefined();
    const [image] = await rig.ownImages();
    expect(tagsOf(image)['bake-ami:fingerprint']).toBeUndefined();
    expect(rig.logs()).toContainEqual(expect.stringMatching(/The AMI has no fingerprint, because .* not verified yet/));
  });

  it('keeps an image that fails until its expiry, where that is asked for', async () => {
    const rig = rigWith({ fails: FAILS, onFailure: { keepMs: 7 * DAY_MS } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ hint: expect.stringMatching(/kept to be looked at.*a sweep removes it after 20/) });
    const [image] = await rig.ownImages();
    const tags = tagsOf(image);
    expect(tags['bake-ami:verified']).toBeUndefined();
    const left = Date.parse(tags['bake-ami:expires-at'] ?? '') - rig.clock.now();
    expect(left).toBeGreaterThan(6.9 * DAY_MS);
    expect(left).toBeLessThanOrEqual(7 * DAY_MS);
  });

  it('lets an older image of the same name stay until its successor is verified', async () => {
    const first = new Rig({ cloud: quick });
    await first.bake();
    const [older] = await first.ownImages();
    const failing = new Rig({
      shares: first,
      verification: verification({ fails: FAILS }),
      source: 'force_deregister = true\nforce_delete_snapshot = true',
    });
    expect((await failing.bake()).error).toBeDefined();
    expect((await first.ownImages()).map(({ ImageId }) => ImageId)).toEqual([older?.ImageId]);

    const passing = new Rig({
      shares: first,
      verification: verification(),
      source: 'force_deregister = true\nforce_delete_snapshot = true',
    });
    const { error, artifact } = await passing.bake();
    expect(error).toBeUndefined();
    const [image, ...others] = await first.ownImages();
    expect(others).toEqual([]);
    expect(image?.Name).toBe('app-1');
    expect(image?.ImageId).not.toBe(older?.ImageId);
    expect(artifact?.summary.images.map(({ id }) => id)).toEqual([image?.ImageId]);
    assertEmpty(first.cloud);
  });

  it('verifies what is to be encrypted before there is an encrypted image', async () => {
    const rig = rigWith({ fails: FAILS }, { source: 'encrypt_boot = true' });
    expect((await rig.bake()).error).toBeDefined();
    expect(rig.calls()).not.toContain('CopyImage');
    assertEmpty(rig.cloud);
  });

  it('goes on without the tag where that may not be given, and says so', async () => {
    const faults: readonly FaultPlan[] = [
      {
        action: 'CreateTags',
        when: ({ parameters }) => Object.values(parameters).includes('bake-ami:verified'),
        fault: {
          error: 'UnauthorizedOperation',
          message: 'You are not authorized to perform this operation.',
          status: 403,
        },
      },
    ];
    const rig = rigWith({}, { cloud: { ...quick, faults } });
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(/^warning: ami-\w+ does not carry the tag bake-ami:verified/),
    );
  });

  it('leaves nothing when it is cancelled while the machine is looked at', async () => {
    const rig: Rig = rigWith({
      verify: async (_image, context: BuildContext, boot) => {
        await boot(context);
        rig.controller.abort(new Error('enough'));
        context.signal.throwIfAborted();
      },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ category: 'cancelled' });
    expect(left).toEqual([]);
    expect(await rig.ownImages()).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it.each([
    ['passes', undefined],
    ['fails', FAILS],
  ])(
    'leaves nothing at whichever call it is cancelled, where the verification %s',
    async (_, fails) => {
      const settings = fails === undefined ? {} : { fails };
      const options = {
        deadlineMs: 3_600_000,
        source: 'ami_regions = ["eu-west-1"]\nami_users = ["111122223333"]',
      };
      const whole = rigWith(settings, options);
      await whole.bake();
      let cancelled = 0;
      for (const [index, { action }] of whole.cloud.calls.entries()) {
        const rig = rigWith(settings, options);
        let count = 0;
        const cancel = (): boolean => {
          if (count++ === index) rig.controller.abort(new Error('enough'));
          return false;
        };
        rig.cloud.addFault({ action: '*', when: cancel, fault: 'hang' });
        const { error, left } = await rig.bake();
        const at = `call ${index} (${action})`;
        expect({ at, left }).toEqual({ at, left: [] });
        assertEmpty(rig.cloud);
        // Only the clean-up was under way.
        if (error === undefined) continue;
        const images = [...(await rig.ownImages()), ...(await rig.ownImages('eu-west-1'))];
        expect({ at, images }).toEqual({ at, images: [] });
        if (error instanceof BakeError && error.category === 'cancelled') cancelled += 1;
      }
      expect(cancelled).toBeGreaterThan(20);
    },
    120_000,
  );

  it.each([
    [{ connector: { type: 'none' } }, /without a communicator/],
    [{ connector: { fixedHost: '192.0.2.1' } }, /with ssh_host: .* is not at 192\.0\.2\.1/],
  ] as const)('refuses what can not be verified before anything is made: %j', async (options, message) => {
    const rig = rigWith({}, options);
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'verification-impossible', message: expect.stringMatching(message) });
    expect(rig.calls()).not.toContain('RunInstances');
  });

  it('has all that the checks need before anything is made, by the architecture of the image', async () => {
    const asked: unknown[] = [];
    const missing = new BakeError('There is no goss', { code: 'goss-missing', category: 'input' });
    const rig = rigWith({
      prepare: async (architecture) => {
        asked.push(architecture);
        throw missing;
      },
    });
    expect((await rig.bake()).error).toBe(missing);
    expect(asked).toEqual(['x86_64']);
    expect(rig.calls()).not.toContain('RunInstances');
  });
});
