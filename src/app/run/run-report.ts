import type { BuildReport, RunReport } from '../../engine/run-report.ts';
import type { ArtifactSummary } from '../../kernel/events.ts';
import { imagesByRegion } from '../outputs/images-by-region.ts';

export type { BuildReport, RunReport, StepReport } from '../../engine/run-report.ts';

/** What a run hands on, before anybody turned it into text. */
export interface BuildOutputs {
  /**
   * The image in the build region, where exactly one build made any; undefined otherwise: a job that deploys one of
   * several without being told which would deploy the wrong one some day.
   */
  readonly amiId: string | undefined;
  /** Region to image id, for the regions in which exactly one image was made. */
  readonly amiIds: Readonly<Record<string, string>>;
  /** Per full build name: all that remains of it. */
  readonly artifacts: Readonly<Record<string, readonly ArtifactSummary[]>>;
  /** The manifest that was written last, absolute. */
  readonly manifest: string | undefined;
  /** The image that all builds started from; undefined where there are several. */
  readonly sourceAmiId: string | undefined;
  /** Behind all images. */
  readonly snapshotIds: readonly string[];
  /** Whether all images, and at least one, were there before: nothing was made. */
  readonly isReused: boolean;
  /** Of the one build that has an image; undefined where there are several, or where none was made out. */
  readonly fingerprint: string | undefined;
}

export const NO_OUTPUTS: BuildOutputs = {
  amiId: undefined,
  amiIds: {},
  artifacts: {},
  manifest: undefined,
  sourceAmiId: undefined,
  snapshotIds: [],
  isReused: false,
  fingerprint: undefined,
};

/** What a report hands on; `manifest` is the file that was written last. */
export function buildOutputs({ builds }: RunReport, manifest: string | undefined): BuildOutputs {
  const made = builds.filter(({ artifact }) => (artifact?.images.length ?? 0) > 0);
  const sources = new Set(made.map(({ artifact }) => artifact?.sourceImageId));
  return {
    amiId: made.length === 1 ? ownImage(made[0])?.id : undefined,
    amiIds: imagesByRegion(builds.flatMap(({ artifact }) => artifact?.images ?? [])),
    artifacts: artifactsByBuild(builds),
    manifest,
    sourceAmiId: sources.size === 1 ? [...sources][0] : undefined,
    snapshotIds: made.flatMap(({ artifact }) => artifact?.images.flatMap(({ snapshotIds }) => snapshotIds) ?? []),
    isReused: made.length > 0 && made.every(({ artifact }) => artifact?.isReused === true),
    fingerprint: made.length === 1 ? made[0]?.artifact?.fingerprint : undefined,
  };
}

/** The image in the build's own region; with skip_save_build_region there is none, and the first copy stands for it. */
function ownImage(build: BuildReport | undefined): ArtifactSummary['images'][number] | undefined {
  const images = build?.artifact?.images ?? [];
  return images.find(({ region }) => region === build?.region) ?? images[0];
}

function artifactsByBuild(builds: readonly BuildReport[]): BuildOutputs['artifacts'] {
  return Object.fromEntries(
    builds.filter(({ artifacts }) => artifacts.length > 0).map(({ build, artifacts }) => [build, artifacts]),
  );
}
