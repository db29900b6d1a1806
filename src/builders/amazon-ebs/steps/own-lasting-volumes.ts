import { type Bake, make } from '../site.ts';
import type { SourceImage } from './find-source-image.ts';

/**
 * Volumes that EC2 leaves when it terminates the instance, because their mapping says `delete_on_termination = false`.
 * The image takes that setting over; the volumes of the build itself belong to nobody and have to go.
 */
export async function ownLastingVolumes(bake: Bake, source: SourceImage, instanceId: string): Promise<void> {
  const { region, aws, context, options } = bake;
  const written = options.launch_block_device_mappings.filter(
    ({ no_device: left, virtual_name: name }) => !left && !name,
  );
  const inherited = source.BlockDeviceMappings ?? [];
  const lasts =
    written.some(({ delete_on_termination: goes }) => !goes) ||
    inherited.some(({ Ebs }) => Ebs?.DeleteOnTermination === false);
  if (!lasts) return;
  const instance = await aws
    .poller(region)
    .instance(
      instanceId,
      (described) =>
        (described?.BlockDeviceMappings ?? []).length > 0 || hasEnded(described?.State?.Name) ? described : undefined,
      { signal: context.signal },
    );
  for (const { Ebs } of instance.BlockDeviceMappings ?? []) {
    const id = Ebs?.DeleteOnTermination === false ? Ebs.VolumeId : undefined;
    if (id !== undefined) await make(bake, { kind: 'volume', region, name: id }, () => Promise.resolve({ id }));
  }
}

function hasEnded(state: string | undefined): boolean {
  return state === 'terminated' || state === 'shutting-down';
}
