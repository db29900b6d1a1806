import { DescribeSnapshotAttributeCommand, EC2Client, type Image } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { Ec2Api } from '../../../src/aws/api.ts';
import { type CallRecord, quickDelays } from '../../../src/local-cloud/options.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { type CloudIds, OPTION_EFFECTS, type OptionEffect } from './support/option-effects.ts';
import { Rig } from './support/rig.ts';

const never = new AbortController().signal;

async function ec2Of(rig: Rig, region = 'us-east-1'): Promise<Ec2Api> {
  return (await rig.connections.open({ region })).ec2(region);
}

async function idsOf(rig: Rig): Promise<CloudIds> {
  const ec2 = await ec2Of(rig);
  const [{ Subnets = [] }, { Images = [] }] = await Promise.all([
    ec2.describeSubnets({}, never),
    ec2.describeImages(
      { Filters: [{ Name: 'name', Values: ['ubuntu/images/*ubuntu-jammy-22.04-amd64-server-*'] }] },
      never,
    ),
  ]);
  const [older] = Images.toSorted((a, b) => ((a.CreationDate ?? '') < (b.CreationDate ?? '') ? -1 : 1));
  return {
    vpc: Subnets[0]?.VpcId ?? '',
    subnet: Subnets[0]?.SubnetId ?? '',
    olderImage: older?.ImageId ?? '',
    snapshot: older?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? '',
  };
}

interface Built {
  /** Its cloud can be asked what came of the build. */
  readonly rig: Rig;
  /** Those of the build alone. */
  readonly calls: readonly CallRecord[];
}

async function built(effect: OptionEffect, isWritten: boolean): Promise<Built> {
  const first = new Rig({ cloud: { delays: quickDelays } });
  const { source, base = '', before, connector } = effect;
  const written = typeof source === 'string' ? source : source(await idsOf(first));
  await before?.(first);
  const rig = new Rig({
    source: isWritten ? base + written : base,
    shares: first,
    ...(connector !== undefined && isWritten ? { connector } : {}),
  });
  const asked = rig.cloud.calls.length;
  expect((await rig.bake()).error).toBeUndefined();
  return { rig, calls: rig.cloud.calls.slice(asked) };
}

async function image(rig: Rig, region?: string): Promise<Image> {
  const [made] = await rig.ownImages(region);
  return made ?? {};
}

/** The tags for one kind of resource in any call of an action. */
function tagsIn(calls: readonly CallRecord[], action: string, type: string): Record<string, string>[] {
  return calls
    .filter((call) => call.action === action)
    .map(({ parameters }) => {
      const index = [1, 2, 3, 4].find((n) => parameters[`TagSpecification.${n}.ResourceType`] === type);
      const tags = `TagSpecification.${index}.Tag.`;
      return Object.fromEntries(
        Object.entries(parameters).flatMap(([name, key]) =>
          name.startsWith(tags) && name.endsWith('.Key')
            ? [[key, parameters[name.replace(/Key$/, 'Value')] ?? '']]
            : [],
        ),
      );
    });
}

/** All that an effect says, each as a check that throws when it is not so. */
async function checks(effect: OptionEffect, { rig, calls }: Built): Promise<(() => void)[]> {
  const { sends, tags, neverCalls, image: shown, attribute, volumePermissions } = effect;
  const all: (() => void)[] = [];
  if (sends !== undefined) {
    const parameters = calls
      .filter(({ action, region }) => action === sends.action && region === (sends.region ?? region))
      .map((call) => call.parameters);
    all.push(() => expect(parameters).toContainEqual(expect.objectContaining(sends.has)));
  }
  if (tags !== undefined) {
    const found = tagsIn(calls, tags.action, tags.type);
    all.push(() => expect(found).toContainEqual(expect.objectContaining(tags.has)));
  }
  if (neverCalls !== undefined) all.push(() => expect(calls.map(({ action }) => action)).not.toContain(neverCalls));
  if (shown !== undefined) {
    const made = await image(rig, shown.region);
    all.push(() => expect(made).toMatchObject(shown.has));
  }
  const ec2 = await ec2Of(rig);
  const { ImageId, BlockDeviceMappings = [] } = await image(rig);
  if (attribute !== undefined) {
    const { LaunchPermissions, ProductCodes } = await ec2.describeImageAttribute(
      { ImageId, Attribute: attribute.name },
      never,
    );
    const found = attribute.name === 'productCodes' ? ProductCodes : LaunchPermissions;
    all.push(() => expect(found).toMatchObject(attribute.has));
  }
  if (volumePermissions !== undefined) {
    const SnapshotId = BlockDeviceMappings[0]?.Ebs?.SnapshotId;
    const found = await snapshotPermissions(rig, SnapshotId ?? '');
    all.push(() => expect(found).toEqual(volumePermissions));
  }
  return all;
}

async function snapshotPermissions(rig: Rig, SnapshotId: string): Promise<unknown> {
  const { CreateVolumePermissions } = await new EC2Client(clientConfig(rig.cloud)).send(
    new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute: 'createVolumePermission' }),
  );
  return CreateVolumePermissions ?? [];
}

describe('an option has its effect, which is not there without it', () => {
  it.each(OPTION_EFFECTS.map((effect, index) => [effect.options.join(', '), index + 1, effect] as const))(
    '%s (row %i)',
    async (_, _row, effect) => {
      for (const check of await checks(effect, await built(effect, true))) check();
      const without = await checks(effect, await built(effect, false));
      expect(without.length).toBeGreaterThan(0);
      for (const check of without) expect(check).toThrow();
    },
  );
});
