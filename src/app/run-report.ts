import type { BuildReport, RunReport } from '../engine/run-report.ts';
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

export const NO_OUTPUTS: BuildOutputs = {
  amiId: undefined,
  amiIds: {},
  artifacts: {},
  manifest: undefined,
  sourceAmiId: undefined,
  snapshotIds: [],
};

/** What a report hands on; `manifest` is the file that was written last. */
export function buildOutputs({ builds }: RunReport, manifest: string | undefined): BuildOutputs {
  const build = builds.find(({ artifact }) => (artifact?.images.length ?? 0) > 0);
  const first = build?.artifact;
  const image = first?.images.find(({ region }) => region === build?.region) ?? first?.images[0];
  return {
    amiId: image?.id,
    amiIds: imagesByRegion(builds),
    artifacts: artifactsByBuild(builds),
    manifest,
    sourceAmiId: first?.sourceImageId,
    snapshotIds: image?.snapshotIds ?? [],
  };
}

function imagesByRegion(builds: readonly BuildReport[]): Readonly<Record<string, string>> {
  const images: Record<string, string> = {};
  for (const { region, id } of builds.flatMap(({ artifact }) => artifact?.images ?? [])) images[region] ??= id;
  return images;
}

function artifactsByBuild(builds: readonly BuildReport[]): BuildOutputs['artifacts'] {
  return Object.fromEntries(
    builds.filter(({ artifacts }) => artifacts.length > 0).map(({ build, artifacts }) => [build, artifacts]),
  );
}
