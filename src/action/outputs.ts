import type { BuildOutputs } from '../app/run-report.ts';

/** The action's outputs as the runner takes them: every one is a string, empty for "nothing". */
export function actionOutputs(outputs: BuildOutputs): Readonly<Record<string, string>> {
  return {
    ami_id: outputs.amiId ?? '',
    ami_ids: JSON.stringify(outputs.amiIds),
    artifacts: JSON.stringify(
      Object.fromEntries(Object.entries(outputs.artifacts).map(([build, artifacts]) => [build, artifacts.map(toJson)])),
    ),
    manifest: outputs.manifest ?? '',
    source_ami_id: outputs.sourceAmiId ?? '',
    snapshot_ids: JSON.stringify(outputs.snapshotIds),
    reused: String(outputs.isReused),
    fingerprint: outputs.fingerprint ?? '',
  };
}

/** Snake case, like the outputs themselves: these names are read by other people's workflows. */
function toJson(artifact: BuildOutputs['artifacts'][string][number]) {
  return {
    builder_id: artifact.builderId,
    artifact_id: artifact.id,
    images: artifact.images.map((image) => ({
      region: image.region,
      id: image.id,
      name: image.name,
      snapshot_ids: image.snapshotIds,
    })),
    source_ami_id: artifact.sourceImageId ?? '',
    fingerprint: artifact.fingerprint ?? '',
    reused: artifact.isReused === true,
  };
}
