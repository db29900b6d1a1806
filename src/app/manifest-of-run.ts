import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../engine/make-folder.ts';
import type { RunReport } from '../engine/run-report.ts';
import type { BuildRequest } from './build-request.ts';
import { appendToManifest, type Manifest, type ManifestEntry, parseManifest } from './registry.ts';

/** What this run has written into a manifest, which may hold earlier runs' builds too. */
export function manifestOfRun(file: string, { runUuid }: RunReport): Manifest {
  const { builds } = parseManifest(readFileSync(file, 'utf8'), file);
  return { builds: builds.filter((entry) => entry.runUuid === runUuid), lastRunUuid: runUuid };
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
 * Writes the manifest that the user asked for beside the template, and returns its path, absolute. Missing folders are made. Where the template
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
  makeFolder(path.dirname(file));
  // What is made is written down even when the run was cancelled.
  const { signal } = new AbortController();
  await appendToManifest(file, entries, report.runUuid, { ...request, signal });
  return file;
}
