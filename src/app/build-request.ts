import type { OnError } from '../engine/on-error.ts';
import type { ReuseTerms } from '../engine/ports.ts';
import type { RunOutcome, RunReport } from '../engine/run-report.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { BakeError } from '../kernel/errors.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { PlanRequest } from '../template/request.ts';
import type { LocalCloudHandle } from './local-cloud/local-cloud-handle.ts';
import type { PruneResult } from './prune/prune-request.ts';
import type { HostKeyPolicy } from './registry.ts';
import type { RetentionSettings } from './retention.ts';
import type { RunPlace } from './run/run-places.ts';
import type { BuildOutputs } from './run/run-report.ts';
import type { RunStory } from './run/run-watch.ts';
import type { ParameterLine } from './run/ssm-parameters.ts';
import type { Suite } from './run/verification.ts';
import type { FetchTool, VerifyRequest } from './run/verify-request.ts';
import type { Surroundings } from './surroundings.ts';

export type { OnError } from '../engine/on-error.ts';
export type { PlanRequest as TemplateRequest } from '../template/request.ts';
export type { HostKeyPolicy } from './registry.ts';

export interface BuildRequest extends PlanRequest, Surroundings {
  readonly cloud: 'aws' | 'local';
  /** A local cloud that runs already: used instead of starting one, and not ended by the clean-up of this run. */
  readonly localCloud?: LocalCloudHandle;
  /** For sources that name none; undefined: as the environment and the profile say. */
  readonly region: string | undefined;
  readonly onError: OnError;
  readonly force: boolean;
  /** Whether an image of the same fingerprint that is there already is taken instead of a new one; not with `force`. */
  readonly reuse: ReuseTerms['mode'];
  /** Whether only images are taken that were verified, although this run verifies none. */
  readonly reusesVerifiedOnly?: boolean;
  /** A secret that fingerprints are keyed with, so that nobody without it can guess what went into them. */
  readonly fingerprintKey: string | undefined;
  /** Builds at a time; 0: no limit. */
  readonly parallelBuilds: number;
  readonly hostKeyPolicy: HostKeyPolicy;
  /** Types to launch on demand, in this order, when EC2 has no room for what a template asks for. */
  readonly fallbackInstanceTypes: readonly string[];
  /** After how many minutes a machine switches itself off; 0: never, undefined: as the job's limit says. */
  readonly deadlineMinutes: number | undefined;
  /** A Packer-shaped manifest to be written in any case; undefined: only what the template's post-processors write. */
  readonly manifest: string | undefined;
  /** How older images of what is baked go, after a run that succeeded; undefined: they stay. */
  readonly retention?: RetentionSettings | undefined;
  /** Parameters of Systems Manager that are to hold the ids of the images. */
  readonly ssmParameters?: readonly ParameterLine[] | undefined;
  /** What each image has to stand before anything else becomes of it; undefined: nothing. */
  readonly verify?: VerifyRequest | undefined;
  /** How programs come here that verifications need; undefined: they have to be here. */
  readonly fetchTool?: FetchTool | undefined;
  /** Where all that the run hands on is written as JSON, for `merge`; undefined: nowhere. */
  readonly outputsFile?: string | undefined;
  /** Where to write what the images are made of, as an in-toto statement; undefined: nowhere. */
  readonly provenance?: string | undefined;
  /** Where to write the images as variables of Terraform, relative to the working directory; undefined: nowhere. */
  readonly tfvars?: string | undefined;
  /** What all resources of this run are tagged with: `newRunId(ids)`. */
  readonly runId: string;
  /**
   * A folder of this run's own, absolute, made here with mode 0700: journal, short-lived files and the local cloud's
   * whereabouts. Its path is all that the clean-up step has to be told; save it before calling.
   */
  readonly runDirectory: string;
  /** Whether a local cloud that is started here ends with this process: there is no post step that would end it. */
  readonly localCloudEndsWithProcess?: boolean;
  /** Told where a build is about to make things, before it makes the first one; not on a local cloud. */
  readonly onPlace?: (place: RunPlace) => void;
  /** `dist/cli.js`, absolute: what runs the local cloud as a process of its own. Only for `cloud: 'local'`. */
  readonly cliPath: string;
}

export interface BuildResult {
  /** `failed` too when the template can't be used; `report` is undefined then. */
  readonly outcome: RunOutcome;
  /** All there is to say about the template, warnings included; already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was to be built; left out when the template can't be used. */
  readonly plan?: BuildPlan;
  /** What went wrong before any build could start (no template, no local cloud, …) or the first build's error. */
  readonly error: BakeError | undefined;
  readonly report: RunReport | undefined;
  /** Given in every case: what was made is published although something later failed. */
  readonly outputs: BuildOutputs;
  /** What was told on the way. */
  readonly story: RunStory;
  /** How the checks of each image ended, also of one that was removed for it; left out: none were asked for. */
  readonly verification?: readonly Suite[];
  /** What became of older images, for each account or role that images were made with. */
  readonly pruned?: readonly PruneResult[];
}
