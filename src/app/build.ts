import type { RunOutcome, RunReport } from '../engine/run-report.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { BakeError } from '../kernel/errors.ts';
import type { Reporter } from '../kernel/events.ts';
import type { Ids } from '../kernel/ids.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { BuildOutputs } from './run-report.ts';

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

/** What says which template is meant, and with which values. */
export interface TemplateRequest {
  /** File or folder, relative to `workingDirectory` or absolute. */
  readonly template: string;
  /** In the order given; a later one of the same name wins. Values are raw text. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  /** `-var-file`, in the order given. */
  readonly variableFiles: readonly string[];
  /** Globs on full build names; empty: all. */
  readonly only: readonly string[];
  /** Globs on full build names, and names of post-processors. */
  readonly except: readonly string[];
  /** Absolute; relative paths in options and in this request are relative to it. */
  readonly workingDirectory: string;
}

/** `ask` is refused where there is no terminal. */
export type OnError = 'cleanup' | 'abort' | 'ask' | 'run-cleanup-provisioner';

/**
 * How a machine's SSH host key is trusted: `proven` (planted by us, or proven by the console output) or `first` (the
 * first key seen is pinned).
 */
export type HostKeyPolicy = 'proven' | 'first';

export interface BuildRequest extends TemplateRequest, Surroundings {
  readonly cloud: 'aws' | 'local';
  /** For sources that name none; undefined: as the environment and the profile say. */
  readonly region: string | undefined;
  readonly onError: OnError;
  readonly force: boolean;
  /** Builds at a time; 0: no limit. */
  readonly parallelBuilds: number;
  readonly hostKeyPolicy: HostKeyPolicy;
  /** A Packer-shaped manifest to be written in any case; undefined: only what the template's post-processors write. */
  readonly manifest: string | undefined;
  /** What all resources of this run are tagged with: `newRunId(ids)`. */
  readonly runId: string;
  /**
   * A folder of this run's own, absolute, made here with mode 0700: journal, short-lived files and the local cloud's
   * whereabouts. Its path is all that the clean-up step has to be told; save it before calling.
   */
  readonly runDirectory: string;
  /** `dist/cli.js`, absolute: what runs the local cloud as a process of its own. Only for `cloud: 'local'`. */
  readonly cliPath: string;
}

export interface BuildResult {
  /** `failed` too when the template can't be used; `report` is undefined then. */
  readonly outcome: RunOutcome;
  /** All there is to say about the template, warnings included; already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
  /** What went wrong before any build could start (no template, no local cloud, …) or the first build's error. */
  readonly error: BakeError | undefined;
  readonly report: RunReport | undefined;
  /** Given in every case: what was made is published although something later failed. */
  readonly outputs: BuildOutputs;
}
