import type { MachineSlot } from '../machine-slot.ts';

/** What every resource has. Fields that change in its life are not readonly. */
export interface Resource {
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly tags: Map<string, string>;
}

export interface Vpc extends Resource {
  readonly cidrBlock: string;
  readonly isDefault: boolean;
}

export interface Subnet extends Resource {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly availabilityZone: string;
  readonly availabilityZoneId: string;
  readonly isDefault: boolean;
  readonly mapPublicIpOnLaunch: boolean;
  /** Undefined: it has no IPv6; else every new interface gets an address of it. */
  readonly ipv6CidrBlock: string | undefined;
  /** How many addresses were handed out so far; they are not used again. */
  used: number;
}

export interface PeerRange {
  readonly kind: 'cidr' | 'cidr6' | 'group' | 'prefix-list';
  readonly peer: string;
  readonly description: string | undefined;
}

export interface IngressRule {
  readonly id: string;
  /** `tcp`, `udp`, `icmp`, `-1` or a protocol number. */
  readonly protocol: string;
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  readonly range: PeerRange;
}

export interface SecurityGroup extends Resource {
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  ingress: IngressRule[];
}

export interface KeyPair extends Resource {
  readonly name: string;
  readonly type: 'rsa' | 'ed25519';
  readonly fingerprint: string;
  /** OpenSSH format, with the key's name as comment. */
  readonly publicKey: string;
}

/** One entry of a block device mapping, as images hold it. */
export interface BlockDevice {
  readonly deviceName: string;
  /** Set for instance-store devices, which have no volume: `ephemeral0`. */
  readonly virtualName: string | undefined;
  readonly snapshotId: string | undefined;
  /** GiB. */
  readonly volumeSize: number;
  readonly volumeType: string;
  readonly iops: number | undefined;
  /** MiB/s. */
  readonly throughput: number | undefined;
  readonly encrypted: boolean;
  readonly kmsKeyId: string | undefined;
  readonly deleteOnTermination: boolean;
}

export type ImageState = 'pending' | 'available' | 'disabled' | 'failed' | 'deregistered';

export interface LaunchPermission {
  readonly kind: 'user' | 'group' | 'organization' | 'organizational-unit';
  readonly value: string;
}

export interface Image extends Resource {
  readonly name: string;
  description: string | undefined;
  readonly ownerId: string;
  readonly ownerAlias: string | undefined;
  readonly architecture: 'x86_64' | 'arm64';
  readonly platform: 'windows' | undefined;
  readonly platformDetails: string;
  state: ImageState;
  stateReason: string | undefined;
  readonly rootDeviceName: string;
  readonly blockDevices: readonly BlockDevice[];
  readonly enaSupport: boolean;
  readonly bootMode: string | undefined;
  /** `v2.0`; undefined: none is needed. */
  readonly tpmSupport: string | undefined;
  imdsSupport: string | undefined;
  /** Milliseconds since the Unix epoch. */
  deprecatedAt: number | undefined;
  deregistrationProtection: 'disabled' | 'enabled-without-cooldown' | 'enabled-with-cooldown';
  launchPermissions: LaunchPermission[];
  productCodes: string[];
  /** Milliseconds since the Unix epoch; undefined: never. */
  launchedAt: number | undefined;
  readonly sourceInstanceId: string | undefined;
  readonly sourceImageId: string | undefined;
  readonly sourceImageRegion: string | undefined;
  /** The user that cloud-init makes on first boot. */
  readonly defaultUser: string;
}

export interface Snapshot extends Resource {
  readonly ownerId: string;
  readonly ownerAlias: string | undefined;
  readonly description: string;
  readonly volumeId: string;
  /** GiB. */
  readonly volumeSize: number;
  readonly encrypted: boolean;
  readonly kmsKeyId: string | undefined;
  state: 'pending' | 'completed' | 'error';
  /** When it is expected to be complete; for the progress shown on the way. */
  readonly dueAt: number;
  /** The machine host's disk behind it, if it is a root disk that was kept. */
  diskId: string | undefined;
  createVolumePermissions: LaunchPermission[];
}

export interface Volume extends Resource {
  readonly availabilityZone: string;
  readonly size: number;
  readonly type: string;
  readonly iops: number | undefined;
  readonly throughput: number | undefined;
  readonly encrypted: boolean;
  readonly kmsKeyId: string | undefined;
  readonly snapshotId: string | undefined;
  attachment:
    | { readonly instanceId: string; readonly device: string; deleteOnTermination: boolean; readonly at: number }
    | undefined;
}

export interface NetworkInterface extends Resource {
  readonly instanceId: string;
  readonly deviceIndex: number;
  readonly description: string;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  groupIds: readonly string[];
  privateAddress: string;
  readonly wantsPublicAddress: boolean;
  publicAddress: string | undefined;
  readonly ipv6Address: string | undefined;
  readonly macAddress: string;
}

export type InstanceState = 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';

/** EC2's numeric code for each state (API reference, InstanceState). */
export const INSTANCE_STATE_CODES: Readonly<Record<InstanceState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

export interface MetadataOptions {
  readonly httpTokens: string;
  readonly httpPutResponseHopLimit: number;
  readonly httpEndpoint: string;
  readonly httpProtocolIpv6: string;
  readonly instanceMetadataTags: string;
}

/** Where an instance is, as the request says. */
export interface InstancePlacement {
  readonly tenancy: string;
  readonly hostId: string | undefined;
  readonly hostResourceGroupArn: string | undefined;
}

/** What an instance has that costs or restricts, and that nothing here makes use of. */
export interface InstanceFeatures {
  /** Only of burstable types: `standard` or `unlimited`. */
  readonly cpuCredits: string | undefined;
  readonly enclave: boolean;
  readonly licenses: readonly string[];
  readonly capacityReservation: CapacityReservation;
}

export interface CapacityReservation {
  readonly preference: string | undefined;
  readonly id: string | undefined;
  readonly groupArn: string | undefined;
}

/** A request for one spot instance that was fulfilled at once; another one leaves nothing. */
export interface SpotRequest extends Resource {
  readonly instanceId: string;
  readonly instanceType: string;
  /** USD per hour, as the request says. */
  readonly maxPrice: string | undefined;
  readonly kind: 'one-time' | 'persistent';
  state: 'active' | 'closed';
}

export interface Instance extends Resource {
  readonly reservationId: string;
  readonly launchIndex: number;
  readonly clientToken: string | undefined;
  readonly imageId: string;
  instanceType: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly platform: 'windows' | undefined;
  readonly platformDetails: string;
  readonly keyName: string | undefined;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly placement: InstancePlacement;
  readonly features: InstanceFeatures;
  /** Undefined: on demand. */
  readonly spotRequestId: string | undefined;
  readonly rootDeviceName: string;
  readonly instanceProfile: string | undefined;
  readonly monitoring: boolean;
  ebsOptimized: boolean;
  enaSupport: boolean;
  sriovNetSupport: string | undefined;
  sourceDestCheck: boolean;
  disableApiTermination: boolean;
  disableApiStop: boolean;
  shutdownBehavior: 'stop' | 'terminate';
  readonly metadataOptions: MetadataOptions;
  /** Base64, as it came. */
  userData: string | undefined;
  readonly interfaceIds: readonly string[];
  state: InstanceState;
  launchedAt: number;
  stateReason: { readonly code: string; readonly message: string } | undefined;
  /** For people: `User initiated (2026-01-02 03:04:05 GMT)`. */
  transitionReason: string;
  endedAt: number | undefined;
  readonly machine: MachineSlot | undefined;
  /** Calls off the state change that is under way. */
  cancelTransition: () => void;
}

/** A secret of Secrets Manager. */
export interface StoredSecret {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  /** The newest one last. */
  readonly versions: readonly SecretVersion[];
}

export interface SecretVersion {
  readonly id: string;
  readonly text: string | undefined;
  /** Base64. */
  readonly binary: string | undefined;
  readonly createdAt: number;
}

/** A parameter of the parameter store. */
export interface StoredParameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  readonly dataType: string;
  readonly modifiedAt: number;
  readonly tags: ReadonlyMap<string, string>;
}
