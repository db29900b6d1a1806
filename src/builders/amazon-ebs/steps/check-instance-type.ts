import type { InstanceTypeInfo } from '@aws-sdk/client-ec2';
import { awsCodeOf } from '../../../aws/errors.ts';
import { BakeError } from '../../../kernel/errors.ts';
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
  const misfits = found.map((info) => (info === undefined ? undefined : misfit(info, source)));
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
function misfit(
  { InstanceType: type, ProcessorInfo, SupportedBootModes: bootModes = [] }: InstanceTypeInfo,
  { ImageId, Name = 'without a name', Architecture: architecture, BootMode: bootMode }: SourceImage,
): Misfit | undefined {
  const architectures = ProcessorInfo?.SupportedArchitectures ?? [];
  const image = `the source AMI ${ImageId} (${Name})`;
  if (architecture !== undefined && architectures.length > 0 && !architectures.some((each) => each === architecture)) {
    return {
      what: `The instance type ${type} is ${architectures.join(' or ')}, and ${image} is ${architecture}`,
      remedy: `Take an instance_type for ${architecture}, or a source AMI for ${architectures.join(' or ')} (a filter for architecture, or a name with ${architectures.includes('arm64') ? 'arm64' : 'amd64 or x86_64'} in it).`,
    };
  }
  // `uefi-preferred` boots either way.
  const needed = bootMode === 'uefi' || bootMode === 'legacy-bios' ? bootMode : undefined;
  if (needed !== undefined && bootModes.length > 0 && !bootModes.includes(needed)) {
    return {
      what: `The instance type ${type} boots by ${bootModes.join(' or ')}, and ${image} by ${needed}`,
      remedy: `Take an instance_type that boots by ${needed}, or a source AMI that boots by ${bootModes.join(' or ')}.`,
    };
  }
  return undefined;
}
