import { removeImage } from '../../aws/undo/image.ts';
import type { Artifact } from '../../engine/ports.ts';
import type { ArtifactSummary, ImageMaker, PreviousImage } from '../../kernel/events.ts';
import type { GeneratedData } from '../../template/plan.ts';
import { disableFastLaunch } from './fast-launch/disable.ts';
import type { MadeImage } from './made-image.ts';
import type { Site } from './site.ts';
import type { SourceImage } from './steps/find-source-image.ts';

const BUILDER_ID = 'mitchellh.amazonebs';

/** What an artifact is beside its images. */
export interface ImageStory {
  readonly source: SourceImage;
  readonly fingerprint: string | undefined;
  /** Whether all images were there before. */
  readonly isReused: boolean;
  /** The image of this build before it; undefined where none is known. */
  readonly previous: PreviousImage | undefined;
  /** Of images that were there before. */
  readonly madeBy?: ImageMaker | undefined;
}

/** What a build is known by; id and description as Packer has them. */
export function summarise(
  images: readonly MadeImage[],
  { source, fingerprint, isReused, previous, madeBy }: ImageStory,
): ArtifactSummary {
  const sorted = images.toSorted((a, b) => (a.region < b.region ? -1 : 1));
  return {
    builderId: BUILDER_ID,
    id: sorted.map(({ region, id }) => `${region}:${id}`).join(','),
    description: `AMIs were ${isReused ? 'reused' : 'created'}:\n${sorted.map(({ region, id }) => `${region}: ${id}\n`).join('')}`,
    images: sorted.map(({ region, id, name, snapshotIds, sizeGib }) => ({
      region,
      id,
      name,
      snapshotIds,
      ...(sizeGib !== undefined && { sizeGib }),
    })),
    sourceImageId: source.ImageId,
    ...(source.Name !== undefined && { sourceImageName: source.Name }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(isReused && { isReused }),
    ...(madeBy !== undefined && { madeBy }),
    ...(previous !== undefined && { previous }),
  };
}

export function amiArtifact(
  site: Site,
  images: readonly MadeImage[],
  story: ImageStory,
  generated: GeneratedData,
): Artifact {
  const { aws, context } = site;
  return {
    summary: summarise(images, story),
    files: [],
    generated,
    destroy: async (signal) => {
      // It belongs to whoever made it.
      if (story.isReused) return;
      await Promise.all(
        images.map(async ({ region, id }) => {
          await disableFastLaunch(site, region, id, signal);
          await removeImage(aws.ec2(region), context.clock, id, signal);
        }),
      );
    },
  };
}
