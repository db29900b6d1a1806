import type { Clock } from '../kernel/clock.ts';
import type { Aws } from './connections.ts';
import type { Tags } from './tags.ts';

/** Parameters of Systems Manager that hold the ids of a run's images. */
export interface ImageParameters {
  /** Those that a build is to write. Rejects with what can't be written, before anything costs money. */
  plan(build: ParameterSite): Promise<readonly PlannedParameter[]>;
  /** Writes the ids of finished images, and waits until they are there to be read. */
  write(planned: readonly PlannedParameter[], images: readonly RegionalImage[], build: ParameterSite): Promise<void>;
}

/** The build that writes. */
export interface ParameterSite {
  readonly aws: Aws;
  /** The full build name. */
  readonly build: string;
  /** Undefined: STS did not say. */
  readonly accountId: string | undefined;
  /** The build's own. */
  readonly region: string;
  /** Those in which an image will be. */
  readonly regions: readonly string[];
  /** Of a new parameter, and added to those that an older one has. */
  readonly tags: Tags;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Fills in `{{ }}`. */
  readonly render: (text: string) => string;
  readonly note: (message: string) => void;
  readonly warn: (message: string) => void;
}

export interface PlannedParameter {
  readonly name: string;
  readonly region: string;
  /** What it holds now; undefined: nothing, or it may not be read. */
  readonly value: string | undefined;
}

export interface RegionalImage {
  readonly region: string;
  readonly id: string;
}
