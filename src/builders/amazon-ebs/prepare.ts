import { accessSettings } from '../../aws/access-settings.ts';
import { wayInOf } from '../../aws/settings.ts';
import type { Fingerprint, WayIn } from '../../engine/ports.ts';
import type { Beginnings } from './beginnings.ts';
import { type FastLaunchPlan, planFastLaunch } from './fast-launch/plan.ts';
import { checkBeforeLaunch } from './missing-actions.ts';
import type { NameClaims } from './name-claims.ts';
import { mayChangeExpiry } from './ownership.ts';
import type { Known } from './permissions/dry-runs.ts';
import { ownershipTags, type Site } from './site.ts';
import { checkInstanceProfile } from './steps/check-instance-profile.ts';
import { checkInstanceType } from './steps/check-instance-type.ts';
import { checkKeyPair } from './steps/check-key-pair.ts';
import { checkKeys } from './steps/check-keys.ts';
import { checkName, claimName } from './steps/check-name.ts';
import { checkRegions } from './steps/check-regions.ts';
import { checkRoute } from './steps/check-route.ts';
import { checkTags } from './steps/check-tags.ts';
import { chooseNetwork, type Network } from './steps/choose-network.ts';
import { findSecurityGroups } from './steps/find-security-groups.ts';
import type { SourceImage } from './steps/find-source-image.ts';
import { optionData } from './template-data.ts';
import { templateTags } from './template-tags.ts';
import { together } from './together.ts';
import { prepareVerification } from './verify-image.ts';

/** What is known before anything is made. */
export interface Groundwork {
  readonly site: Site;
  /** Undefined: STS did not say, and need not (`skip_credential_validation`). */
  readonly accountId: string | undefined;
  /** How the post step finds these credentials again. */
  readonly wayIn: WayIn;
  readonly source: SourceImage;
  /** Never rejects; see `BuildContext.fingerprint`. */
  readonly fingerprint: Promise<Fingerprint | undefined>;
  readonly network: Network;
  /** Undefined: a temporary group is to be made. */
  readonly securityGroupIds: readonly string[] | undefined;
  readonly fastLaunch: FastLaunchPlan;
  /** What is known of the requests that are to be made, to try them. */
  readonly known: Known;
  /** Rejects when dry runs say that something may not be done; waited for before the launch. */
  readonly permitted: Promise<void>;
  /** Whether an image may have an expiry while it is made, since that can be taken off again. Never rejects. */
  readonly mayExpire: Promise<boolean>;
}

/**
 * Checks with AWS, all at the same time, what can be checked before anything costs money; all that is wrong is one error.
 *
 * Quotas are not read. The one for vCPUs is held against a launch by EC2 itself, in the call that would begin to cost, and
 * what is left of it could be told only from all instances of the account. That for AMIs shows in CreateImage only, but
 * takes a count of all images beside Service Quotas, for what stops hardly anybody (50,000 in a region).
 */
export async function prepare(site: Site, beginnings: Beginnings, names: NameClaims): Promise<Groundwork> {
  const { options, context, region: own } = site;
  return context.step('prepare', `Checking with AWS in ${own}`, async () => {
    const network = chooseNetwork(site);
    const { accountId: identified, source: image, fingerprint } = beginnings;
    const regions = checkRegions(site);
    const groups = network.then((found) => findSecurityGroups(site, found));
    const known = Promise.all([image, network, groups]).then((found) => knownFrom(site, ...found));
    const permitted = known.then(
      checkBeforeLaunch,
      // Told by what failed.
      () => undefined,
    );
    // Waited for later; until then a denial must not end the process.
    permitted.catch(() => undefined);
    // Nothing is launched any later for that.
    const mayExpire = image.then(
      ({ ImageId }) => !options.skip_create_ami && mayChangeExpiry(site, ImageId),
      () => false,
    );
    const [accountId, source, chosen, securityGroupIds, fastLaunch] = await together([
      identified,
      image,
      network,
      groups,
      image.then((found) => planFastLaunch(site, found)),
      checkInstanceType(site, image),
      regions,
      checkName(site, regions),
      identified.then((account) => claimName(site, account, names)),
      checkInstanceProfile(site),
      checkKeyPair(site),
      checkKeys(site, regions),
      image.then((found) => checkTags(site, templateTags(options, context.render, optionData(found, own)))),
      network.then((found) => checkRoute(site, found)),
      beginnings.announcement,
      image.then(({ Architecture }) => prepareVerification(site, Architecture)),
    ]).catch(async (thrown: unknown) => {
      // What is denied is told with what else is wrong.
      await together([Promise.reject(thrown), permitted, mayExpire]);
      throw thrown;
    });
    return {
      site,
      accountId,
      wayIn: wayInOf({ ...accessSettings(options), region: own }),
      source,
      fingerprint,
      network: chosen,
      securityGroupIds,
      fastLaunch,
      known: await known,
      permitted,
      mayExpire,
    };
  });
}

/** What the requests that are to be made can be tried with. */
function knownFrom(
  site: Site,
  source: SourceImage,
  network: Network,
  securityGroupIds: readonly string[] | undefined,
): Known {
  const { options, context, region } = site;
  const data = optionData(source, region);
  const tags = templateTags(options, context.render, data);
  const description = options.ami_description && context.render(options.ami_description, data);
  const image = { name: options.ami_name, description, tags };
  const ownership = ownershipTags(site, source.ImageId);
  return { site, ownership, tags, source, network, securityGroupIds, instanceId: undefined, image };
}
