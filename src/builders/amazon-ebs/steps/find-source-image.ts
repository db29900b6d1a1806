import { type FoundImage, findImage } from '../../../aws/find-image.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { type Site, warn } from '../site.ts';

/** The AMI to start from. */
export type SourceImage = FoundImage;

export async function findSourceImage(site: Site): Promise<SourceImage> {
  const { options, aws, context, region } = site;
  const found = await findImage(
    aws.batches(region),
    { id: options.source_ami, filter: options.source_ami_filter, region, soughtBy: 'source_ami_filter' },
    context.signal,
  );
  checkSuitable(site, found);
  warnWhenDeprecated(site, found);
  return found;
}

const SOON_MS = 30 * 24 * 3_600_000;

/** A deprecated image is found by its id still, and by a filter only with `include_deprecated`. */
function warnWhenDeprecated(site: Site, { ImageId, Name, DeprecationTime }: SourceImage): void {
  const at = Date.parse(DeprecationTime ?? '');
  const left = at - site.context.clock.now();
  if (Number.isNaN(at) || left > SOON_MS) return;
  const what = `The source AMI ${ImageId} (${Name ?? 'without a name'})`;
  const date = new Date(at).toISOString().slice(0, 10);
  warn(
    site,
    left <= 0
      ? `${what} is deprecated since ${date}: it may have known vulnerabilities, and its owner may remove it. Start from a newer one`
      : `${what} is to be deprecated on ${date}: a filter without include_deprecated does not find it then. Start from a newer one`,
  );
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
