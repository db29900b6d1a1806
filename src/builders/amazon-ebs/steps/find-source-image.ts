import type { DescribeImagesCommandInput, Image } from '@aws-sdk/client-ec2';
import { isNotFound } from '../../../aws/errors.ts';
import { ec2Filters } from '../../../aws/filters.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { filterMap } from '../filter-map.ts';
import type { Site } from '../site.ts';

/** The AMI to start from. */
export type SourceImage = Image & { readonly ImageId: string };

const SHOWN = 5;

export async function findSourceImage(site: Site): Promise<SourceImage> {
  const { options, ec2, context, region } = site;
  const filter = options.source_ami_filter;
  const query: DescribeImagesCommandInput = {
    ...(options.source_ami ? { ImageIds: [options.source_ami] } : {}),
    ...(filter === undefined
      ? {}
      : {
          Filters: ec2Filters(filterMap(filter)),
          ...(filter.owners.length === 0 ? {} : { Owners: [...filter.owners] }),
          IncludeDeprecated: filter.include_deprecated,
        }),
  };
  const { Images = [] } = await ec2.describeImages(query, context.signal).catch((thrown: unknown) => {
    if (isNotFound(thrown)) return { Images: [] };
    throw thrown;
  });
  const newestFirst = Images.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''));
  const [image, ...others] = newestFirst;
  if (image?.ImageId === undefined) throw nothingFound(site, query);
  if (others.length > 0 && filter?.most_recent !== true) {
    const shown = newestFirst.slice(0, SHOWN).map(({ ImageId, Name }) => `${ImageId} (${Name})`);
    throw new BakeError(
      `${newestFirst.length} AMIs in ${region} match source_ami_filter: ${shown.join(', ')}${newestFirst.length > SHOWN ? ', …' : ''}`,
      {
        code: 'source-ami-ambiguous',
        category: 'cloud',
        hint: 'Take the newest with most_recent = true, or add filters until one is left.',
      },
    );
  }
  const found = { ...image, ImageId: image.ImageId };
  checkSuitable(site, found);
  return found;
}

function nothingFound({ options, region }: Site, query: DescribeImagesCommandInput): BakeError {
  if (options.source_ami_filter === undefined) {
    return new BakeError(`There is no AMI ${options.source_ami} in ${region} that this account may use`, {
      code: 'source-ami-not-found',
      category: 'cloud',
      hint: 'An AMI has another id in each region. Check the region, and that the AMI is public or shared with this account; source_ami_filter finds the right one anywhere.',
    });
  }
  const wanted = [
    ...(query.ImageIds ?? []).map((id) => `id ${id}`),
    ...(query.Filters ?? []).map(({ Name, Values }) => `${Name} = ${Values?.join(' or ')}`),
    ...(query.Owners === undefined ? [] : [`owner ${query.Owners.join(' or ')}`]),
  ];
  return new BakeError(`No AMI in ${region} matches source_ami_filter: ${wanted.join(', ')}`, {
    code: 'source-ami-not-found',
    category: 'cloud',
    hint: 'Check the owners, the region, and each filter: all of them must match. Deprecated AMIs are only found with include_deprecated = true.',
  });
}

/** What the rest of the build takes for granted. */
function checkSuitable({ options }: Site, image: SourceImage): void {
  if (image.RootDeviceType !== undefined && image.RootDeviceType !== 'ebs') {
    throw new BakeError(
      `The source AMI ${image.ImageId} is not backed by EBS: its root device is ${image.RootDeviceType}`,
      {
        code: 'source-ami-unsuitable',
        category: 'cloud',
        hint: 'amazon-ebs needs an EBS-backed AMI; add root-device-type = "ebs" to the filters.',
      },
    );
  }
  const feature = options.ena_support === true ? 'ena_support' : options.sriov_support ? 'sriov_support' : undefined;
  if (feature !== undefined && image.VirtualizationType === 'paravirtual') {
    throw new BakeError(`${feature} needs an HVM image, and the source AMI ${image.ImageId} is paravirtual`, {
      code: 'source-ami-unsuitable',
      category: 'cloud',
      hint: `Start from an HVM image (virtualization-type = "hvm"), or remove ${feature}.`,
    });
  }
}
