import type { Image } from '@aws-sdk/client-ec2';
import type { Ec2Api } from '../api.ts';
import { isDenied } from '../errors.ts';
import { describeFastLaunch } from '../polling/describe-fast-launch.ts';
import { isWindows } from '../windows.ts';

/**
 * For an image that is about to be deregistered: has EC2 remove the snapshots that it prepared of it for fast launch, which
 * only Windows images have (EC2 API reference, DisableFastLaunch).
 */
export async function endFastLaunch(ec2: Ec2Api, image: Image, signal: AbortSignal): Promise<void> {
  if (!isWindows(image)) return;
  const { ImageId = '' } = image;
  try {
    const [known] = await describeFastLaunch(ec2, [ImageId], signal);
    if (known === undefined || known.State === 'disabling') return;
  } catch (thrown) {
    // Whoever may not look has not switched it on either: a build that does, waits for it.
    if (isDenied(thrown)) return;
    throw thrown;
  }
  await ec2.disableFastLaunch({ ImageId, Force: true }, signal);
}
