import type { DescribeFastLaunchImagesSuccessItem } from '@aws-sdk/client-ec2';
import { allPages } from '../all-pages.ts';
import type { Ec2Api } from '../api.ts';
import { isNotFound } from '../errors.ts';

/**
 * Fast launch of these images, as far as they have it. There is no filter for images, and one identifier that EC2 does
 * not know fails the call for all others: then each is asked for on its own, and what is unknown is left out.
 */
export async function describeFastLaunch(
  ec2: Ec2Api,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly DescribeFastLaunchImagesSuccessItem[]> {
  try {
    const pages = await allPages((NextToken) =>
      ec2.describeFastLaunchImages({ ImageIds: [...ids], NextToken }, signal),
    );
    return pages.flatMap(({ FastLaunchImages = [] }) => FastLaunchImages);
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
    if (ids.length === 1) return [];
    return (await Promise.all(ids.map((id) => describeFastLaunch(ec2, [id], signal)))).flat();
  }
}
