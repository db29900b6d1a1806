import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { MachineHost } from '../machine-host.ts';
import {
  type DefaultRoute,
  type Delays,
  type Limits,
  type LocalCloudOptions,
  quickDelays,
  type Shortage,
} from '../options.ts';
import { Sessions } from '../session-manager/sessions.ts';
import { IamState } from './iam-state.ts';
import { stableHex } from './identifiers.ts';
import { RegionState } from './region-state.ts';

const DEFAULT_REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1'];

/** All that the cloud knows, apart from how it is talked to. */
export class CloudState {
  readonly clock: Clock;
  readonly accountId: string;
  readonly delays: Delays;
  readonly limits: Limits;
  readonly machineHost: MachineHost | undefined;
  readonly shortages: readonly Shortage[];
  readonly defaultRoute: DefaultRoute;
  readonly iam: IamState;
  readonly sessions = new Sessions();
  readonly regions: ReadonlyMap<string, RegionState>;
  readonly ids: Ids;

  constructor(options: LocalCloudOptions) {
    this.clock = options.clock;
    this.ids = options.ids;
    this.accountId = options.accountId ?? '123456789012';
    this.delays = { ...quickDelays, ...options.delays };
    this.limits = options.limits ?? {};
    this.machineHost = options.machineHost;
    this.shortages = options.shortages ?? [];
    this.defaultRoute = options.defaultRoute ?? 'internet-gateway';
    this.iam = new IamState(options.instanceProfiles ?? ['bake-ami']);
    const names = options.regions ?? DEFAULT_REGIONS;
    this.regions = new Map(names.map((name) => [name, new RegionState(name, this.accountId, options)]));
  }

  /** A new identifier in EC2's long form: `i-` and 17 hexadecimal digits. */
  newId(prefix: string): string {
    return `${prefix}-${stableHex(this.ids.uuid())}`;
  }

  newUuid(): string {
    return this.ids.uuid();
  }

  newRequestId(): string {
    return this.ids.uuid();
  }

  /** Lets everything happen that is due by now, in every region. */
  catchUp(): void {
    const now = this.clock.now();
    for (const region of this.regions.values()) region.timeline.catchUp(now);
  }

  /** Removes a machine host's disk once no snapshot of any region needs it any more. */
  async releaseDisk(diskId: string | undefined): Promise<void> {
    if (diskId === undefined) return;
    const isNeeded = [...this.regions.values()].some((region) =>
      region.snapshots.all().some((snapshot) => snapshot.diskId === diskId),
    );
    if (!isNeeded) await this.machineHost?.removeDisk(diskId);
  }

  /** The same without waiting; what can't be removed now goes when the machine host is closed. */
  releaseDiskLater(diskId: string | undefined): void {
    this.releaseDisk(diskId).catch(() => undefined);
  }
}
