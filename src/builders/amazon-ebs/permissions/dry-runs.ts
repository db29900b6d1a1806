import { isDenied } from '../../../aws/errors.ts';
import type { Tags } from '../../../aws/tags.ts';
import { isSpot } from '../../amazon/validation/spot.ts';
import { runInstancesInput } from '../launch/run-instances-input.ts';
import { spotTypes } from '../launch/spot-options.ts';
import { targetRegions } from '../regions.ts';
import type { Site } from '../site.ts';
import type { Network } from '../steps/choose-network.ts';
import { copyImageInput } from '../steps/copy-image.ts';
import { createImageInput, type ImageRequest, imageTags } from '../steps/create-image.ts';
import type { SourceImage } from '../steps/find-source-image.ts';
import { securityGroupInput } from '../steps/make-security-group.ts';
import type { TemplateTags } from '../template-tags.ts';
import { needsOf } from './features.ts';
import type { Asked } from './need.ts';

/** What the requests to try are made of. */
export interface Known {
  readonly site: Site;
  readonly ownership: Tags;
  readonly tags: TemplateTags;
  readonly source: SourceImage;
  readonly network: Network;
  /** Undefined: a temporary group is to be made. */
  readonly securityGroupIds: readonly string[] | undefined;
  /** Undefined: it is not launched yet. */
  readonly instanceId: string | undefined;
  readonly image: ImageRequest;
}

/** A call that is only tried. */
export interface DryRun {
  readonly region: string;
  /** The same for calls that a policy is taken to treat alike. */
  readonly question: string;
  /** @param ownership our own tags, or none */
  readonly call: (ownership: Tags, signal: AbortSignal) => Promise<unknown>;
}

type Try = (known: Known) => readonly DryRun[];

const DryRun = true;

/** By the action of the declaration, what can be tried before the instance is launched. */
export const BEFORE_LAUNCH: ReadonlyMap<string, Try> = new Map<string, Try>([
  [
    'ec2:RunInstances',
    ({ site, tags, source, network, securityGroupIds }) => [
      {
        region: site.region,
        question: `RunInstances ${site.options.iam_instance_profile ?? ''}`,
        call: (ownership, signal) => {
          const inputs = {
            source,
            network,
            keyName: site.options.ssh_keypair_name || undefined,
            securityGroupIds: securityGroupIds ?? [],
            instanceProfile: site.options.iam_instance_profile || undefined,
            userData: undefined,
            shutdownBehavior: 'terminate',
            tags,
          } as const;
          const { subnetId, availabilityZone } = network;
          const target = {
            market: isSpot(site.options) ? 'spot' : 'on-demand',
            type: spotTypes(site)[0] ?? '',
            place: { subnetId, availabilityZone },
          } as const;
          const input = runInstancesInput({ options: site.options, ownership }, inputs, target);
          return site.ec2.runInstances({ ...input, DryRun }, signal);
        },
      },
    ],
  ],
  [
    'ec2:CreateSecurityGroup',
    ({ site, network, tags }) => [
      {
        region: site.region,
        question: 'CreateSecurityGroup',
        call: (ownership, signal) =>
          site.ec2.createSecurityGroup(
            { ...securityGroupInput('packer_dry-run', network, tags, ownership), DryRun },
            signal,
          ),
      },
    ],
  ],
  [
    'ec2:CopyImage',
    ({ site, source, image }) =>
      copiesOf(site).map((region) => ({
        region,
        question: 'CopyImage',
        call: (ownership, signal) => {
          // The source is not there yet: IAM holds a copy to the image and the snapshots that it makes, and to their tags.
          const input = copyImageInput(site, { id: source.ImageId, region: site.region }, region, image);
          return site.aws.ec2(region).copyImage({ ...input, ...imageTags(image, ownership), DryRun }, signal);
        },
      })),
  ],
]);

/** What can be tried while the instance boots, by the very requests that are made after hours of provisioning. */
export const AFTER_LAUNCH: ReadonlyMap<string, Try> = new Map<string, Try>([
  [
    'ec2:StopInstances',
    ({ site, instanceId = '' }) => [
      {
        region: site.region,
        question: 'StopInstances',
        call: (_, signal) => site.ec2.stopInstances({ InstanceIds: [instanceId], DryRun }, signal),
      },
    ],
  ],
  [
    'ec2:CreateImage',
    ({ site, instanceId = '', image }) => [
      {
        region: site.region,
        question: 'CreateImage',
        call: (ownership, signal) =>
          site.ec2.createImage(
            { ...createImageInput(site, instanceId, image), ...imageTags(image, ownership), DryRun },
            signal,
          ),
      },
    ],
  ],
]);

/**
 * Actions without which a build fails and which are not tried, with the reason. Every other one of the declaration is in one
 * of the lists above, is a look (`Describe`, `Get`), which shows by itself, or is not EC2's, which alone knows dry runs.
 */
export const NOT_TRIED: ReadonlyMap<string, string> = new Map([
  ['ec2:AuthorizeSecurityGroupIngress', 'the group is made for it, right before the launch: it shows by itself'],
  ['ec2:CreateTags', 'it is tried with the calls that give tags'],
  ['ec2:ModifyInstanceAttribute', 'it is about a stopped instance'],
  ['ec2:ModifyImageAttribute', 'a policy goes by the tags of the image, which is not there yet'],
  ['ec2:ModifySnapshotAttribute', 'a policy goes by the tags of the snapshot, which is not there yet'],
  ['ec2:EnableImageDeprecation', 'a policy goes by the tags of the image, which is not there yet'],
  ['ec2:EnableImageDeregistrationProtection', 'a policy goes by the tags of the image, which is not there yet'],
  ['ec2:DeregisterImage', 'the older image may be gone, or another one, by the time that the new one is made'],
  ['ec2:DeleteSnapshot', 'the older snapshots may be gone by the time that the new image is made'],
  ['ec2:EnableFastLaunch', 'a policy goes by the tags of the image, which is not there yet'],
]);

/** The regions that the image is copied into: others, and its own in order to encrypt it. */
function copiesOf(site: Site): readonly string[] {
  const { options, region: own } = site;
  return targetRegions(site).filter((region) => region !== own || options.encrypt_boot === true);
}

/** What this build can't do without, of what can be tried. */
export function dryRunsOf(tries: ReadonlyMap<string, Try>, asked: Asked, known: Known): readonly DryRun[] {
  const needed = needsOf(asked).flatMap(({ actions, without }) => (without.kind === 'fails' ? actions : []));
  return [...new Set(needed)].flatMap((action) => tries.get(action)?.(known) ?? []);
}

/** What denies these calls. As the calls themselves, those that may not give our tags are tried without. */
export async function denialsOf(
  site: Site,
  dryRuns: readonly DryRun[],
  ownership: Tags,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const denials = await Promise.all(
    dryRuns.map(({ region, question, call }) =>
      site.aws.batches(region).denialOf(question, async () => {
        try {
          return await call(ownership, signal);
        } catch (thrown) {
          if (isDenied(thrown)) return call({}, signal);
          throw thrown;
        }
      }),
    ),
  );
  return denials.filter((denial) => denial !== undefined);
}
