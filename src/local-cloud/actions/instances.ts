import { type Action, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters } from '../filters.ts';
import { type InstanceChange, InstanceLifecycle } from '../instance-lifecycle.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { accepted, flag, listOf, required, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findInstance, findInstances } from '../resource-lookup.ts';
import type { CloudState } from '../state/cloud-state.ts';
import { type RegionState, zoneId } from '../state/region-state.ts';
import { INSTANCE_STATE_CODES, type Instance } from '../state/resources.ts';
import { dnsNamesXml, instanceXml, interfacesOf, profileOf, stateXml } from './instance-xml.ts';

function instanceFilters(cloud: CloudState, region: RegionState): FilterTable<Instance> {
  const volumesOf = ({ id }: Instance) =>
    region.volumes.all().filter(({ attachment }) => attachment?.instanceId === id);
  const shown = (instance: Instance) => dnsNamesXml(region, instance);
  const primary = (instance: Instance) => interfacesOf(region, instance)[0];
  return {
    ...tagFilters,
    architecture: ({ architecture }) => architecture,
    'availability-zone': ({ availabilityZone }) => availabilityZone,
    'availability-zone-id': ({ availabilityZone }) => zoneId(availabilityZone),
    'block-device-mapping.delete-on-termination': (instance) =>
      volumesOf(instance).map(({ attachment }) => attachment?.deleteOnTermination),
    'block-device-mapping.device-name': (instance) => volumesOf(instance).map(({ attachment }) => attachment?.device),
    'block-device-mapping.volume-id': (instance) => volumesOf(instance).map(({ id }) => id),
    'boot-mode': ({ imageId }) => region.images.get(imageId)?.bootMode,
    'dns-name': (instance) => shown(instance).dnsName,
    'ebs-optimized': ({ ebsOptimized }) => ebsOptimized,
    'ena-support': ({ enaSupport }) => enaSupport,
    'enclave-options.enabled': ({ features }) => features.enclave,
    'host-id': ({ placement }) => placement.hostId,
    hypervisor: () => 'xen',
    'iam-instance-profile.arn': (instance) => profileOf(cloud, instance)?.arn,
    'iam-instance-profile.id': (instance) => profileOf(cloud, instance)?.id,
    'iam-instance-profile.name': ({ instanceProfile }) => instanceProfile,
    'ipv6-address': (instance) => primary(instance)?.ipv6Address,
    'launch-index': ({ launchIndex }) => launchIndex,
    'launch-time': ({ launchedAt }) => new Date(launchedAt).toISOString(),
    'metadata-options.http-endpoint': ({ metadataOptions }) => metadataOptions.httpEndpoint,
    'metadata-options.http-put-response-hop-limit': ({ metadataOptions }) => metadataOptions.httpPutResponseHopLimit,
    'metadata-options.http-tokens': ({ metadataOptions }) => metadataOptions.httpTokens,
    'metadata-options.instance-metadata-tags': ({ metadataOptions }) => metadataOptions.instanceMetadataTags,
    'monitoring-state': ({ monitoring }) => (monitoring ? 'enabled' : 'disabled'),
    'client-token': ({ clientToken }) => clientToken,
    'image-id': ({ imageId }) => imageId,
    'instance-id': ({ id }) => id,
    'instance-state-code': ({ state }) => INSTANCE_STATE_CODES[state],
    'instance-state-name': ({ state }) => state,
    'instance-type': ({ instanceType }) => instanceType,
    'instance.group-id': (instance) => primary(instance)?.groupIds ?? [],
    'instance.group-name': (instance) =>
      (primary(instance)?.groupIds ?? []).map((id) => region.securityGroups.get(id)?.name),
    'ip-address': (instance) => primary(instance)?.publicAddress,
    'key-name': ({ keyName }) => keyName,
    'network-interface.addresses.private-ip-address': (instance) =>
      interfacesOf(region, instance).map(({ privateAddress }) => privateAddress),
    'network-interface.association.public-ip': (instance) =>
      interfacesOf(region, instance).map(({ publicAddress }) => publicAddress),
    'network-interface.group-id': (instance) => interfacesOf(region, instance).flatMap(({ groupIds }) => groupIds),
    'network-interface.network-interface-id': ({ interfaceIds }) => interfaceIds,
    'network-interface.subnet-id': (instance) => interfacesOf(region, instance).map(({ subnetId }) => subnetId),
    'network-interface.vpc-id': (instance) => interfacesOf(region, instance).map(({ vpcId }) => vpcId),
    'owner-id': () => cloud.accountId,
    platform: ({ platform }) => platform,
    'platform-details': ({ platformDetails }) => platformDetails,
    'private-dns-name': (instance) => shown(instance).privateDnsName,
    'private-ip-address': (instance) => primary(instance)?.privateAddress,
    'reservation-id': ({ reservationId }) => reservationId,
    reason: ({ transitionReason }) => transitionReason,
    'root-device-name': ({ rootDeviceName }) => rootDeviceName,
    'source-dest-check': ({ sourceDestCheck }) => sourceDestCheck,
    'state-reason-code': ({ stateReason }) => stateReason?.code,
    'state-reason-message': ({ stateReason }) => stateReason?.message,
    'root-device-type': () => 'ebs',
    'subnet-id': ({ subnetId }) => subnetId,
    'instance-lifecycle': ({ spotRequestId }) => (spotRequestId === undefined ? undefined : 'spot'),
    'spot-instance-request-id': ({ spotRequestId }) => spotRequestId,
    tenancy: ({ placement }) => placement.tenancy,
    'virtualization-type': () => 'hvm',
    'vpc-id': ({ vpcId }) => vpcId,
  };
}

const describeInstances = ec2Action({
  name: 'DescribeInstances',
  parameters: { InstanceId: listOf(text), Filter: filterList, IncludeManagedResources: accepted, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const found = applyFilters(findInstances(region, input.InstanceId), input.Filter, instanceFilters(cloud, region));
    const page = pageOf(context, found, input, { ids: input.InstanceId, set: 'instancesSet' });
    const reservations = new Map<string, Instance[]>();
    for (const instance of page.items) {
      reservations.set(instance.reservationId, [...(reservations.get(instance.reservationId) ?? []), instance]);
    }
    return {
      reservationSet: [...reservations].map(([reservationId, instances]) => ({
        reservationId,
        ownerId: cloud.accountId,
        groupSet: [],
        instancesSet: instances.map((instance) => instanceXml(cloud, region, instance)),
      })),
      nextToken: page.nextToken,
    };
  },
});

const describeInstanceStatus = ec2Action({
  name: 'DescribeInstanceStatus',
  parameters: {
    InstanceId: listOf(text),
    Filter: filterList,
    IncludeAllInstances: flag,
    IncludeManagedResources: accepted,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const statusOf = ({ state, launchedAt }: Instance): string => {
      if (state !== 'running') return 'not-applicable';
      // The checks take as long as the launch once more.
      return now >= launchedAt + 2 * cloud.delays.running ? 'ok' : 'initializing';
    };
    const found = applyFilters(
      findInstances(region, input.InstanceId).filter(
        ({ state }) => input.IncludeAllInstances === true || state === 'running',
      ),
      input.Filter,
      {
        'availability-zone': ({ availabilityZone }) => availabilityZone,
        'availability-zone-id': ({ availabilityZone }) => zoneId(availabilityZone),
        'instance-state-code': ({ state }) => INSTANCE_STATE_CODES[state],
        'instance-state-name': ({ state }) => state,
        'instance-status.status': statusOf,
        'system-status.status': statusOf,
      },
    );
    const page = pageOf(context, found, input, { ids: input.InstanceId, set: 'instancesSet' });
    return {
      instanceStatusSet: page.items.map((instance) => {
        const hasPassed = statusOf(instance) === 'ok';
        const status = statusOf(instance);
        const details =
          instance.state === 'running' ? [{ name: 'reachability', status: hasPassed ? 'passed' : 'initializing' }] : [];
        return {
          instanceId: instance.id,
          availabilityZone: instance.availabilityZone,
          instanceState: stateXml(instance.state),
          systemStatus: { status, details },
          instanceStatus: { status, details },
        };
      }),
      nextToken: page.nextToken,
    };
  },
});

const stopInstances = ec2Action({
  name: 'StopInstances',
  parameters: { InstanceId: required(listOf(text)), Force: accepted, Hibernate: accepted, SkipOsShutdown: accepted },
  run: ({ cloud, region }, input) =>
    changesXml(new InstanceLifecycle(cloud, region).stop(findInstances(region, input.InstanceId))),
});

const startInstances = ec2Action({
  name: 'StartInstances',
  parameters: { InstanceId: required(listOf(text)), AdditionalInfo: accepted },
  run: ({ cloud, region }, input) =>
    changesXml(new InstanceLifecycle(cloud, region).start(findInstances(region, input.InstanceId))),
});

const terminateInstances = ec2Action({
  name: 'TerminateInstances',
  parameters: { InstanceId: required(listOf(text)), Force: accepted, SkipOsShutdown: accepted },
  run: ({ cloud, region }, input) =>
    changesXml(new InstanceLifecycle(cloud, region).terminate(findInstances(region, input.InstanceId))),
});

const rebootInstances = ec2Action({
  name: 'RebootInstances',
  parameters: { InstanceId: required(listOf(text)) },
  run: ({ cloud, region }, input) => {
    new InstanceLifecycle(cloud, region).reboot(findInstances(region, input.InstanceId));
    return { return: true };
  },
});

function changesXml(changes: readonly InstanceChange[]): XmlFields {
  return {
    instancesSet: changes.map(({ instance, previous }) => ({
      instanceId: instance.id,
      currentState: stateXml(instance.state),
      previousState: stateXml(previous),
    })),
  };
}

const getConsoleOutput = ec2Action({
  name: 'GetConsoleOutput',
  parameters: { InstanceId: required(text), Latest: accepted },
  run: ({ region, now }, input) => {
    const instance = findInstance(region, input.InstanceId);
    return {
      instanceId: instance.id,
      timestamp: new Date(now),
      output: Buffer.from(instance.machine?.consoleOutput() ?? '', 'utf8').toString('base64'),
    };
  },
});

const getPasswordData = ec2Action({
  name: 'GetPasswordData',
  parameters: { InstanceId: required(text) },
  run: ({ region, now }, input) => {
    const instance = findInstance(region, input.InstanceId);
    // No machine here generates a password, so it stays empty: what EC2 answers until one is there.
    return { instanceId: instance.id, timestamp: new Date(now), passwordData: '' };
  },
});

export const instanceActions: readonly Action[] = [
  describeInstances,
  describeInstanceStatus,
  stopInstances,
  startInstances,
  terminateInstances,
  rebootInstances,
  getConsoleOutput,
  getPasswordData,
];
