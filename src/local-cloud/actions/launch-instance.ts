import type { ActionContext } from '../action.ts';
import { InstanceLifecycle } from '../instance-lifecycle.ts';
import { deviceKeyProblem } from '../key-use.ts';
import { MachineSlot } from '../machine-slot.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { addSpotRequest } from '../spot-market.ts';
import { stableHex } from '../state/identifiers.ts';
import type { BlockDevice, Instance } from '../state/resources.ts';
import { type InterfacePlan, nextAddress } from './launch-network.ts';
import type { LaunchPlan } from './launch-plan.ts';
import type { RunInstancesInput } from './run-instances-parameters.ts';

/** Launches one instance of a plan. */
export function launchInstance(
  context: ActionContext,
  input: RunInstancesInput,
  plan: LaunchPlan,
  { reservationId, index }: { readonly reservationId: string; readonly index: number },
): Instance {
  const { cloud, region, now } = context;
  const { image, keyPair } = plan;
  const id = cloud.newId('i');
  image.launchedAt = now;
  const interfaceIds = plan.interfaces.map((each) => addInterface(context, id, each, plan.tags['network-interface']));
  const [primary] = plan.interfaces;
  if (primary === undefined) throw new CloudError('InternalError', 'A launch was planned without an interface', 500);
  for (const device of plan.devices) addVolume(context, id, primary.subnet.availabilityZone, device, plan.tags.volume);
  const instance: Instance = {
    id,
    createdAt: now,
    tags: new Map(plan.tags.instance),
    reservationId,
    launchIndex: index,
    clientToken: input.ClientToken,
    imageId: image.id,
    instanceType: plan.type.name,
    architecture: image.architecture,
    platform: image.platform,
    platformDetails: image.platformDetails,
    keyName: keyPair?.name,
    subnetId: primary.subnet.id,
    vpcId: primary.subnet.vpcId,
    availabilityZone: primary.subnet.availabilityZone,
    placement: {
      tenancy: input.Placement?.Tenancy ?? (isOnHost(input) ? 'host' : 'default'),
      hostId: input.Placement?.HostId,
      hostResourceGroupArn: input.Placement?.HostResourceGroupArn,
    },
    features: plan.features,
    spotRequestId: plan.spot === undefined ? undefined : addSpotRequest(context, id, plan),
    rootDeviceName: image.rootDeviceName,
    instanceProfile: plan.instanceProfile,
    monitoring: input.Monitoring?.Enabled ?? false,
    ebsOptimized: input.EbsOptimized ?? false,
    enaSupport: image.enaSupport,
    sriovNetSupport: undefined,
    sourceDestCheck: true,
    disableApiTermination: input.DisableApiTermination ?? false,
    disableApiStop: input.DisableApiStop ?? false,
    shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? (plan.spot === undefined ? 'stop' : 'terminate'),
    metadataOptions: {
      httpTokens: input.MetadataOptions?.HttpTokens ?? (image.imdsSupport === 'v2.0' ? 'required' : 'optional'),
      httpPutResponseHopLimit: input.MetadataOptions?.HttpPutResponseHopLimit ?? (image.imdsSupport === 'v2.0' ? 2 : 1),
      httpEndpoint: input.MetadataOptions?.HttpEndpoint ?? 'enabled',
      httpProtocolIpv6: input.MetadataOptions?.HttpProtocolIpv6 ?? 'disabled',
      instanceMetadataTags: input.MetadataOptions?.InstanceMetadataTags ?? 'disabled',
    },
    userData: input.UserData,
    interfaceIds,
    state: 'pending',
    launchedAt: now,
    stateReason: { code: 'pending', message: 'pending' },
    transitionReason: '',
    endedAt: undefined,
    machine: cloud.machineHost === undefined ? undefined : new MachineSlot(cloud.machineHost),
    cancelTransition: () => undefined,
  };
  region.instances.add(instance);
  const rootDevice = plan.devices.find((device) => device.deviceName === image.rootDeviceName);
  const address = region.interfaces.get(interfaceIds[0] ?? '')?.privateAddress ?? '';
  const problem = deviceKeyProblem(context, plan.devices);
  const lifecycle = new InstanceLifecycle(cloud, region);
  if (problem !== undefined) {
    lifecycle.failToLaunch(instance, problem);
    return instance;
  }
  lifecycle.launch(instance, {
    instanceId: id,
    hostName: `ip-${address.replaceAll('.', '-')}`,
    diskId: rootDevice?.snapshotId === undefined ? undefined : region.snapshots.get(rootDevice.snapshotId)?.diskId,
    userData: plan.userData,
    authorizedKeys: keyPair === undefined ? [] : [keyPair.publicKey],
    defaultUser: image.defaultUser,
  });
  return instance;
}

function addInterface(
  { cloud, region, now }: ActionContext,
  instanceId: string,
  plan: InterfacePlan,
  tags: ReadonlyMap<string, string>,
): string {
  const id = cloud.newId('eni');
  region.interfaces.add({
    id,
    createdAt: now,
    tags: new Map(tags),
    instanceId,
    deviceIndex: plan.deviceIndex,
    description: plan.description,
    subnetId: plan.subnet.id,
    vpcId: plan.subnet.vpcId,
    availabilityZone: plan.subnet.availabilityZone,
    groupIds: plan.groupIds,
    privateAddress: plan.privateAddress ?? nextAddress(region, plan.subnet),
    wantsPublicAddress: plan.wantsPublicAddress,
    publicAddress: undefined,
    ipv6Address: plan.subnet.ipv6CidrBlock?.replace(/\/64$/, stableHex(id).slice(0, 4)),
    // 0a marks a locally administered address, as EC2's are.
    macAddress: `0a:${stableHex(id).slice(0, 10).match(/../g)?.join(':') ?? ''}`,
  });
  return id;
}

function addVolume(
  { cloud, region, now }: ActionContext,
  instanceId: string,
  availabilityZone: string,
  device: BlockDevice,
  tags: ReadonlyMap<string, string>,
): void {
  if (device.virtualName !== undefined) return;
  region.volumes.add({
    id: cloud.newId('vol'),
    createdAt: now,
    tags: new Map(tags),
    availabilityZone,
    size: device.volumeSize,
    type: device.volumeType,
    iops: device.iops,
    throughput: device.throughput,
    encrypted: device.encrypted,
    kmsKeyId: device.kmsKeyId,
    snapshotId: device.snapshotId,
    attachment: { instanceId, device: device.deviceName, deleteOnTermination: device.deleteOnTermination, at: now },
  });
}

function isOnHost({ Placement: placement }: RunInstancesInput): boolean {
  return placement?.HostId !== undefined || placement?.HostResourceGroupArn !== undefined;
}
