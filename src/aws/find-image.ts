import type { DescribeImagesCommandInput, Image } from '@aws-sdk/client-ec2';
import { BakeError } from '../kernel/errors.ts';
import { isNotFound } from './errors.ts';
import { ec2Filters } from './filters.ts';
import type { RegionBatches } from './region-batches.ts';

/** An image that can be named by its id. */
export type FoundImage = Image & { readonly ImageId: string };

export interface ImageSearch {
  /** The id, where it is known; further conditions hold all the same. */
  readonly id: string | undefined;
  readonly filter: ImageFilter | undefined;
  readonly region: string;
  /** What looks for it, for messages: `source_ami_filter`, `data.amazon-ami`. */
  readonly soughtBy: string;
}

export interface ImageFilter {
  /** Name to value, as a template writes them; see `ec2Filters`. */
  readonly filters: Readonly<Record<string, string>>;
  readonly owners: readonly string[];
  readonly most_recent: boolean;
  readonly include_deprecated: boolean;
}

const SHOWN = 5;

/**
 * The one image that is meant, the newest of several with `most_recent`. Rejects with BakeError `source-ami-not-found`
 * or `source-ami-ambiguous`.
 */
export async function findImage(batches: RegionBatches, search: ImageSearch, signal: AbortSignal): Promise<FoundImage> {
  const { id, filter, region, soughtBy } = search;
  const query: DescribeImagesCommandInput = {
    ...(id ? { ImageIds: [id] } : {}),
    ...(filter === undefined
      ? {}
      : {
          Filters: ec2Filters(filter.filters),
          ...(filter.owners.length === 0 ? {} : { Owners: [...filter.owners] }),
          IncludeDeprecated: filter.include_deprecated,
        }),
  };
  const images = await batches.findImages(query, signal).catch((thrown: unknown) => {
    if (isNotFound(thrown)) return [];
    throw thrown;
  });
  const newestFirst = images.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''));
  const [image, ...others] = newestFirst;
  if (image?.ImageId === undefined) throw nothingFound(search, query);
  if (others.length > 0 && filter?.most_recent !== true) {
    const shown = newestFirst.slice(0, SHOWN).map(({ ImageId, Name }) => `${ImageId} (${Name})`);
    throw new BakeError(
      `${newestFirst.length} AMIs in ${region} match ${soughtBy}: ${shown.join(', ')}${newestFirst.length > SHOWN ? ', …' : ''}`,
      {
        code: 'source-ami-ambiguous',
        category: 'cloud',
        hint: 'Take the newest with most_recent = true, or add filters until one is left.',
      },
    );
  }
  return { ...image, ImageId: image.ImageId };
}

function nothingFound({ id, filter, region, soughtBy }: ImageSearch, query: DescribeImagesCommandInput): BakeError {
  if (filter === undefined) {
    return new BakeError(`There is no AMI ${id} in ${region} that this account may use`, {
      code: 'source-ami-not-found',
      category: 'cloud',
      hint: 'An AMI has another id in each region. Check the region, and that the AMI is public or shared with this account; source_ami_filter finds the right one anywhere.',
    });
  }
  const wanted = [
    ...(query.ImageIds ?? []).map((each) => `id ${each}`),
    ...(query.Filters ?? []).map(({ Name, Values }) => `${Name} = ${Values?.join(' or ')}`),
    ...(query.Owners === undefined ? [] : [`owner ${query.Owners.join(' or ')}`]),
  ];
  return new BakeError(`No AMI in ${region} matches ${soughtBy}: ${wanted.join(', ')}`, {
    code: 'source-ami-not-found',
    category: 'cloud',
    hint: 'Check the owners, the region, and each filter: all of them must match. Deprecated AMIs are only found with include_deprecated = true.',
  });
}
