import type { CopyImageCommandInput } from '@aws-sdk/client-ec2';
import { onceVisible } from '../../../aws/once-visible.ts';
import type { Tags } from '../../../aws/tags.ts';
import { keyFor } from '../copy-key.ts';
import type { MadeImage } from '../made-image.ts';
import { withOwnership } from '../ownership.ts';
import { type Bake, make } from '../site.ts';
import { type ImageRequest, imageTags } from './create-image.ts';

/** The request without its tags and its client token. */
export function copyImageInput(
  site: Pick<Bake, 'options' | 'region'>,
  source: Pick<MadeImage, 'id' | 'region'>,
  region: string,
  { name, description }: ImageRequest,
): CopyImageCommandInput {
  const { options } = site;
  const key = keyFor(site, region);
  return {
    SourceImageId: source.id,
    SourceRegion: source.region,
    Name: name,
    ...(description ? { Description: description } : {}),
    ...(options.encrypt_boot === undefined ? {} : { Encrypted: options.encrypt_boot }),
    ...(key === undefined ? {} : { KmsKeyId: key }),
    ...(options.snapshot_copy_duration_minutes === undefined
      ? {}
      : { SnapshotCopyCompletionDurationMinutes: options.snapshot_copy_duration_minutes }),
  };
}

export interface CopySource {
  readonly image: Pick<MadeImage, 'id' | 'region'>;
  /** Whether this build has made it, so that what is copied from it under the same name is this build's too. */
  readonly isOwn: boolean;
}

/** Begins to copy an image into a region: another one, or its own in order to encrypt it. */
export async function copyImage(
  bake: Bake,
  { image: source, isOwn }: CopySource,
  region: string,
  request: ImageRequest,
): Promise<string> {
  const { aws, context } = bake;
  const { name } = request;
  const intent = { kind: 'image', region, name, ...(isOwn ? { madeOf: source.id } : {}) };
  const { id } = await make(bake, intent, async (token, signal) => {
    const copy = (ownership: Tags, ClientToken: string) =>
      aws
        .ec2(region)
        .copyImage(
          { ...copyImageInput(bake, source, region, request), ...imageTags(request, ownership), ClientToken },
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
