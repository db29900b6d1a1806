import { blockDeviceList } from '../block-devices.ts';
import {
  accepted,
  flag,
  identifier,
  integer,
  type Kind,
  listOf,
  oneOf,
  required,
  structure,
  text,
  type Values,
} from '../protocol/parameters.ts';
import { tagSpecificationList } from '../tagging.ts';

/** `NetworkInterface.N` of RunInstances. */
const networkInterfaceParameters = {
  AssociatePublicIpAddress: flag,
  DeleteOnTermination: flag,
  Description: text,
  DeviceIndex: required(integer),
  SecurityGroupId: listOf(text),
  NetworkInterfaceId: identifier,
  PrivateIpAddress: identifier,
  SubnetId: identifier,
  Ipv6AddressCount: accepted,
  Ipv6Addresses: accepted,
  PrivateIpAddresses: accepted,
  SecondaryPrivateIpAddressCount: accepted,
  AssociateCarrierIpAddress: accepted,
  InterfaceType: accepted,
  NetworkCardIndex: accepted,
  Ipv4Prefix: accepted,
  Ipv4PrefixCount: accepted,
  Ipv6Prefix: accepted,
  Ipv6PrefixCount: accepted,
  PrimaryIpv6: accepted,
  EnaSrdSpecification: accepted,
  ConnectionTrackingSpecification: accepted,
  EnaQueueCount: accepted,
};

const metadataParameters = {
  HttpTokens: oneOf('optional', 'required'),
  HttpPutResponseHopLimit: integer,
  HttpEndpoint: oneOf('enabled', 'disabled'),
  HttpProtocolIpv6: oneOf('enabled', 'disabled'),
  InstanceMetadataTags: oneOf('enabled', 'disabled'),
};

const placementParameters = {
  AvailabilityZone: identifier,
  Tenancy: oneOf('default', 'dedicated', 'host'),
  AvailabilityZoneId: accepted,
  Affinity: accepted,
  GroupName: accepted,
  GroupId: accepted,
  PartitionNumber: accepted,
  HostId: identifier,
  SpreadDomain: accepted,
  HostResourceGroupArn: identifier,
};

const spotParameters = {
  MaxPrice: identifier,
  SpotInstanceType: oneOf('one-time', 'persistent'),
  InstanceInterruptionBehavior: oneOf('hibernate', 'stop', 'terminate'),
  BlockDurationMinutes: accepted,
  ValidUntil: accepted,
};

const capacityReservationParameters = {
  CapacityReservationPreference: oneOf('open', 'none', 'capacity-reservations-only'),
  CapacityReservationTarget: structure({
    CapacityReservationId: identifier,
    CapacityReservationResourceGroupArn: identifier,
  }),
};

/** What RunInstances and the data of a launch template have in common (API reference, 2016-11-15). */
export const launchTemplateDataParameters = {
  ImageId: identifier,
  InstanceType: identifier,
  KeyName: identifier,
  SecurityGroupId: listOf(text),
  SecurityGroup: listOf(text),
  UserData: identifier,
  BlockDeviceMapping: blockDeviceList,
  NetworkInterface: listOf(structure(networkInterfaceParameters)),
  IamInstanceProfile: structure({ Arn: identifier, Name: identifier }),
  TagSpecification: tagSpecificationList,
  MetadataOptions: structure(metadataParameters),
  Placement: structure(placementParameters),
  Monitoring: structure({ Enabled: required(flag) }),
  InstanceInitiatedShutdownBehavior: oneOf('stop', 'terminate'),
  DisableApiTermination: flag,
  DisableApiStop: flag,
  EbsOptimized: flag,
  InstanceMarketOptions: structure({
    MarketType: oneOf('spot', 'capacity-block'),
    SpotOptions: structure(spotParameters),
  }),
  CreditSpecification: structure({ CpuCredits: required(oneOf('standard', 'unlimited')) }),
  CpuOptions: accepted,
  CapacityReservationSpecification: structure(capacityReservationParameters),
  HibernationOptions: accepted,
  LicenseSpecification: listOf(structure({ LicenseConfigurationArn: required(text) })),
  EnclaveOptions: structure({ Enabled: flag }),
  PrivateDnsNameOptions: accepted,
  MaintenanceOptions: accepted,
  EnablePrimaryIpv6: accepted,
  NetworkPerformanceOptions: accepted,
  Operator: accepted,
  SecondaryInterface: accepted,
  KernelId: accepted,
  RamdiskId: accepted,
  ElasticGpuSpecification: accepted,
  ElasticInferenceAccelerator: accepted,
};

export type LaunchTemplateData = Values<typeof launchTemplateDataParameters>;

/** The parameters of RunInstances; a launch template is refused by `run`. */
export const runInstancesParameters = {
  ...launchTemplateDataParameters,
  MinCount: required(integer),
  MaxCount: required(integer),
  SubnetId: identifier,
  PrivateIpAddress: identifier,
  ClientToken: identifier,
  LaunchTemplate: structure({ LaunchTemplateId: text, LaunchTemplateName: text, Version: text }),
  Ipv6AddressCount: accepted,
  Ipv6Address: accepted,
  AdditionalInfo: accepted,
};

export type RunInstancesInput = Values<typeof runInstancesParameters>;
export type InterfaceInput =
  typeof runInstancesParameters.NetworkInterface extends Kind<infer T>
    ? T extends readonly (infer I)[]
      ? I
      : never
    : never;
