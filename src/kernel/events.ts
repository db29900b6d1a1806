import type { Diagnostic } from './diagnostics.ts';
import type { BakeError } from './errors.ts';
import type { SourceRange } from './source-range.ts';

/** Something that a build made and that somebody may have to find again: an instance, a key pair, an image. */
export interface ResourceRef {
  /** AWS's own word, kebab-case: `instance`, `key-pair`, `security-group`, `image`, `snapshot`, `volume`, … */
  readonly kind: string;
  readonly id: string;
  readonly region: string;
  readonly name?: string;
}

export type Outcome = 'succeeded' | 'failed' | 'cancelled' | 'skipped';

/**
 * What a step's time goes into: what the cloud needs of its own (a machine boots, a machine stops, an image is made or
 * copied), what the template asks for, or what is ours and may be called waste.
 */
export type StepTime = 'boot' | 'stop' | 'image' | 'template' | 'own';

/** What a finished build is known by: for amazon builders, images per region. Plain data: it goes into outputs. */
export interface ArtifactSummary {
  /** Packer's builder id, for example `mitchellh.amazonebs`. */
  readonly builderId: string;
  /** `region:ami-id` pairs, sorted, joined by commas. */
  readonly id: string;
  /** For people, several lines. */
  readonly description: string;
  readonly images: readonly {
    readonly region: string;
    readonly id: string;
    readonly name: string;
    readonly snapshotIds: readonly string[];
    /** Of all its disks together, as their snapshots give it; left out where nobody said. GiB. */
    readonly sizeGib?: number;
  }[];
  readonly sourceImageId?: string;
  readonly sourceImageName?: string;
  /** What stands for everything that decided the image; left out where none was made out. */
  readonly fingerprint?: string;
  /** What is different from the image that this one follows; left out where nothing is known of one. */
  readonly previous?: PreviousImage;
  /** It was there before: an image of the same fingerprint, which this run did not make. */
  readonly isReused?: boolean;
  /** Who made an image that was there before, as its tags tell; left out where they do not. */
  readonly madeBy?: ImageMaker;
}

/** A run of a workflow that makes images. */
export interface ImageMaker {
  /** The commit that it was a run of. */
  readonly commit?: string;
  /** Its page on GitHub. */
  readonly runUrl?: string;
}

/** The image that another one follows, and what made that other one necessary. */
export interface PreviousImage {
  readonly id: string;
  /** For people, one sentence each without a full stop: `scripts/install.sh has changed`. */
  readonly changes: readonly string[];
}

/** The machine that a build got, which may be another one than it asked for first. */
export interface LaunchedInstance {
  readonly id: string;
  readonly type: string;
  readonly market: 'on-demand' | 'spot';
  /** Undefined: EC2 chose it and has not said. */
  readonly availabilityZone?: string;
}

/** All that a run tells while it goes. `build` is the full build name, for example `node-app.amazon-ebs.ubuntu`. */
export type BakeEvent =
  | {
      readonly type: 'run-started';
      readonly runId: string;
      readonly builds: readonly string[];
      /** Nothing is made: the run only finds out which images are there already. */
      readonly looksOnly?: true;
    }
  | { readonly type: 'build-started'; readonly build: string }
  | {
      readonly type: 'build-finished';
      readonly build: string;
      readonly outcome: Outcome;
      readonly elapsedMs: number;
      /** As in `run-started`. */
      readonly looksOnly?: true;
      readonly error?: BakeError;
      readonly artifact?: ArtifactSummary;
    }
  | { readonly type: 'step-started'; readonly build: string; readonly step: string; readonly title: string }
  | {
      readonly type: 'step-finished';
      readonly build: string;
      readonly step: string;
      readonly title: string;
      readonly outcome: Outcome;
      readonly elapsedMs: number;
      /** The block of the template that it ran; its file is relative to the working directory. */
      readonly at?: SourceRange;
    }
  | { readonly type: 'instance-launched'; readonly build: string; readonly instance: LaunchedInstance }
  | { readonly type: 'resource-created'; readonly build: string; readonly resource: ResourceRef }
  | { readonly type: 'resource-removed'; readonly build: string; readonly resource: ResourceRef }
  | { readonly type: 'resource-kept'; readonly build: string; readonly resource: ResourceRef; readonly reason: string }
  | {
      readonly type: 'resource-left';
      readonly build: string;
      readonly resource: ResourceRef;
      readonly error: BakeError;
    }
  /** One line of output of a machine or a local program: hostile text. `source` is what printed it (`shell`, `ansible`, …). */
  | {
      readonly type: 'remote-line';
      readonly build: string;
      readonly source: string;
      readonly stream: 'stdout' | 'stderr';
      readonly text: string;
    }
  | { readonly type: 'progress'; readonly build: string; readonly message: string; readonly percent?: number }
  /**
   * One look at what the cloud is still busy with, `the AMI ami-0123 in eu-central-1`: who shows it decides which looks
   * are worth a line. `state` is EC2's word.
   */
  | {
      readonly type: 'waiting';
      readonly build: string;
      readonly what: string;
      readonly state: string;
      readonly elapsedMs: number;
      readonly percent?: number;
    }
  /** A file that the build wrote for those who come after it; `path` is absolute. */
  | { readonly type: 'file-written'; readonly build: string; readonly kind: 'manifest'; readonly path: string }
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic }
  | { readonly type: 'artifact'; readonly build: string; readonly artifact: ArtifactSummary }
  | {
      readonly type: 'log';
      readonly level: 'debug' | 'info' | 'warning' | 'error';
      readonly message: string;
      readonly build?: string;
      /** What the message tells of, where that is an error, for programs. */
      readonly error?: BakeError;
    };

/** Takes events synchronously, in order; never throws. */
export interface Reporter {
  report(event: BakeEvent): void;
}

export type Emit = (event: BakeEvent) => void;
