import { type ActionContext, ec2Action } from '../action.ts';
import { InstanceLifecycle } from '../instance-lifecycle.ts';
import { MachineSlot } from '../machine-slot.ts';
import { CloudError, invalidCombination, invalidValue } from '../protocol/cloud-error.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { stableHex } from '../state/identifiers.ts';
import type { BlockDevice, Instance } from '../state/resources.ts';
import { instanceXml } from './instance-xml.ts';
import { type InterfacePlan, nextAddress } from './launch-network.ts';
import { type LaunchPlan, planLaunch } from './launch-plan.ts';
import { type RunInstancesInput, runInstancesParameters } from './run-instances-parameters.ts';

export const runInstances = ec2Action({
  name: 'RunInstances',
  parameters: runInstancesParameters,
  run: (context, input) => {
    const repeated = launchedBefore(context, input);
    if (repeated !== undefined) return reservationXml(context, repeated);
    const count = launchCount(context, input);
    const plan = planLaunch(context, input);
    const reservationId = context.cloud.newId('r');
    const instances = Array.from({ length: count }, (_, index) => launch(context, input, plan, reservationId, index));
    if (input.ClientToken !== undefined) {
      context.region.clientTokens.set(`RunInstances ${input.ClientToken}`, {
        fingerprint: JSON.stringify(input),
        result: reservationId,
      });
    }
    return reservationXml(context, instances);
  },
});

/** A client token makes RunInstances idempotent: the same request again answers with what it made the first time. */
function launchedBefore({ region }: ActionContext, input: RunInstancesInput): Instance[] | undefined {
  if (input.ClientToken === undefined) return undefined;
  const known = region.clientTokens.get(`RunInstances ${input.ClientToken}`);
  if (known === undefined) return undefined;
  if (known.fingerprint !== JSON.stringify(input)) {
    throw new CloudError(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    );
  }
  return region.instances.all().filter((instance) => instance.reservationId === known.result);
}

function launchCount({ cloud, region }: ActionContext, input: RunInstancesInput): number {
  const { MinCount: minimum, MaxCount: maximum } = input;
  if (minimum < 1) throw invalidValue(minimum, 'minCount', 'Expected a number greater than 0.');
  if (maximum < minimum) {
    throw invalidCombination('The maximum number of instances must not be less than the minimum number.');
  }
  const limit = cloud.limits.instances;
  if (limit === undefined) return maximum;
  const active = region.instances.all().filter((instance) => instance.state !== 'terminated').length;
  if (active + minimum > limit) {
    throw new CloudError(
      'InstanceLimitExceeded',
      `You have requested more instances (${active + minimum}) than your current instance limit of ${limit} allows for ` +
        'the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
    );
  }
  return Math.min(maximum, limit - active);
}

function launch(
  context: ActionContext,
  input: RunInstancesInput,
  plan: LaunchPlan,
  reservationId: string,
  index: number,
): Instance {
  const { cloud, region, now } = context;
  const { image, keyPair } = plan;
  const id = cloud.newId('i');
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
    tenancy: input.Placement?.Tenancy ?? 'default',
    rootDeviceName: image.rootDeviceName,
    instanceProfile: plan.instanceProfile,
    monitoring: input.Monitoring?.Enabled ?? false,
    ebsOptimized: input.EbsOptimized ?? false,
    enaSupport: image.enaSupport,
    sriovNetSupport: undefined,
    sourceDestCheck: true,
    disableApiTermination: input.DisableApiTermination ?? false,
    disableApiStop: input.DisableApiStop ?? false,
    shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? 'stop',
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
  new InstanceLifecycle(cloud, region).launch(instance, {
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
    privateAddress: plan.privateAddress ?? nextAddress(plan.subnet),
    wantsPublicAddress: plan.wantsPublicAddress,
    publicAddress: undefined,
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

function reservationXml({ cloud, region }: ActionContext, instances: readonly Instance[]): XmlFields {
  return {
    reservationId: instances[0]?.reservationId,
    ownerId: cloud.accountId,
    groupSet: [],
    instancesSet: instances.map((instance) => instanceXml(cloud, region, instance)),
  };
}
