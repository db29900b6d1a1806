import type { InstanceTypeInfo } from '@aws-sdk/client-ec2';
import { awsCodeOf } from '../../../aws/errors.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { isSpot } from '../../amazon/validation/spot.ts';
import type { Market } from '../launch/inputs.ts';
import { spotTypes } from '../launch/spot-options.ts';
import { note, type Site } from '../site.ts';
import type { SourceImage } from './find-source-image.ts';

/**
 * The instance types must exist, and one of them must fit the source image. What EC2 does not tell (it may not be asked, an
 * emulator does not know) is not checked: the launch shows it.
 */
export async function checkInstanceType(site: Site, image: Promise<SourceImage>): Promise<void> {
  const types = spotTypes(site).filter((name) => name !== '');
  const [source, ...found] = await Promise.all([
    image.catch(() => undefined),
    ...types.map((name) => describe(site, name)),
  ]);
  if (source === undefined) return;
  const market = isSpot(site.options) ? 'spot' : 'on-demand';
  const misfits = found.map((info) => (info === undefined ? undefined : misfit(info, source, market)));
  const known = misfits.filter((why) => why !== undefined);
  const [first] = known;
  if (first === undefined) return;
  if (known.length === types.length) {
    throw new BakeError(known.map(({ what }) => what).join('; '), {
      code: 'instance-type-misfit',
      category: 'template',
      hint: first.remedy,
    });
  }
  for (const { what } of known) note(site, `${what}: it is not going to be launched`);
}

async function describe({ aws, region, context }: Site, name: string): Promise<InstanceTypeInfo | undefined> {
  try {
    return await aws.batches(region).instanceType(name, context.signal);
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    if (awsCodeOf(thrown) !== 'InvalidInstanceType') return undefined;
    throw new BakeError(`There is no instance type "${name}" in ${region}`, {
      code: 'instance-type-unknown',
      category: 'template',
      hint: `Check the spelling of instance_type, and that AWS offers it in ${region}: \`aws ec2 describe-instance-type-offerings --region ${region}\`.`,
      cause: thrown,
    });
  }
}

interface Misfit {
  readonly what: string;
  readonly remedy: string;
}

/** Why EC2 would not launch the image on this type. */
function misfit(type: InstanceTypeInfo, image: SourceImage, market: Market): Misfit | undefined {
  const the = `The instance type ${type.InstanceType}`;
  const source = `the source AMI ${image.ImageId} (${image.Name ?? 'without a name'})`;
  const { Architecture: architecture, BootMode: bootMode, VirtualizationType: virtualization } = image;
  const architectures: readonly string[] = type.ProcessorInfo?.SupportedArchitectures ?? [];
  if (isMissing(architecture, architectures)) {
    return {
      what: `${the} is ${architectures.join(' or ')}, and ${source} is ${architecture}`,
      remedy: `Take an instance_type for ${architecture}, or a source AMI for ${architectures.join(' or ')} (a filter for architecture, or a name with ${architectures.includes('arm64') ? 'arm64' : 'amd64 or x86_64'} in it).`,
    };
  }
  const bootModes: readonly string[] = type.SupportedBootModes ?? [];
  // `uefi-preferred` boots either way.
  const needed = bootMode === 'uefi-preferred' ? undefined : bootMode;
  if (isMissing(needed, bootModes)) {
    return {
      what: `${the} boots by ${bootModes.join(' or ')}, and ${source} by ${needed}`,
      remedy: `Take an instance_type that boots by ${needed}, or a source AMI that boots by ${bootModes.join(' or ')}.`,
    };
  }
  if (isMissing(virtualization, type.SupportedVirtualizationTypes ?? [])) {
    return {
      what: `${the} takes ${type.SupportedVirtualizationTypes?.join(' or ')} images, and ${source} is ${virtualization}`,
      remedy: 'Start from an HVM image: virtualization-type = "hvm" in the filters.',
    };
  }
  if (type.NetworkInfo?.EnaSupport === 'required' && image.EnaSupport === false) {
    return {
      what: `${the} needs an image with ENA (enhanced networking), and ${source} has it switched off`,
      remedy:
        'Start from an image with it (ena-support = "true" in the filters), or take a type that can do without, as t2.',
    };
  }
  if (image.TpmSupport !== undefined && type.NitroTpmSupport === 'unsupported') {
    return {
      what: `${the} has no NitroTPM, and ${source} needs one (${image.TpmSupport})`,
      remedy:
        'Take an instance_type with NitroTPM: `aws ec2 describe-instance-types --filters Name=nitro-tpm-support,Values=supported`.',
    };
  }
  if (isMissing(market, type.SupportedUsageClasses ?? [])) {
    return {
      what: `${the} can not be had ${market === 'spot' ? 'as a spot instance' : 'on demand'}`,
      remedy: market === 'spot' ? 'Take another type, or remove spot_price.' : 'Take another instance_type.',
    };
  }
  return undefined;
}

/** Whether what is needed is not among what there is; nothing known is nothing missing. */
function isMissing(needed: string | undefined, supported: readonly string[]): boolean {
  return needed !== undefined && supported.length > 0 && !supported.includes(needed);
}
