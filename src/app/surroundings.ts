import type { Clock } from '../kernel/clock.ts';
import type { Reporter } from '../kernel/events.ts';
import type { Ids } from '../kernel/ids.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';

/** The outside world, as far as a use case may touch it. */
export interface Surroundings {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The process's own environment: PKR_VAR_*, AWS_*, what local programs inherit. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly reporter: Reporter;
  /** Subscribe to it (for masking) before the use case is called. */
  readonly secrets: SecretRegistry;
  /** Aborted: the user or the runner asked to stop. */
  readonly signal: AbortSignal;
}
