import type { _InstanceType, RunInstancesCommandInput, Tenancy } from '@aws-sdk/client-ec2';
import { tagSpecification } from '../../aws/tags.ts';
import { isBurstable } from '../amazon/validation/instance.ts';
import { blockDeviceMappings, withoutInstanceStore } from './block-devices.ts';
import type { Bake } from './site.ts';
import type { Network } from './steps/choose-network.ts';
import type { SourceImage } from './steps/find-source-image.ts';
import type { TemplateTags } from './template-tags.ts';

export interface LaunchInputs {
  readonly source: SourceImage;
  readonly network: Network;
  readonly keyName: string | undefined;
  readonly securityGroupIds: readonly string[];
  /** Raw bytes. */
  readonly userData: Buffer | undefined;
  readonly tags: TemplateTags;
}

/** Packer's name for the instance; some IAM policies go by it. */
const NAME = { Name: 'Packer Builder' };

/** The request that launches the instance, but for its client token. */
export function runInstancesInput(bake: Bake, inputs: LaunchInputs): RunInstancesCommandInput {
  const { options, ownership } = bake;
  const { source, network, keyName, securityGroupIds, userData, tags } = inputs;
  const devices = [
    ...blockDeviceMappings(options.launch_block_device_mappings),
    ...(options.no_ephemeral ? withoutInstanceStore() : []),
  ];
  return {
    ImageId: source.ImageId,
    // EC2 judges it: types that are newer than this program work too.
    InstanceType: options.instance_type as _InstanceType,
    MinCount: 1,
    MaxCount: 1,
    EbsOptimized: options.ebs_optimized,
    InstanceInitiatedShutdownBehavior: options.shutdown_behavior === 'terminate' ? 'terminate' : 'stop',
    TagSpecifications: [
      tagSpecification('instance', NAME, tags.run, ownership),
      tagSpecification('volume', tags.volume, ownership),
      tagSpecification('network-interface', tags.run, ownership),
    ],
    ...(keyName === undefined ? {} : { KeyName: keyName }),
    ...(userData === undefined ? {} : { UserData: userData.toString('base64') }),
    ...(devices.length === 0 ? {} : { BlockDeviceMappings: devices }),
    ...networkInput(bake, network, securityGroupIds),
    ...placementInput(bake, network),
    ...featureInput(bake),
  };
}

/** A public address can only be asked for (or declined) for a network interface. */
function networkInput(
  { options }: Bake,
  network: Network,
  securityGroupIds: readonly string[],
): Partial<RunInstancesCommandInput> {
  const wantsPublicAddress = options.associate_public_ip_address;
  const groups = [...securityGroupIds];
  const subnet = network.subnetId === undefined ? {} : { SubnetId: network.subnetId };
  if (wantsPublicAddress === undefined || network.subnetId === undefined) {
    return { ...subnet, ...(groups.length === 0 ? {} : { SecurityGroupIds: groups }) };
  }
  return {
    NetworkInterfaces: [
      {
        DeviceIndex: 0,
        AssociatePublicIpAddress: wantsPublicAddress,
        DeleteOnTermination: true,
        ...subnet,
        ...(groups.length === 0 ? {} : { Groups: groups }),
      },
    ],
  };
}

function placementInput({ options }: Bake, network: Network): Partial<RunInstancesCommandInput> {
  const { placement } = options;
  const tenancy = placement?.tenancy || options.tenancy || undefined;
  const onHost = placement?.host_id || placement?.host_resource_group_arn;
  const Placement = {
    ...(network.availabilityZone === undefined ? {} : { AvailabilityZone: network.availabilityZone }),
    ...(tenancy === undefined ? (onHost ? { Tenancy: 'host' as const } : {}) : { Tenancy: tenancy as Tenancy }),
    ...(placement?.host_id ? { HostId: placement.host_id } : {}),
    ...(placement?.host_resource_group_arn ? { HostResourceGroupArn: placement.host_resource_group_arn } : {}),
  };
  return Object.keys(Placement).length === 0 ? {} : { Placement };
}

function featureInput({ options }: Bake): Partial<RunInstancesCommandInput> {
  const credits = options.enable_unlimited_credits || options.enable_t2_unlimited ? 'unlimited' : 'standard';
  const licenses = options.license_specifications
    .map(({ license_configuration_request: request }) => request?.license_configuration_arn)
    .filter((arn) => arn !== undefined);
  const metadata = metadataInput(options.metadata_options);
  return {
    ...(options.iam_instance_profile ? { IamInstanceProfile: { Name: options.iam_instance_profile } } : {}),
    ...(isBurstable(options.instance_type ?? '') ? { CreditSpecification: { CpuCredits: credits } } : {}),
    ...(options.enable_nitro_enclave ? { EnclaveOptions: { Enabled: true } } : {}),
    ...(licenses.length === 0
      ? {}
      : { LicenseSpecifications: licenses.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })) }),
    ...capacityInput(options),
    ...(metadata === undefined ? {} : { MetadataOptions: metadata }),
  };
}

/** Only what is written: otherwise the defaults of the image and of the account hold. */
function metadataInput(options: Bake['options']['metadata_options']): RunInstancesCommandInput['MetadataOptions'] {
  if (options === undefined) return undefined;
  const switched = (value: string | undefined) => (value === 'disabled' ? 'disabled' : 'enabled');
  return {
    ...(options.http_endpoint === undefined ? {} : { HttpEndpoint: switched(options.http_endpoint) }),
    ...(options.http_tokens === undefined
      ? {}
      : { HttpTokens: options.http_tokens === 'required' ? 'required' : 'optional' }),
    ...(options.http_put_response_hop_limit === undefined
      ? {}
      : { HttpPutResponseHopLimit: options.http_put_response_hop_limit }),
    ...(options.instance_metadata_tags === undefined
      ? {}
      : { InstanceMetadataTags: switched(options.instance_metadata_tags) }),
  };
}

function capacityInput(options: Bake['options']): Partial<RunInstancesCommandInput> {
  const target = {
    ...(options.capacity_reservation_id ? { CapacityReservationId: options.capacity_reservation_id } : {}),
    ...(options.capacity_reservation_group_arn
      ? { CapacityReservationResourceGroupArn: options.capacity_reservation_group_arn }
      : {}),
  };
  if (Object.keys(target).length > 0) {
    return { CapacityReservationSpecification: { CapacityReservationTarget: target } };
  }
  // As Packer: a build does not use up what was reserved for other things.
  const preference = options.capacity_reservation_preference === 'open' ? 'open' : 'none';
  return { CapacityReservationSpecification: { CapacityReservationPreference: preference } };
}
