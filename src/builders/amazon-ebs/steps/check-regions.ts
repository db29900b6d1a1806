import { isDenied } from '../../../aws/errors.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { didYouMean } from '../../../kernel/suggestion.ts';
import { type Site, warn } from '../site.ts';

const UNKNOWN_REGION = 'unknown-region';

/** The build's region and those of `ami_regions` must exist and be enabled for the account. */
export async function checkRegions(site: Site): Promise<void> {
  const { options, ec2, context, region } = site;
  if (options.skip_region_validation) return;
  try {
    const { Regions = [] } = await ec2.describeRegions({}, context.signal);
    const enabled = Regions.map(({ RegionName }) => RegionName).filter((name) => name !== undefined);
    const unknown = [...new Set([region, ...options.ami_regions])].filter((name) => !enabled.includes(name));
    const [first] = unknown;
    if (first === undefined) return;
    throw new BakeError(
      unknown.length === 1 ? `There is no region ${first}` : `There are no regions ${unknown.join(', ')}`,
      {
        code: UNKNOWN_REGION,
        category: 'input',
        hint: `${didYouMean(first, enabled).trim()} Enabled for this account: ${enabled.sort().join(', ')}.`.trim(),
      },
    );
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    warn(site, `The regions could not be checked: ${(thrown as BakeError).message}`);
  }
}

/**
 * What to throw for an error of a call in some region: AWS refuses a region that does not exist in words that say nothing of
 * that, and the check of the regions knows better.
 */
export async function explainedBy(regions: Promise<void>, thrown: unknown): Promise<unknown> {
  const [check] = await Promise.allSettled([regions]);
  if (check.status === 'fulfilled') return thrown;
  return toBakeError(check.reason).code === UNKNOWN_REGION ? check.reason : thrown;
}
