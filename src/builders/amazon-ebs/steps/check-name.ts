import type { Image } from '@aws-sdk/client-ec2';
import { BakeError } from '../../../kernel/errors.ts';
import type { NameClaims } from '../name-claims.ts';
import { replacesOldImage, targetRegions } from '../regions.ts';
import type { Site } from '../site.ts';
import { explainedBy } from './check-regions.ts';

/**
 * The AMI's name must be free wherever the AMI goes to, or held by images that can be replaced where that is wanted.
 * `regions` is the check of the regions themselves.
 */
export async function checkName(site: Site, regions: Promise<void>): Promise<void> {
  const { options, aws, context } = site;
  if (options.skip_create_ami) return;
  const looks = await Promise.allSettled(
    targetRegions(site).map(async (region) => {
      const images = await aws.batches(region).ownImagesNamed(options.ami_name, context.signal);
      return images.map((image) => ({ region, image }));
    }),
  );
  const failed = looks.find((look) => look.status === 'rejected');
  if (failed !== undefined) throw await explainedBy(regions, failed.reason);
  const found = looks.flatMap((look) => (look.status === 'fulfilled' ? look.value : []));
  if (replacesOldImage(site)) return checkReplaceable(options.ami_name, found);
  if (found.length === 0) return;
  const owners = found.map(
    ({ region, image }) => `${image.ImageId} in ${region}${image.State === 'disabled' ? ' (disabled)' : ''}`,
  );
  throw new BakeError(`There is an AMI with the name "${options.ami_name}" already: ${owners.join(', ')}`, {
    code: 'ami-name-taken',
    category: 'cloud',
    hint: 'Make the name unique, for example with {{timestamp}} in ami_name, or replace the older image with force_deregister = true (or -force).',
  });
}

/**
 * No two builds of a run may make images of one name, unless the later one replaces the earlier one's: EC2 would say so only
 * once both machines are provisioned.
 */
export function claimName(site: Site, accountId: string | undefined, names: NameClaims): void {
  const { options, context } = site;
  if (options.skip_create_ami || replacesOldImage(site)) return;
  const name = options.ami_name;
  for (const region of targetRegions(site)) {
    const first = names.claim(context.build, { accountId, region, name });
    if (first === undefined) continue;
    throw new BakeError(`The build "${first}" of this run makes an AMI with the name "${name}" in ${region} as well`, {
      code: 'ami-name-taken',
      category: 'cloud',
      hint: 'Give each an ami_name of its own. Where a build block uses a source several times, ami_name can be written there, beside "name"; {{build_name}} in the source block itself is its label, the same for all of them.',
    });
  }
}

/** EC2 deregisters no image that is protected from that: better said now than after the build. */
function checkReplaceable(name: string, found: readonly { readonly region: string; readonly image: Image }[]): void {
  const isProtected = ({ image }: (typeof found)[number]) =>
    image.DeregistrationProtection?.startsWith('enabled') === true;
  const [first, ...others] = found.filter(isProtected);
  if (first === undefined) return;
  const all = [first, ...others].map(({ region, image }) => `${image.ImageId} in ${region}`).join(', ');
  const { region, image } = first;
  throw new BakeError(`The AMI with the name "${name}" is protected from being deregistered: ${all}`, {
    code: 'ami-protected',
    category: 'cloud',
    hint: `Give the new AMI another name, or switch the protection off with \`aws ec2 disable-image-deregistration-protection --region ${region} --image-id ${image.ImageId}\`; after a protection with cooldown that takes 24 hours.`,
  });
}
