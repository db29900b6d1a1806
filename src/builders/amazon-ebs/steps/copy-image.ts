import { onceVisible } from '../../../aws/once-visible.ts';
import { type Tags, tagSpecification } from '../../../aws/tags.ts';
import { keyFor } from '../copy-key.ts';
import type { MadeImage } from '../made-image.ts';
import { specifications, withOwnership } from '../ownership.ts';
import { type Bake, make } from '../site.ts';
import type { ImageRequest } from './create-image.ts';

/** Begins to copy an image into a region: another one, or its own in order to encrypt it. */
export async function copyImage(bake: Bake, source: MadeImage, region: string, request: ImageRequest): Promise<string> {
  const { aws, context, options } = bake;
  const { name, description, tags } = request;
  const key = keyFor(bake, region);
  const { id } = await make(bake, { kind: 'image', region, name }, async (token, signal) => {
    const copy = (ownership: Tags, ClientToken: string) =>
      aws.ec2(region).copyImage(
        {
          SourceImageId: source.id,
          SourceRegion: source.region,
          Name: name,
          ClientToken,
          ...(description ? { Description: description } : {}),
          ...(options.encrypt_boot === undefined ? {} : { Encrypted: options.encrypt_boot }),
          ...(key === undefined ? {} : { KmsKeyId: key }),
          ...(options.snapshot_copy_duration_minutes === undefined
            ? {}
            : { SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes }),
          ...specifications(
            tagSpecification('image', tags.image, ownership),
            tagSpecification('snapshot', tags.snapshot, ownership),
          ),
        },
        signal,
      );
    // The image is available, and not yet known as that everywhere. Another request needs another token.
    const { ImageId } = await withOwnership(bake, `The AMI ${name} in ${region}`, (ownership) =>
      onceVisible(context.clock, signal, () => copy(ownership, ownership === bake.ownership ? token : `${token}-0`)),
    );
    return { id: ImageId ?? '' };
  });
  return id;
}
