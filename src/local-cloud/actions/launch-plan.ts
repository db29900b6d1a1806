import type { ActionContext } from '../action.ts';
import { mergeBlockDevices } from '../block-devices.ts';
import { checkCapacity } from '../capacity.ts';
import { bootModesOf, hasTpm, type InstanceType, instanceTypeNamed, isXen } from '../instance-types.ts';
import { CloudError, invalidCombination, invalidValue, missingParameter } from '../protocol/cloud-error.ts';
import { findImage } from '../resource-lookup.ts';
import { planSpot, type SpotPlan } from '../spot-market.ts';
import type { BlockDevice, Image, InstanceFeatures, KeyPair } from '../state/resources.ts';
import { specifiedTags } from '../tagging.ts';
import { mayUse } from './image-access.ts';
import { checkMetadata, checkPlacement, plannedFeatures } from './launch-features.ts';
import { type InterfacePlan, planInterfaces } from './launch-network.ts';
import type { RunInstancesInput } from './run-instances-parameters.ts';

const MAXIMUM_USER_DATA = 16_384;

/** Everything that a launch needs, found and checked before anything is made. */
export interface LaunchPlan {
  readonly image: Image;
  readonly type: InstanceType;
  readonly keyPair: KeyPair | undefined;
  readonly devices: readonly BlockDevice[];
  readonly interfaces: readonly InterfacePlan[];
  readonly userData: Buffer | undefined;
  readonly instanceProfile: string | undefined;
  readonly features: InstanceFeatures;
  readonly spot: SpotPlan | undefined;
  readonly tags: Record<'instance' | 'volume' | 'network-interface', Map<string, string>>;
}

/** Checks a request as a whole; nothing has been made yet when this throws. */
export function planLaunch(context: ActionContext, input: RunInstancesInput): LaunchPlan {
  const { cloud, region } = context;
  if (input.LaunchTemplate !== undefined) throw unsupported('Launch templates are');
  if (input.InstanceMarketOptions?.MarketType === 'capacity-block') throw unsupported('Capacity blocks are');
  if (input.ImageId === undefined) throw missingParameter('ImageId');
  const image = findImage(region, input.ImageId);
  if (!mayUse(cloud, image)) {
    throw new CloudError('InvalidAMIID.NotFound', `The image id '[${image.id}]' does not exist`);
  }
  if (image.state !== 'available') {
    throw new CloudError('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available`);
  }
  const type = checkedType(input.InstanceType ?? 'm1.small', image);
  const { 'spot-instances-request': spotTags, ...tags } = specifiedTags(
    input.TagSpecification,
    'instance',
    'volume',
    'network-interface',
    'spot-instances-request',
  );
  const interfaces = planInterfaces(context, input);
  checkMetadata(input);
  checkPlacement(input);
  const spot = planSpot(context, input, type, spotTags);
  const zone = interfaces[0]?.subnet.availabilityZone ?? '';
  const plan: LaunchPlan = {
    image,
    type,
    keyPair: findKeyPair(context, input.KeyName),
    devices: mergeBlockDevices(region, image.blockDevices, input.BlockDeviceMapping),
    interfaces,
    userData: decodedUserData(input.UserData),
    instanceProfile: checkedProfile(context, input),
    features: plannedFeatures(input, type),
    spot,
    tags,
  };
  checkCapacity(cloud, { type: type.name, zone, market: spot === undefined ? 'on-demand' : 'spot' });
  return plan;
}

function checkedType(name: string, image: Image): InstanceType {
  const type = instanceTypeNamed(name);
  if (type === undefined) {
    throw new CloudError('InvalidParameterValue', `Invalid value '${name}' for InstanceType.`);
  }
  if (type.architecture !== image.architecture) {
    throw new CloudError(
      'InvalidParameterValue',
      `The architecture '${type.architecture}' of the specified instance type does not match the architecture ` +
        `'${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching ` +
        "architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the " +
        'architecture of the instance type or AMI.',
    );
  }
  if (
    image.bootMode !== undefined &&
    image.bootMode !== 'uefi-preferred' &&
    !bootModesOf(type).includes(image.bootMode)
  ) {
    throw invalidCombination(
      `The instance type '${name}' does not support the boot mode '${image.bootMode}' of the AMI.`,
    );
  }
  if (!image.enaSupport && !isXen(type)) {
    throw invalidCombination(
      `Enhanced networking with the Elastic Network Adapter (ENA) is required for the '${name}' instance type. Ensure ` +
        'that you are using an AMI that is enabled for ENA.',
    );
  }
  if (image.tpmSupport !== undefined && !hasTpm(type)) {
    throw invalidCombination(`The instance type '${name}' does not support NitroTPM, which the AMI requires.`);
  }
  return type;
}

function findKeyPair({ region }: ActionContext, name: string | undefined): KeyPair | undefined {
  if (name === undefined) return undefined;
  const keyPair = region.keyPairs.visible().find((each) => each.name === name);
  if (keyPair === undefined) throw new CloudError('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
  return keyPair;
}

function decodedUserData(encoded: string | undefined): Buffer | undefined {
  if (encoded === undefined) return undefined;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(encoded.replaceAll(/\s/g, ''))) {
    throw new CloudError('InvalidUserData.Malformed', 'Invalid BASE64 encoding of user data.');
  }
  const data = Buffer.from(encoded, 'base64');
  if (data.length > MAXIMUM_USER_DATA) {
    throw new CloudError('InvalidParameterValue', `User data is limited to ${MAXIMUM_USER_DATA} bytes`);
  }
  return data;
}

/** That EC2 knows the instance profile: Packer's dry runs wait for that. */
export function checkProfile(context: ActionContext, input: RunInstancesInput): void {
  checkedProfile(context, input);
}

function checkedProfile({ cloud, now }: ActionContext, input: RunInstancesInput): string | undefined {
  const profile = input.IamInstanceProfile;
  const name = profile?.Name ?? profile?.Arn?.replace(/^.*\//, '');
  if (name === undefined) return undefined;
  const known = cloud.iam.profiles.get(name);
  // EC2 learns of a new profile a little later than IAM.
  if (known === undefined || (known.role !== undefined && now < known.knownAt)) {
    throw invalidValue(name, 'iamInstanceProfile.name', 'Invalid IAM Instance Profile name');
  }
  if (known.role === undefined) {
    throw invalidValue(name, 'iamInstanceProfile.name', `IAM Instance Profile "${name}" has no associated IAM Roles`);
  }
  return name;
}

function unsupported(subject: string): CloudError {
  return new CloudError('UnsupportedOperation', `${subject} not supported by the local cloud.`);
}
