/** Fast launch of one Windows image: snapshots that EC2 prepares, so that instances start from them. */
export interface FastLaunch {
  readonly imageId: string;
  readonly targetResourceCount: number;
  readonly maxParallelLaunches: number;
  readonly launchTemplate: { readonly id: string; readonly name: string; readonly version: string } | undefined;
  state: 'enabling' | 'enabling-failed' | 'enabled' | 'disabling';
  stateReason: string;
  /** Milliseconds since the Unix epoch. */
  stateAt: number;
}
