import type { Image } from '@aws-sdk/client-ec2';
import { allPages } from '../../aws/all-pages.ts';
import type { Ec2Api } from '../../aws/api.ts';
import { isWindows } from '../../aws/windows.ts';

/** Resolves when the snapshots that EC2 prepared of an image are on their way out; rejects where they may stay. */
export type EndFastLaunch = (image: Image) => Promise<void>;

/**
 * How fast launch of images that are about to be deregistered ends: EC2 keeps, and charges for, the snapshots that it
 * prepared until it is switched off, and that names an image that is still there (EC2 API reference, DisableFastLaunch).
 * Only Windows images have it, and nothing is asked for others. Where it can't be read, no Windows image may go.
 */
export async function planFastLaunchEnds(
  ec2: Ec2Api,
  images: readonly Image[],
  signal: AbortSignal,
): Promise<EndFastLaunch> {
  if (!images.some(isWindows)) return async () => undefined;
  const enabled = await imagesWithFastLaunch(ec2, signal).then(
    (ids) => ({ ids }),
    (thrown: unknown) => ({ thrown }),
  );
  return async (image) => {
    if (!isWindows(image)) return;
    if ('thrown' in enabled) throw enabled.thrown;
    const { ImageId = '' } = image;
    if (enabled.ids.has(ImageId)) await ec2.disableFastLaunch({ ImageId, Force: true }, signal);
  };
}

/** The account's images in a region for which EC2 keeps snapshots, also where preparing all of them has failed. */
async function imagesWithFastLaunch(ec2: Ec2Api, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const pages = await allPages((NextToken) => ec2.describeFastLaunchImages({ NextToken }, signal));
  const all = pages.flatMap(({ FastLaunchImages = [] }) => FastLaunchImages);
  return new Set(all.filter(({ State }) => State !== 'disabling').map(({ ImageId = '' }) => ImageId));
}
