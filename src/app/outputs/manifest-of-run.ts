import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../../engine/make-folder.ts';
import type { RunReport } from '../../engine/run-report.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { BuildRequest } from '../build-request.ts';
import { appendToManifest, type Manifest, type ManifestEntry, parseManifest } from '../registry.ts';

/**
 * All builds of a run as a manifest has them: as this run has written them into one, which may hold earlier runs' builds too,
 * and for the others as it would have.
 *
 * @param file undefined: it wrote none
 */
export function manifestOfRun(file: string | undefined, report: RunReport, clock: Clock): Manifest {
  const written = buildsIn(file).filter(({ runUuid }) => runUuid === report.runUuid);
  const others = entriesOf(report, clock).filter(({ artifactId: id }) =>
    written.every((each) => each.artifactId !== id),
  );
  return { builds: [...written, ...others], lastRunUuid: report.runUuid };
}

/** None where a later post-processor of the template has moved the file away. */
function buildsIn(file: string | undefined): Manifest['builds'] {
  if (file === undefined || !existsSync(file)) return [];
  return parseManifest(readFileSync(file, 'utf8'), file).builds;
}

function entriesOf({ builds, runUuid }: RunReport, clock: Clock): readonly ManifestEntry[] {
  const buildTime = Math.floor(clock.now() / 1_000);
  return builds.flatMap(({ artifact, source }) =>
    artifact === undefined
      ? []
      : [
          {
            name: source.name,
            builderType: source.type,
            buildTime,
            files: undefined,
            artifactId: artifact.id,
            runUuid,
            customData: undefined,
          },
        ],
  );
}

/**
 * Refuses, before anything is made, the name of a file to which no build can be appended.
 *
 * @throws BakeError `manifest-unreadable`
 */
export function refuseForeignManifest({ manifest, workingDirectory }: BuildRequest): void {
  if (!manifest) return;
  const file = path.resolve(workingDirectory, manifest);
  if (existsSync(file)) parseManifest(readFileSync(file, 'utf8'), manifest);
}

/**
 * Writes the manifest that the user asked for beside the template, and returns its path, absolute. Missing folders are
 * made. Where the template wrote that very file there is nothing to do.
 */
export async function writeRunManifest(
  request: BuildRequest,
  report: RunReport,
  alreadyWritten: string | undefined,
): Promise<string | undefined> {
  if (!request.manifest) return undefined;
  const file = path.resolve(request.workingDirectory, request.manifest);
  if (file === alreadyWritten) return file;
  const entries = entriesOf(report, request.clock);
  if (entries.length === 0) return undefined;
  makeFolder(path.dirname(file));
  // What is made is written down even when the run was cancelled.
  const { signal } = new AbortController();
  await appendToManifest(file, entries, report.runUuid, { ...request, signal });
  return file;
}
