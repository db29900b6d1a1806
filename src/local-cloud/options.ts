import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { MachineHost } from './machine-host.ts';

/** How long each life-cycle step takes, in milliseconds of the cloud's clock. */
export interface Delays {
  /** From RunInstances or StartInstances until the public address is shown; EC2 shows it while still `pending`. */
  readonly address: number;
  /** `pending` to `running`. */
  readonly running: number;
  /** `stopping` to `stopped`. */
  readonly stopped: number;
  /** `shutting-down` to `terminated`. */
  readonly terminated: number;
  /** `pending` to `available` for images, and `pending` to `completed` for the snapshots behind them. */
  readonly image: number;
  /** The same for images that CopyImage makes. */
  readonly copy: number;
  /** From AddRoleToInstanceProfile until EC2 knows the instance profile. */
  readonly instanceProfile: number;
  /** From EnableFastLaunch to `enabled`, and from DisableFastLaunch until nothing of it is left. */
  readonly fastLaunch: number;
}

/** Long enough to be seen, short enough for a demonstration. */
export const quickDelays: Delays = {
  address: 200,
  running: 600,
  stopped: 600,
  terminated: 400,
  image: 1_500,
  copy: 2_000,
  instanceProfile: 500,
  fastLaunch: 3_000,
};

/** The order of magnitude of EC2 with a small Ubuntu image; for measuring against a virtual clock. */
export const realisticDelays: Delays = {
  address: 2_000,
  running: 12_000,
  stopped: 25_000,
  terminated: 40_000,
  image: 150_000,
  copy: 240_000,
  instanceProfile: 9_000,
  fastLaunch: 1_200_000,
};

/** What a plan does to a call. */
export type Fault =
  /** Answers with this error instead of acting. */
  | { readonly error: string; readonly message?: string; readonly status?: number }
  /** Acts, but only after this many milliseconds. */
  | { readonly delay: number }
  /** The connection breaks before anything is done. */
  | 'drop-connection'
  /** Acts, then the connection breaks: the caller can't know that it worked. */
  | 'drop-answer'
  /** Never answers; ends when the caller gives up. */
  | 'hang';

/** A call as fault plans and the call log see it. */
export interface CallRecord {
  readonly service: string;
  readonly action: string;
  readonly region: string;
  /** Milliseconds since the Unix epoch, on the cloud's clock. */
  readonly at: number;
  /** How often this action was called in the whole cloud, this call included; dry runs do not count, and have the number 0. */
  readonly number: number;
  /** The request's parameters as they came, for example `InstanceId.1`; JSON requests have one, `body`. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Does something to the calls it matches: all that are given of `call` and `when` must hold. */
export interface FaultPlan {
  /** An action's name, for example `RunInstances`, or `*`. */
  readonly action: string;
  /** Which calls of that action, counted from 1. Absent: every one. */
  readonly call?: number | readonly number[];
  readonly when?: (call: CallRecord) => boolean;
  readonly fault: Fault;
}

/** Quotas per region; absent means unlimited. */
export interface Limits {
  /** On-demand instances that are not terminated; more is InstanceLimitExceeded. */
  readonly instances?: number;
  /** Spot instances that are not terminated, which do not count as `instances`; more is MaxSpotInstanceCountExceeded. */
  readonly spotInstances?: number;
  /** Security groups, default ones included; more is SecurityGroupLimitExceeded. */
  readonly securityGroups?: number;
  readonly keyPairs?: number;
  /** Own images; more is ImageLimitExceeded. */
  readonly images?: number;
  /** Requests per second, with a burst of as many; more is RequestLimitExceeded. */
  readonly requestsPerSecond?: number;
  /** The same for EC2 alone, by kind of action; the first one that matches counts. `ec2RequestBuckets` are EC2's own. */
  readonly requestBuckets?: readonly RequestBucket[];
  /** The longest page of a Describe call, whatever MaxResults says. */
  readonly pageSize?: number;
}

/** What requests are taken from: so many at once, and so many more each second. */
export interface RequestBucket {
  readonly actions: RegExp;
  readonly size: number;
  readonly perSecond: number;
}

/** Amazon EC2 developer guide, "Request throttling for the Amazon EC2 API", sizes and refill rates of request tokens. */
export const ec2RequestBuckets: readonly RequestBucket[] = [
  { actions: /^(Run|Start)Instances$/, size: 5, perSecond: 2 },
  { actions: /^TerminateInstances$/, size: 100, perSecond: 5 },
  { actions: /^CopyImage$/, size: 100, perSecond: 1 },
  { actions: /^(Create|Delete)Tags$/, size: 100, perSecond: 10 },
  { actions: /^(Describe|Get)/, size: 100, perSecond: 20 },
  { actions: /^(AuthorizeSecurityGroupIngress|RevokeSecurityGroupIngress|CreateKeyPair)$/, size: 50, perSecond: 5 },
  { actions: /./, size: 50, perSecond: 5 },
];

/** Eventual consistency: an identifier is unknown to other calls for a while after it was made. */
export interface Consistency {
  /** For this many milliseconds. */
  readonly milliseconds?: number;
  /** And for this many calls that name it. */
  readonly calls?: number;
}

export type Market = 'on-demand' | 'spot';

/** Launches that there is no capacity for: all that are given of `type`, `zone` and `market` must hold. */
export interface Shortage {
  readonly type?: string;
  readonly zone?: string;
  readonly market?: Market;
  /** Default `InsufficientInstanceCapacity`. */
  readonly error?: 'InsufficientInstanceCapacity' | 'Unsupported' | 'VcpuLimitExceeded';
}

export type DefaultRoute = 'internet-gateway' | 'nat-gateway' | 'none';

export interface LocalCloudOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where the machines are; without one instances have states and addresses but nothing runs. */
  readonly machineHost?: MachineHost;
  /** Twelve digits; default `123456789012`. */
  readonly accountId?: string;
  /** Enabled regions; default us-east-1, us-east-2, us-west-2, eu-west-1, eu-central-1. */
  readonly regions?: readonly string[];
  /** Default `quickDelays`. */
  readonly delays?: Partial<Delays>;
  readonly faults?: readonly FaultPlan[];
  /** Whether `calls` keeps every call; default true. A cloud that is up for days should not. */
  readonly keepsCalls?: boolean;
  readonly limits?: Limits;
  readonly consistency?: Consistency;
  readonly shortages?: readonly Shortage[];
  /** Whether the default subnets have IPv6 and give every interface an address; in a new account they do not. */
  readonly ipv6?: boolean;
  /** Where the main route table of the default VPC leads 0.0.0.0/0; default `internet-gateway`. */
  readonly defaultRoute?: DefaultRoute;
  /** Actions that the caller may not use: `ec2:ImportKeyPair`, `iam:*`. */
  readonly deniedActions?: readonly string[];
  /** The caller's one IAM policy (JSON); absent: everything is allowed but `deniedActions`. */
  readonly policy?: string;
  /** Whether an access key is known; default: every one is. */
  readonly acceptsAccessKey?: (accessKeyId: string) => boolean;
  /**
   * KMS keys that exist in every region beside the one of `alias/aws/ebs`: aliases, or ids of keys; `any`: every one that is
   * named. Default: none.
   */
  readonly kmsKeys?: readonly string[] | 'any';
  /** Names of IAM instance profiles that exist, each with a role of the same name; default `bake-ami`. */
  readonly instanceProfiles?: readonly string[];
}
