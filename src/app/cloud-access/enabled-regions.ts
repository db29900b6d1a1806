import type { Aws } from '../../aws/connections.ts';
import { isDenied } from '../../aws/errors.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import type { CloudAccess } from './cloud-access.ts';

/** Where to look, as it was asked for. */
export interface WantedRegions {
  /** None: every region that is enabled for the account. */
  readonly regions: readonly string[];
  /** The region to ask for the others; undefined: as the environment and the profile say. */
  readonly region: string | undefined;
}

/** The account, by way of whatever region is known. Rejects with BakeError `region-missing`. */
export async function openSomewhere({ regions, region }: WantedRegions, { connections }: CloudAccess): Promise<Aws> {
  try {
    return await connections.open({ region: region ?? regions[0] });
  } catch (thrown) {
    const error = toBakeError(thrown);
    if (error.code !== 'region-missing') throw error;
    throw new BakeError('It is not said in which AWS region to ask for the others', {
      code: error.code,
      category: 'input',
      hint: 'Name the regions to look through (-regions; the action: input regions), or set AWS_REGION.',
    });
  }
}

/** Sorted. Rejects with BakeError `regions-unknown` where they may not be listed. */
export async function enabledRegions(aws: Aws, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const { Regions = [] } = await aws.ec2(aws.region).describeRegions({}, signal);
    return Regions.map(({ RegionName }) => RegionName)
      .filter((name) => name !== undefined)
      .sort();
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    throw new BakeError(`The regions of the account can't be listed: ${toBakeError(thrown).message}`, {
      code: 'regions-unknown',
      category: 'auth',
      hint: 'Allow ec2:DescribeRegions, or name the regions to look through (-regions; the action: input regions).',
      cause: thrown,
    });
  }
}
