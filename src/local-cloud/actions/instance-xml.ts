import type { XmlFields } from '../protocol/xml.ts';
import type { CloudState } from '../state/cloud-state.ts';
import { type RegionState, zoneId } from '../state/region-state.ts';
import { INSTANCE_STATE_CODES, type Instance, type InstanceState, type NetworkInterface } from '../state/resources.ts';
import { tagSet } from '../tagging.ts';

/** An instance as DescribeInstances and RunInstances show it. */
export function instanceXml(cloud: CloudState, region: RegionState, instance: Instance): XmlFields {
  const image = region.images.get(instance.imageId);
  const interfaces = interfacesOf(region, instance);
  const [primary] = interfaces;
  const isGone = instance.state === 'terminated';
  return {
    instanceId: instance.id,
    imageId: instance.imageId,
    instanceState: stateXml(instance.state),
    ...dnsNamesXml(region, instance),
    reason: instance.transitionReason,
    keyName: instance.keyName,
    amiLaunchIndex: instance.launchIndex,
    productCodes: [],
    instanceType: instance.instanceType,
    launchTime: new Date(instance.launchedAt),
    placement: {
      availabilityZone: instance.availabilityZone,
      availabilityZoneId: zoneId(instance.availabilityZone),
      groupName: '',
      tenancy: instance.placement.tenancy,
      hostId: instance.placement.hostId,
      hostResourceGroupArn: instance.placement.hostResourceGroupArn,
    },
    platform: instance.platform,
    monitoring: { state: instance.monitoring ? 'enabled' : 'disabled' },
    subnetId: isGone ? undefined : instance.subnetId,
    vpcId: isGone ? undefined : instance.vpcId,
    privateIpAddress: primary?.privateAddress,
    ipAddress: primary?.publicAddress,
    ipv6Address: primary?.ipv6Address,
    sourceDestCheck: instance.sourceDestCheck,
    groupSet: groupsXml(region, primary),
    stateReason: instance.stateReason,
    architecture: instance.architecture,
    rootDeviceType: 'ebs',
    rootDeviceName: instance.rootDeviceName,
    blockDeviceMapping: region.volumes
      .all()
      .filter((volume) => volume.attachment?.instanceId === instance.id)
      .map((volume) => ({
        deviceName: volume.attachment?.device,
        ebs: {
          volumeId: volume.id,
          status: instance.state === 'pending' ? 'attaching' : 'attached',
          attachTime: new Date(volume.attachment?.at ?? volume.createdAt),
          deleteOnTermination: volume.attachment?.deleteOnTermination,
        },
      })),
    virtualizationType: 'hvm',
    clientToken: instance.clientToken ?? '',
    tagSet: tagSet(instance.tags),
    hypervisor: 'xen',
    networkInterfaceSet: interfaces.map((each) => interfaceOfInstanceXml(cloud, region, instance, each)),
    iamInstanceProfile: profileOf(cloud, instance),
    ebsOptimized: instance.ebsOptimized,
    enaSupport: instance.enaSupport,
    sriovNetSupport: instance.sriovNetSupport,
    bootMode: image?.bootMode,
    metadataOptions: { state: instance.state === 'pending' ? 'pending' : 'applied', ...instance.metadataOptions },
    instanceLifecycle: instance.spotRequestId === undefined ? undefined : 'spot',
    spotInstanceRequestId: instance.spotRequestId,
    ...featuresXml(instance),
    platformDetails: instance.platformDetails,
    usageOperation: instance.platform === 'windows' ? 'RunInstances:0002' : 'RunInstances',
  };
}

/** Of one that was deleted meanwhile only the name is known. */
export function profileOf(
  { iam, accountId }: CloudState,
  { instanceProfile: name }: Instance,
): { readonly arn: string; readonly id: string | undefined } | undefined {
  if (name === undefined) return undefined;
  const profile = iam.profiles.get(name);
  return { arn: `arn:aws:iam::${accountId}:instance-profile${profile?.path ?? '/'}${name}`, id: profile?.id };
}

/** Both are empty where there is no such address. */
export function dnsNamesXml(
  region: RegionState,
  instance: Instance,
): { readonly privateDnsName: string; readonly dnsName: string } {
  const [primary] = interfacesOf(region, instance);
  return {
    privateDnsName: primary === undefined ? '' : privateDnsName(region.name, primary.privateAddress),
    dnsName: primary?.publicAddress === undefined ? '' : publicDnsName(region.name, primary.publicAddress),
  };
}

function featuresXml({ features: { enclave, licenses, capacityReservation } }: Instance): XmlFields {
  const { preference, id, groupArn } = capacityReservation;
  const target = { capacityReservationId: id, capacityReservationResourceGroupArn: groupArn };
  return {
    enclaveOptions: { enabled: enclave },
    licenseSet: licenses.map((licenseConfigurationArn) => ({ licenseConfigurationArn })),
    capacityReservationSpecification:
      id === undefined && groupArn === undefined
        ? { capacityReservationPreference: preference ?? 'open' }
        : { capacityReservationTarget: target },
  };
}

export function stateXml(state: InstanceState): XmlFields {
  return { code: INSTANCE_STATE_CODES[state], name: state };
}

export function interfacesOf(region: RegionState, instance: Instance): NetworkInterface[] {
  return instance.interfaceIds
    .map((id) => region.interfaces.get(id))
    .filter((networkInterface) => networkInterface !== undefined);
}

export function groupsXml(region: RegionState, networkInterface: NetworkInterface | undefined): XmlFields[] {
  return (networkInterface?.groupIds ?? []).map((groupId) => ({
    groupId,
    groupName: region.securityGroups.get(groupId)?.name,
  }));
}

export function associationXml(region: RegionState, { publicAddress }: NetworkInterface): XmlFields | undefined {
  if (publicAddress === undefined) return undefined;
  return { publicIp: publicAddress, publicDnsName: publicDnsName(region.name, publicAddress), ipOwnerId: 'amazon' };
}

export function attachmentXml(instance: Instance, networkInterface: NetworkInterface): XmlFields {
  return {
    attachmentId: networkInterface.id.replace(/^eni-/, 'eni-attach-'),
    deviceIndex: networkInterface.deviceIndex,
    status: instance.state === 'pending' ? 'attaching' : 'attached',
    attachTime: new Date(networkInterface.createdAt),
    deleteOnTermination: true,
    networkCardIndex: 0,
  };
}

export function privateAddressesXml(region: RegionState, networkInterface: NetworkInterface): XmlFields[] {
  return [
    {
      privateIpAddress: networkInterface.privateAddress,
      privateDnsName: privateDnsName(region.name, networkInterface.privateAddress),
      primary: true,
      association: associationXml(region, networkInterface),
    },
  ];
}

export function ipv6AddressesXml({ ipv6Address }: NetworkInterface): XmlFields[] {
  return ipv6Address === undefined ? [] : [{ ipv6Address, isPrimaryIpv6: false }];
}

function interfaceOfInstanceXml(
  cloud: CloudState,
  region: RegionState,
  instance: Instance,
  networkInterface: NetworkInterface,
): XmlFields {
  return {
    networkInterfaceId: networkInterface.id,
    subnetId: networkInterface.subnetId,
    vpcId: networkInterface.vpcId,
    description: networkInterface.description,
    ownerId: cloud.accountId,
    status: 'in-use',
    macAddress: networkInterface.macAddress,
    privateIpAddress: networkInterface.privateAddress,
    privateDnsName: privateDnsName(region.name, networkInterface.privateAddress),
    sourceDestCheck: instance.sourceDestCheck,
    groupSet: groupsXml(region, networkInterface),
    attachment: attachmentXml(instance, networkInterface),
    association: associationXml(region, networkInterface),
    privateIpAddressesSet: privateAddressesXml(region, networkInterface),
    ipv6AddressesSet: ipv6AddressesXml(networkInterface),
    interfaceType: 'interface',
  };
}

/** EC2's names in the form of the User Guide, "EC2 instance hostnames": us-east-1 is `ec2.internal`. */
export function privateDnsName(region: string, address: string): string {
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  return `ip-${address.replaceAll('.', '-')}.${domain}`;
}

function publicDnsName(region: string, address: string): string {
  const domain = region === 'us-east-1' ? 'compute-1' : `${region}.compute`;
  return `ec2-${address.replaceAll('.', '-')}.${domain}.amazonaws.com`;
}
