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
  HostId: accepted,
  SpreadDomain: accepted,
  HostResourceGroupArn: accepted,
};

/** The parameters of RunInstances (API reference, 2016-11-15); spot and launch templates are refused by `run`. */
export const runInstancesParameters = {
  ImageId: identifier,
  InstanceType: identifier,
  MinCount: required(integer),
  MaxCount: required(integer),
  KeyName: identifier,
  SecurityGroupId: listOf(text),
  SecurityGroup: listOf(text),
  SubnetId: identifier,
  PrivateIpAddress: identifier,
  UserData: identifier,
  ClientToken: identifier,
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
  LaunchTemplate: structure({ LaunchTemplateId: text, LaunchTemplateName: text, Version: text }),
  InstanceMarketOptions: structure({ MarketType: text, SpotOptions: accepted }),
  CreditSpecification: accepted,
  CpuOptions: accepted,
  CapacityReservationSpecification: accepted,
  HibernationOptions: accepted,
  LicenseSpecification: accepted,
  EnclaveOptions: accepted,
  PrivateDnsNameOptions: accepted,
  MaintenanceOptions: accepted,
  EnablePrimaryIpv6: accepted,
  NetworkPerformanceOptions: accepted,
  Operator: accepted,
  SecondaryInterface: accepted,
  Ipv6AddressCount: accepted,
  Ipv6Address: accepted,
  KernelId: accepted,
  RamdiskId: accepted,
  ElasticGpuSpecification: accepted,
  ElasticInferenceAccelerator: accepted,
  AdditionalInfo: accepted,
};

export type RunInstancesInput = Values<typeof runInstancesParameters>;
export type InterfaceInput =
  typeof runInstancesParameters.NetworkInterface extends Kind<infer T>
    ? T extends readonly (infer I)[]
      ? I
      : never
    : never;
