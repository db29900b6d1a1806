import { describeFastLaunch } from '../../../aws/polling/describe-fast-launch.ts';
import { toBakeError } from '../../../kernel/errors.ts';
import { type Site, warn } from '../site.ts';
import { fastLaunchAsked } from './asked.ts';

/**
 * For an image that is about to be removed: the snapshots that EC2 prepared of it go too. Packer leaves them, so a role
 * that may not do this has to be enough.
 */
export async function disableFastLaunch(
  site: Site,
  region: string,
  imageId: string,
  signal: AbortSignal,
): Promise<void> {
  if (fastLaunchAsked(site.options) === undefined) return;
  const ec2 = site.aws.ec2(region);
  try {
    const [known] = await describeFastLaunch(ec2, [imageId], signal);
    if (known === undefined || known.State === 'disabling') return;
    await ec2.disableFastLaunch({ ImageId: imageId, Force: true }, signal);
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const reason = toBakeError(thrown).message;
    warn(site, `Snapshots that EC2 prepared of ${imageId} in ${region} may be left: ${reason}`);
  }
}
