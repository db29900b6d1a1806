import path from 'node:path';
import type { RunReport } from '../../engine/run-report.ts';
import type { MadeOutFingerprint } from '../../images/fingerprint/fingerprint.ts';
import { provenancePaths } from '../../images/provenance/own-files.ts';
import { checksums, type ProvenRun, provenanceStatement } from '../../images/provenance/statement.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { VERSION } from '../../kernel/version.ts';
import type { BuildRequest } from '../build-request.ts';
import { PACKER_VERSION } from './behaves-as.ts';
import { writeWholeFile } from './write-whole-file.ts';

/**
 * Writes what the images of a run are made of: the whole in-toto statement, and beside it its predicate and its subjects as
 * actions/attest takes them. Nothing is written where nothing was made: what is reused has a provenance of its own.
 *
 * @throws BakeError `provenance-unwritable`
 */
export function writeProvenance(
  request: BuildRequest,
  report: RunReport,
  fingerprints: ReadonlyMap<string, MadeOutFingerprint>,
): void {
  const { provenance, workingDirectory, ids, reporter, secrets } = request;
  if (!provenance) return;
  const run = provenRun(request, report, fingerprints);
  if (run.builds.length === 0) {
    const message = `No image was made, so nothing is written to ${provenance}`;
    reporter.report({ type: 'log', level: 'info', message });
    return;
  }
  const statement = provenanceStatement(run);
  const file = path.resolve(workingDirectory, provenance);
  const paths = provenancePaths(file);
  const json = (value: object): string => `${secrets.mask(JSON.stringify(value, undefined, 2))}\n`;
  try {
    writeWholeFile(paths.statement, json(statement), ids);
    writeWholeFile(paths.predicate, json(statement.predicate), ids);
    writeWholeFile(paths.subjects, checksums(statement), ids);
  } catch (cause) {
    throw new BakeError(`The provenance ${file} can't be written: ${errorMessage(cause)}`, {
      code: 'provenance-unwritable',
      category: 'input',
      hint: 'Name a file in a folder that can be written, relative to the working directory. The images are made and are in the outputs.',
      cause,
    });
  }
  reporter.report({ type: 'log', level: 'info', message: `Wrote the provenance to ${file}` });
}

function provenRun(
  { environment, runId, template, cloud, clock, fingerprintKey }: BuildRequest,
  { startedAt, builds }: RunReport,
  fingerprints: ReadonlyMap<string, MadeOutFingerprint>,
): ProvenRun {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: name,
    GITHUB_REF: ref,
    GITHUB_SHA: commit,
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: attempt = '1',
    GITHUB_WORKFLOW_REF: workflow,
  } = environment;
  const repository = server && name ? `${server}/${name}` : undefined;
  return {
    runId,
    template,
    cloud,
    startedAt,
    finishedAt: new Date(clock.now()).toISOString(),
    version: VERSION,
    behavesAs: PACKER_VERSION,
    commit: commit || undefined,
    repository,
    ref: ref || undefined,
    runUrl: repository && run ? `${repository}/actions/runs/${run}/attempts/${attempt}` : undefined,
    builder: server && workflow ? `${server}/${workflow}` : undefined,
    builds: builds.flatMap(({ build, region, artifact }) =>
      artifact === undefined || artifact.images.length === 0 || artifact.isReused === true
        ? []
        : [
            {
              name: build,
              region,
              artifact,
              // Where the image has no fingerprint, it may hold something else.
              inputs: artifact.fingerprint === undefined ? undefined : fingerprints.get(build)?.inputs,
              isKeyed: fingerprintKey !== undefined,
            },
          ],
    ),
  };
}
