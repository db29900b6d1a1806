import type { ArtifactSummary } from '../kernel/events.ts';

/** What a run hands on, before anybody turned it into text. */
export interface BuildOutputs {
  /** The image of the first build in its own region; undefined when none was made. */
  readonly amiId: string | undefined;
  /** Region to image id, of the first build that made one in that region. */
  readonly amiIds: Readonly<Record<string, string>>;
  /** Per full build name: all that remains of it. */
  readonly artifacts: Readonly<Record<string, readonly ArtifactSummary[]>>;
  /** The manifest that was written last, absolute. */
  readonly manifest: string | undefined;
  readonly sourceAmiId: string | undefined;
  /** Snapshots of `amiId`. */
  readonly snapshotIds: readonly string[];
}
