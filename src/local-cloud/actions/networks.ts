import { type Action, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters, unmatched } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { accepted, listOf, required, text } from '../protocol/parameters.ts';
import { findInterfaces, findSubnets, findVpcs } from '../resource-lookup.ts';
import type { NetworkInterface, Subnet, Vpc } from '../state/resources.ts';
import { tagSet } from '../tagging.ts';
import {
  associationXml,
  attachmentXml,
  groupsXml,
  ipv6AddressesXml,
  privateAddressesXml,
  privateDnsName,
} from './instance-xml.ts';
import { availableAddresses } from './launch-network.ts';

const DHCP_OPTIONS = 'dopt-0a1b2c3d4e5f60718';

const vpcFilters: FilterTable<Vpc> = {
  ...tagFilters,
  cidr: ({ cidrBlock }) => cidrBlock,
  'cidr-block-association.association-id': cidrAssociation,
  'cidr-block-association.cidr-block': ({ cidrBlock }) => cidrBlock,
  'cidr-block-association.state': () => 'associated',
  'dhcp-options-id': () => DHCP_OPTIONS,
  'is-default': ({ isDefault }) => isDefault,
  isDefault: ({ isDefault }) => isDefault,
  state: () => 'available',
  'vpc-id': ({ id }) => id,
  ...unmatched(
    'ipv6-cidr-block-association.association-id',
    'ipv6-cidr-block-association.ipv6-cidr-block',
    'ipv6-cidr-block-association.ipv6-pool',
    'ipv6-cidr-block-association.state',
  ),
};

function cidrAssociation({ id }: Vpc): string {
  return id.replace(/^vpc-/, 'vpc-cidr-assoc-');
}

const describeVpcs = ec2Action({
  name: 'DescribeVpcs',
  parameters: { VpcId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const found = applyFilters(findVpcs(region, input.VpcId), input.Filter, {
      ...vpcFilters,
      'owner-id': () => cloud.accountId,
    });
    const page = pageOf(context, found, input, { ids: input.VpcId, set: 'vpcSet' });
    return {
      vpcSet: page.items.map((vpc) => ({
        vpcId: vpc.id,
        ownerId: cloud.accountId,
        state: 'available',
        cidrBlock: vpc.cidrBlock,
        cidrBlockAssociationSet: [
          {
            cidrBlock: vpc.cidrBlock,
            associationId: cidrAssociation(vpc),
            cidrBlockState: { state: 'associated' },
          },
        ],
        dhcpOptionsId: DHCP_OPTIONS,
        instanceTenancy: 'default',
        isDefault: vpc.isDefault,
        tagSet: tagSet(vpc.tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

const subnetFilters: FilterTable<Subnet> = {
  ...tagFilters,
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  availabilityZone: ({ availabilityZone }) => availabilityZone,
  'availability-zone-id': ({ availabilityZoneId }) => availabilityZoneId,
  availabilityZoneId: ({ availabilityZoneId }) => availabilityZoneId,
  'available-ip-address-count': availableAddresses,
  cidr: ({ cidrBlock }) => cidrBlock,
  cidrBlock: ({ cidrBlock }) => cidrBlock,
  'cidr-block': ({ cidrBlock }) => cidrBlock,
  'default-for-az': ({ isDefault }) => isDefault,
  defaultForAz: ({ isDefault }) => isDefault,
  'enable-dns64': () => false,
  'ipv6-cidr-block-association.association-id': ({ id, ipv6CidrBlock }) => ipv6CidrBlock && ipv6Association(id),
  'ipv6-cidr-block-association.ipv6-cidr-block': ({ ipv6CidrBlock }) => ipv6CidrBlock,
  'ipv6-cidr-block-association.state': ({ ipv6CidrBlock }) => ipv6CidrBlock && 'associated',
  'ipv6-native': () => false,
  'map-customer-owned-ip-on-launch': () => false,
  'map-public-ip-on-launch': ({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch,
  'private-dns-name-options-on-launch.enable-resource-name-dns-a-record': () => false,
  'private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record': () => false,
  'private-dns-name-options-on-launch.hostname-type': () => 'ip-name',
  state: () => 'available',
  'subnet-id': ({ id }) => id,
  'vpc-id': ({ vpcId }) => vpcId,
  ...unmatched('customer-owned-ipv4-pool', 'enable-lni-at-device-index', 'outpost-arn'),
};

function ipv6Association(subnetId: string): string {
  return subnetId.replace(/^subnet-/, 'subnet-cidr-assoc-');
}

const describeSubnets = ec2Action({
  name: 'DescribeSubnets',
  parameters: { SubnetId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const arnOf = (id: string): string => `arn:aws:ec2:${region.name}:${cloud.accountId}:subnet/${id}`;
    const found = applyFilters(findSubnets(region, input.SubnetId), input.Filter, {
      ...subnetFilters,
      'owner-id': () => cloud.accountId,
      'subnet-arn': ({ id }) => arnOf(id),
    });
    const page = pageOf(context, found, input, { ids: input.SubnetId, set: 'subnetSet' });
    return {
      subnetSet: page.items.map((subnet) => ({
        subnetId: subnet.id,
        subnetArn: arnOf(subnet.id),
        state: 'available',
        ownerId: cloud.accountId,
        vpcId: subnet.vpcId,
        cidrBlock: subnet.cidrBlock,
        ipv6CidrBlockAssociationSet:
          subnet.ipv6CidrBlock === undefined
            ? []
            : [
                {
                  associationId: ipv6Association(subnet.id),
                  ipv6CidrBlock: subnet.ipv6CidrBlock,
                  ipv6CidrBlockState: { state: 'associated' },
                },
              ],
        availableIpAddressCount: availableAddresses(subnet),
        availabilityZone: subnet.availabilityZone,
        availabilityZoneId: subnet.availabilityZoneId,
        defaultForAz: subnet.isDefault,
        mapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
        assignIpv6AddressOnCreation: subnet.ipv6CidrBlock !== undefined,
        tagSet: tagSet(subnet.tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

const interfaceFilters: FilterTable<NetworkInterface> = {
  ...tagFilters,
  'addresses.association.public-ip': ({ publicAddress }) => publicAddress,
  'addresses.primary': () => true,
  'addresses.private-ip-address': ({ privateAddress }) => privateAddress,
  'association.public-ip': ({ publicAddress }) => publicAddress,
  'attachment.attachment-id': ({ id }) => id.replace(/^eni-/, 'eni-attach-'),
  'attachment.delete-on-termination': () => true,
  'attachment.device-index': ({ deviceIndex }) => deviceIndex,
  'interface-type': () => 'interface',
  'ipv6-addresses.ipv6-address': ({ ipv6Address }) => ipv6Address,
  'requester-managed': () => false,
  'attachment.instance-id': ({ instanceId }) => instanceId,
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  description: ({ description }) => description,
  'group-id': ({ groupIds }) => groupIds,
  'mac-address': ({ macAddress }) => macAddress,
  'network-interface-id': ({ id }) => id,
  'private-ip-address': ({ privateAddress }) => privateAddress,
  status: () => 'in-use',
  'subnet-id': ({ subnetId }) => subnetId,
  'vpc-id': ({ vpcId }) => vpcId,
};

const describeNetworkInterfaces = ec2Action({
  name: 'DescribeNetworkInterfaces',
  parameters: {
    NetworkInterfaceId: listOf(text),
    Filter: filterList,
    IncludeManagedResources: accepted,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { cloud, region } = context;
    const found = applyFilters(findInterfaces(region, input.NetworkInterfaceId), input.Filter, {
      ...interfaceFilters,
      'attachment.instance-owner-id': () => cloud.accountId,
      'attachment.status': ({ instanceId }) =>
        region.instances.get(instanceId)?.state === 'pending' ? 'attaching' : 'attached',
      'owner-id': () => cloud.accountId,
      'private-dns-name': ({ privateAddress }) => privateDnsName(region.name, privateAddress),
      'source-dest-check': ({ instanceId }) => region.instances.get(instanceId)?.sourceDestCheck,
    });
    const page = pageOf(context, found, input, { ids: input.NetworkInterfaceId, set: 'networkInterfaceSet' });
    return {
      networkInterfaceSet: page.items.map((each) => {
        const instance = region.instances.get(each.instanceId);
        return {
          networkInterfaceId: each.id,
          subnetId: each.subnetId,
          vpcId: each.vpcId,
          availabilityZone: each.availabilityZone,
          description: each.description,
          ownerId: cloud.accountId,
          requesterManaged: false,
          status: 'in-use',
          macAddress: each.macAddress,
          privateIpAddress: each.privateAddress,
          privateDnsName: privateDnsName(region.name, each.privateAddress),
          sourceDestCheck: instance?.sourceDestCheck,
          groupSet: groupsXml(region, each),
          attachment:
            instance === undefined
              ? undefined
              : {
                  ...attachmentXml(instance, each),
                  instanceId: instance.id,
                  instanceOwnerId: cloud.accountId,
                },
          association: associationXml(region, each),
          privateIpAddressesSet: privateAddressesXml(region, each),
          ipv6AddressesSet: ipv6AddressesXml(each),
          interfaceType: 'interface',
          tagSet: tagSet(each.tags),
        };
      }),
      nextToken: page.nextToken,
    };
  },
});

const deleteNetworkInterface = ec2Action({
  name: 'DeleteNetworkInterface',
  parameters: { NetworkInterfaceId: required(text) },
  run: ({ region }, input) => {
    // There are none here but those of instances, which go with them.
    const [found] = findInterfaces(region, [input.NetworkInterfaceId]);
    throw new CloudError('InvalidParameterValue', `Network interface '${found?.id}' is currently in use.`);
  },
});

export const networkActions: readonly Action[] = [
  describeVpcs,
  describeSubnets,
  describeNetworkInterfaces,
  deleteNetworkInterface,
];
