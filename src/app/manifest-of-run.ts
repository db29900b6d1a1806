import path from 'node:path';
import type { RunReport } from '../engine/run-report.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { BuildRequest } from './build.ts';
import { appendToManifest, type ManifestEntry } from './registry.ts';

const MANIFEST_STEP = 'post-processor-manifest';

/** The manifest that the template's own post-processors wrote last, absolute; undefined when none did. */
export function lastManifest(plan: BuildPlan, report: RunReport, workingDirectory: string): string | undefined {
  const written = plan.builds.flatMap((planned, index) => {
    const steps = report.builds[index]?.steps.filter(({ name }) => name === MANIFEST_STEP) ?? [];
    const manifests = planned.postProcessorChains.flat().filter(({ type }) => type === 'manifest');
    return manifests.filter((_, step) => steps[step]?.outcome === 'succeeded').map(({ decoded }) => decoded.options);
  });
  const options = written.at(-1);
  const output = typeof options === 'object' && options !== null && 'output' in options ? options.output : undefined;
  return typeof output === 'string' ? path.resolve(workingDirectory, output) : undefined;
}

/**
 * Writes the manifest that the user asked for beside the template, and returns its path, absolute. Where the template
 * wrote that very file there is nothing to do.
 */
export async function writeRunManifest(
  request: BuildRequest,
  report: RunReport,
  alreadyWritten: string | undefined,
): Promise<string | undefined> {
  if (!request.manifest) return undefined;
  const file = path.resolve(request.workingDirectory, request.manifest);
  if (file === alreadyWritten) return file;
  const buildTime = Math.floor(request.clock.now() / 1_000);
  const entries = report.builds.flatMap(({ artifact, source }): ManifestEntry[] =>
    artifact === undefined
      ? []
      : [
          {
            name: source.name,
            builderType: source.type,
            buildTime,
            files: undefined,
            artifactId: artifact.id,
            runUuid: report.runUuid,
            customData: undefined,
          },
        ],
  );
  if (entries.length === 0) return undefined;
  // What is made is written down even when the run was cancelled.
  const { signal } = new AbortController();
  await appendToManifest(file, entries, report.runUuid, { ...request, signal });
  return file;
}
