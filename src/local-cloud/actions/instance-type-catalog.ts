import { type Action, ec2Action } from '../action.ts';
import { isOffered } from '../capacity.ts';
import { applyFilters, filterList } from '../filters.ts';
import { bootModesOf, hasTpm, type InstanceType, instanceTypeNamed, instanceTypes, isXen } from '../instance-types.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { accepted, listOf, oneOf, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { zoneId } from '../state/region-state.ts';

const describeInstanceTypes = ec2Action({
  name: 'DescribeInstanceTypes',
  parameters: {
    InstanceType: listOf(text),
    Filter: filterList,
    IncludeUnsupportedInRegion: accepted,
    ...pagingParameters,
  },
  run: (context, input) => {
    const unknown = input.InstanceType.filter((name) => instanceTypeNamed(name) === undefined);
    if (unknown.length > 0) {
      throw new CloudError(
        'InvalidInstanceType',
        `The following supplied instance types do not exist: [${unknown.join(', ')}]`,
      );
    }
    const wanted = instanceTypes().filter(
      ({ name }) => input.InstanceType.length === 0 || input.InstanceType.includes(name),
    );
    const found = applyFilters(wanted, input.Filter, {
      'bare-metal': () => false,
      'burstable-performance-supported': ({ burstable }) => burstable,
      'current-generation': ({ currentGeneration }) => currentGeneration,
      hypervisor: hypervisorOf,
      'instance-type': ({ name }) => name,
      'memory-info.size-in-mib': ({ memoryMib }) => memoryMib,
      'processor-info.supported-architecture': ({ architecture }) => architecture,
      'supported-root-device-type': () => 'ebs',
      'supported-virtualization-type': () => 'hvm',
      'vcpu-info.default-vcpus': ({ vcpus }) => vcpus,
    });
    const page = pageOf(context, found, input, { ids: input.InstanceType, set: 'instanceTypeSet', most: 100 });
    return { instanceTypeSet: page.items.map(typeXml), nextToken: page.nextToken };
  },
});

function hypervisorOf(type: InstanceType): string {
  return isXen(type) ? 'xen' : 'nitro';
}

function typeXml(type: InstanceType): XmlFields {
  const isNitro = !isXen(type);
  return {
    instanceType: type.name,
    currentGeneration: type.currentGeneration,
    freeTierEligible: type.name === 't3.micro',
    supportedUsageClasses: ['on-demand', 'spot'],
    supportedRootDeviceTypes: ['ebs'],
    supportedVirtualizationTypes: ['hvm'],
    bareMetal: false,
    hypervisor: hypervisorOf(type),
    processorInfo: { supportedArchitectures: [type.architecture] },
    vCpuInfo: { defaultVCpus: type.vcpus },
    memoryInfo: { sizeInMiB: type.memoryMib },
    instanceStorageSupported: false,
    ebsInfo: {
      ebsOptimizedSupport: isNitro ? 'default' : 'unsupported',
      encryptionSupport: 'supported',
      nvmeSupport: isNitro ? 'required' : 'unsupported',
    },
    networkInfo: { ipv6Supported: true, enaSupport: isNitro ? 'required' : 'unsupported', efaSupported: false },
    burstablePerformanceSupported: type.burstable,
    hibernationSupported: false,
    dedicatedHostsSupported: false,
    supportedBootModes: bootModesOf(type),
    nitroTpmSupport: hasTpm(type) ? 'supported' : 'unsupported',
    nitroTpmInfo: hasTpm(type) ? { supportedVersions: ['2.0'] } : undefined,
  };
}

const describeInstanceTypeOfferings = ec2Action({
  name: 'DescribeInstanceTypeOfferings',
  parameters: {
    LocationType: oneOf('region', 'availability-zone', 'availability-zone-id'),
    Filter: filterList,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { cloud, region } = context;
    const locationType = input.LocationType ?? 'region';
    const offerings = instanceTypes().flatMap(({ name: instanceType }) => {
      const zones = region.availabilityZones.filter((zone) => isOffered(cloud, instanceType, zone));
      const names = locationType === 'availability-zone' ? zones : zones.map(zoneId);
      const locations = locationType !== 'region' ? names : zones.length > 0 ? [region.name] : [];
      return locations.map((location) => ({ instanceType, locationType, location }));
    });
    const found = applyFilters(offerings, input.Filter, {
      'instance-type': ({ instanceType }) => instanceType,
      location: ({ location }) => location,
    });
    const page = pageOf(context, found, input, { ids: [], set: 'instanceTypeOfferingSet' });
    return { instanceTypeOfferingSet: page.items, nextToken: page.nextToken };
  },
});

export const instanceTypeActions: readonly Action[] = [describeInstanceTypes, describeInstanceTypeOfferings];
