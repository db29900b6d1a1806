import { type Action, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters } from '../filters.ts';
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
  'cidr-block-association.cidr-block': ({ cidrBlock }) => cidrBlock,
  'dhcp-options-id': () => DHCP_OPTIONS,
  'is-default': ({ isDefault }) => isDefault,
  isDefault: ({ isDefault }) => isDefault,
  state: () => 'available',
  'vpc-id': ({ id }) => id,
};

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
            associationId: vpc.id.replace(/^vpc-/, 'vpc-cidr-assoc-'),
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
  'map-public-ip-on-launch': ({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch,
  state: () => 'available',
  'subnet-id': ({ id }) => id,
  'vpc-id': ({ vpcId }) => vpcId,
};

const describeSubnets = ec2Action({
  name: 'DescribeSubnets',
  parameters: { SubnetId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const found = applyFilters(findSubnets(region, input.SubnetId), input.Filter, {
      ...subnetFilters,
      'owner-id': () => cloud.accountId,
    });
    const page = pageOf(context, found, input, { ids: input.SubnetId, set: 'subnetSet' });
    return {
      subnetSet: page.items.map((subnet) => ({
        subnetId: subnet.id,
        subnetArn: `arn:aws:ec2:${region.name}:${cloud.accountId}:subnet/${subnet.id}`,
        state: 'available',
        ownerId: cloud.accountId,
        vpcId: subnet.vpcId,
        cidrBlock: subnet.cidrBlock,
        ipv6CidrBlockAssociationSet:
          subnet.ipv6CidrBlock === undefined
            ? []
            : [{ ipv6CidrBlock: subnet.ipv6CidrBlock, ipv6CidrBlockState: { state: 'associated' } }],
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
  'association.public-ip': ({ publicAddress }) => publicAddress,
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
    const found = applyFilters(findInterfaces(region, input.NetworkInterfaceId), input.Filter, interfaceFilters);
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
