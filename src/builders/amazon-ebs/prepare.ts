import { accessSettings } from '../../aws/access-settings.ts';
import { wayInOf } from '../../aws/settings.ts';
import type { BuildContext, Connector, WayIn } from '../../engine/ports.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { type FastLaunchPlan, planFastLaunch } from './fast-launch/plan.ts';
import type { AmazonEbsOptions } from './options.ts';
import { mayChangeExpiry } from './ownership.ts';
import type { AmazonEbsDependencies, Site } from './site.ts';
import { checkInstanceProfile } from './steps/check-instance-profile.ts';
import { checkInstanceType } from './steps/check-instance-type.ts';
import { checkKeys } from './steps/check-keys.ts';
import { checkName } from './steps/check-name.ts';
import { checkRegions } from './steps/check-regions.ts';
import { checkRoute } from './steps/check-route.ts';
import { chooseNetwork, type Network } from './steps/choose-network.ts';
import { findSecurityGroups } from './steps/find-security-groups.ts';
import { findSourceImage, type SourceImage } from './steps/find-source-image.ts';
import { identify } from './steps/identify.ts';
import { together } from './together.ts';

/** What is known before anything is made. */
export interface Groundwork {
  readonly site: Site;
  /** Undefined: STS did not say, and need not (`skip_credential_validation`). */
  readonly accountId: string | undefined;
  /** How the post step finds these credentials again. */
  readonly wayIn: WayIn;
  readonly source: SourceImage;
  readonly network: Network;
  /** Undefined: a temporary group is to be made. */
  readonly securityGroupIds: readonly string[] | undefined;
  readonly fastLaunch: FastLaunchPlan;
  /** Whether an image may have an expiry while it is made, since that can be taken off again. */
  readonly mayExpire: boolean;
}

/** Checks with AWS, all at the same time, what can be checked before anything costs money. */
export async function prepare(
  decoded: DecodedOptions<AmazonEbsOptions>,
  context: BuildContext,
  connector: Connector,
  dependencies: AmazonEbsDependencies,
): Promise<Groundwork> {
  const { options } = decoded;
  if (options.ssh_keypair_name && connector.login.kind === 'temporary-key')
    throw withoutPrivateKey(options.ssh_keypair_name);
  const settings = accessSettings(options);
  const aws = await dependencies.connections.open(settings);
  const site: Site = {
    options,
    given: (option) => decoded.given(option),
    context,
    connector,
    dependencies,
    aws,
    ec2: aws.ec2(aws.region),
    region: aws.region,
  };
  return context.step('prepare', `Checking with AWS in ${aws.region}`, async () => {
    const network = chooseNetwork(site);
    const image = findSourceImage(site);
    const regions = checkRegions(site);
    const [accountId, source, chosen, securityGroupIds, fastLaunch, mayExpire] = await together([
      identify(site),
      image,
      network,
      network.then((found) => findSecurityGroups(site, found)),
      image.then((found) => planFastLaunch(site, found)),
      image.then(({ ImageId }) => !options.skip_create_ami && mayChangeExpiry(site, ImageId)),
      checkInstanceType(site, image),
      regions,
      checkName(site, regions),
      checkInstanceProfile(site),
      checkKeys(site, regions),
      network.then((found) => checkRoute(site, found)),
    ]);
    return {
      site,
      accountId,
      wayIn: wayInOf({ ...settings, region: aws.region }),
      source,
      network: chosen,
      securityGroupIds,
      fastLaunch,
      mayExpire,
    };
  });
}

function withoutPrivateKey(name: string): BakeError {
  return new BakeError(`The private key of the key pair "${name}" is not known`, {
    code: 'private-key-missing',
    category: 'input',
    hint: 'EC2 only knows its public half. Add ssh_private_key_file or ssh_agent_auth = true, or remove ssh_keypair_name so that a temporary key is made.',
  });
}
