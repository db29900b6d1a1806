import type { ArtifactSummary } from '../../kernel/events.ts';
import type { BuildOutputs } from '../run/run-report.ts';

/** The outputs of a run by the names that other people's workflows read: plain JSON, empty texts for "nothing". */
export interface OutputsRecord {
  readonly ami_id: string;
  readonly ami_ids: Readonly<Record<string, string>>;
  readonly artifacts: Readonly<Record<string, readonly ArtifactRecord[]>>;
  readonly manifest: string;
  readonly source_ami_id: string;
  readonly snapshot_ids: readonly string[];
  readonly reused: boolean;
  readonly fingerprint: string;
}

export interface ArtifactRecord {
  readonly builder_id: string;
  readonly artifact_id: string;
  readonly images: readonly {
    readonly region: string;
    readonly id: string;
    readonly name: string;
    readonly snapshot_ids: readonly string[];
    /** Of all its disks together; null where nobody said. */
    readonly size_gib: number | null;
  }[];
  readonly source_ami_id: string;
  readonly fingerprint: string;
  readonly reused: boolean;
  /** The page of the run that made what was reused; empty where it is not known, or nothing was. */
  readonly reused_from: string;
}

export function outputsRecord(outputs: BuildOutputs): OutputsRecord {
  return {
    ami_id: outputs.amiId ?? '',
    ami_ids: outputs.amiIds,
    artifacts: Object.fromEntries(
      Object.entries(outputs.artifacts).map(([build, artifacts]) => [build, artifacts.map(artifactRecord)]),
    ),
    manifest: outputs.manifest ?? '',
    source_ami_id: outputs.sourceAmiId ?? '',
    snapshot_ids: outputs.snapshotIds,
    reused: outputs.isReused,
    fingerprint: outputs.fingerprint ?? '',
  };
}

function artifactRecord(artifact: ArtifactSummary): ArtifactRecord {
  return {
    builder_id: artifact.builderId,
    artifact_id: artifact.id,
    images: artifact.images.map((image) => ({
      region: image.region,
      id: image.id,
      name: image.name,
      snapshot_ids: image.snapshotIds,
      size_gib: image.sizeGib ?? null,
    })),
    source_ami_id: artifact.sourceImageId ?? '',
    fingerprint: artifact.fingerprint ?? '',
    reused: artifact.isReused === true,
    reused_from: artifact.madeBy?.runUrl ?? '',
  };
}
