import { BakeError } from '../../../kernel/errors.ts';
import { replacesOldImage, targetRegions } from '../regions.ts';
import type { Site } from '../site.ts';

/** The AMI's name must be free wherever the AMI goes to, unless older images are to be replaced. */
export async function checkName(site: Site): Promise<void> {
  const { options, aws, context } = site;
  if (options.skip_create_ami || replacesOldImage(site)) return;
  const looks = await Promise.allSettled(
    targetRegions(site).map(async (region) => {
      const images = await aws.batches(region).ownImagesNamed(options.ami_name, context.signal);
      return images.map(({ ImageId }) => `${ImageId} in ${region}`);
    }),
  );
  const owners = looks.flatMap((look) => {
    if (look.status === 'rejected') throw look.reason;
    return look.value;
  });
  if (owners.length === 0) return;
  throw new BakeError(`There is an AMI with the name "${options.ami_name}" already: ${owners.join(', ')}`, {
    code: 'ami-name-taken',
    category: 'cloud',
    hint: 'Make the name unique, for example with {{timestamp}} in ami_name, or replace the older image with force_deregister = true (or -force).',
  });
}
