import type { LocalCloudOptions } from '../options.ts';
import type { AutoScalingGroup, LaunchConfiguration } from './auto-scaling-resources.ts';
import type { FastLaunch } from './fast-launch.ts';
import type { Fleet, LaunchTemplate, SpotFleet } from './fleet-resources.ts';
import { stableHex } from './identifiers.ts';
import { KmsKeys } from './kms-keys.ts';
import type {
  Image,
  Instance,
  KeyPair,
  NetworkInterface,
  SecurityGroup,
  Snapshot,
  SpotRequest,
  StoredParameter,
  StoredSecret,
  Subnet,
  Volume,
  Vpc,
} from './resources.ts';
import { seedImages } from './seed-images.ts';
import { Table } from './table.ts';
import { Timeline } from './timeline.ts';

type RegionOptions = Pick<LocalCloudOptions, 'clock' | 'consistency' | 'ipv6' | 'kmsKeys'>;

/** One region: its resources, and what is going to happen to them. */
export class RegionState {
  readonly name: string;
  readonly timeline = new Timeline();
  readonly vpcs: Table<Vpc>;
  readonly subnets: Table<Subnet>;
  readonly securityGroups: Table<SecurityGroup>;
  readonly keyPairs: Table<KeyPair>;
  readonly images: Table<Image>;
  readonly snapshots: Table<Snapshot>;
  readonly volumes: Table<Volume>;
  readonly interfaces: Table<NetworkInterface>;
  readonly instances: Table<Instance>;
  readonly spotRequests: Table<SpotRequest>;
  readonly launchTemplates: Table<LaunchTemplate>;
  readonly fleets: Table<Fleet>;
  readonly spotFleets: Table<SpotFleet>;
  /** Both by name. */
  readonly launchConfigurations = new Map<string, LaunchConfiguration>();
  readonly autoScalingGroups = new Map<string, AutoScalingGroup>();
  /** By image. */
  readonly fastLaunches = new Map<string, FastLaunch>();
  /** Images that were deregistered while they had it: nobody tells EC2 any more that what it prepared may go. */
  readonly lostFastLaunches = new Set<string>();
  readonly parameters = new Map<string, StoredParameter>();
  readonly keys: KmsKeys;
  readonly secrets = new Map<string, StoredSecret>();
  /** Client tokens seen, with what they were used for. */
  readonly clientTokens = new Map<string, { readonly fingerprint: string; readonly result: string }>();

  constructor(name: string, accountId: string, { clock, consistency = {}, ipv6 = false, kmsKeys = [] }: RegionOptions) {
    this.name = name;
    this.keys = new KmsKeys({ region: name, accountId }, kmsKeys);
    this.vpcs = new Table(clock, consistency);
    this.subnets = new Table(clock, consistency);
    this.securityGroups = new Table(clock, consistency);
    this.keyPairs = new Table(clock, consistency);
    this.images = new Table(clock, consistency);
    this.snapshots = new Table(clock, consistency);
    this.volumes = new Table(clock, consistency);
    this.interfaces = new Table(clock, consistency);
    this.instances = new Table(clock, consistency);
    this.spotRequests = new Table(clock, consistency);
    this.launchTemplates = new Table(clock, consistency);
    this.fleets = new Table(clock, consistency);
    this.spotFleets = new Table(clock, consistency);
    this.#seedNetwork(accountId, ipv6);
    seedImages(this);
  }

  get availabilityZones(): readonly string[] {
    return ['a', 'b', 'c'].map((letter) => this.name + letter);
  }

  get defaultVpc(): Vpc | undefined {
    return this.vpcs.all().find((vpc) => vpc.isDefault);
  }

  /** The default VPC of a new account: 172.31.0.0/16, a /20 per zone, a default group that lets its members in. */
  #seedNetwork(accountId: string, ipv6: boolean): void {
    const id = (prefix: string, what: string): string =>
      `${prefix}-${stableHex(`${accountId}/${this.name}/${prefix}/${what}`)}`;
    const vpc = this.vpcs.seed({
      id: id('vpc', 'default'),
      createdAt: 0,
      tags: new Map(),
      cidrBlock: '172.31.0.0/16',
      isDefault: true,
    });
    this.availabilityZones.forEach((zone, index) => {
      this.subnets.seed({
        id: id('subnet', zone),
        createdAt: 0,
        tags: new Map(),
        vpcId: vpc.id,
        cidrBlock: `172.31.${index * 16}.0/20`,
        availabilityZone: zone,
        availabilityZoneId: zoneId(zone),
        isDefault: true,
        mapPublicIpOnLaunch: true,
        // RFC 3849: addresses for documentation.
        ipv6CidrBlock: ipv6 ? `2001:db8:0:${index + 1}::/64` : undefined,
        used: 0,
      });
    });
    const groupId = id('sg', 'default');
    this.securityGroups.seed({
      id: groupId,
      createdAt: 0,
      tags: new Map(),
      name: 'default',
      description: 'default VPC security group',
      vpcId: vpc.id,
      ingress: [
        {
          id: id('sgr', 'default'),
          protocol: '-1',
          fromPort: undefined,
          toPort: undefined,
          range: { kind: 'group', peer: groupId, description: undefined },
        },
      ],
    });
  }
}

/** The account-independent name of a zone: `us-east-1a` is `use1-az1`. */
export function zoneId(zone: string): string {
  const [, area, direction, number, letter] = /^([a-z]+)-(?:[a-z]+-)?([a-z]+)-(\d+)([a-z])$/.exec(zone) ?? [];
  if (area === undefined || direction === undefined || number === undefined || letter === undefined) return zone;
  const short = /^(north|south|east|west|central)/.test(direction)
    ? direction.replace(/north|south|east|west|central/g, (word) => word.charAt(0))
    : direction;
  return `${area}${short}${number}-az${letter.charCodeAt(0) - 96}`;
}
