import type { BuildResult } from '../app/build-request.ts';
import type { CleanUpResult } from '../app/clean-up.ts';
import { errorPages } from '../app/texts/error-page.ts';
import { describeError } from '../app/texts/narration.ts';
import { describeTimeSpent } from '../app/texts/time-spent.ts';
import { describeSuite } from '../app/texts/verification-text.ts';
import type { BakeError } from '../kernel/errors.ts';
import type { ArtifactSummary, Reporter } from '../kernel/events.ts';
import type { Ui } from './ui.ts';

/** What no event of the run has said yet, as events. */
export function reportResultEvents(result: BuildResult, cleaned: CleanUpResult, reporter: Reporter): void {
  const untold = [
    result.report === undefined && result.diagnostics.length === 0 ? result.error : undefined,
    cleaned.error,
  ];
  for (const error of untold) {
    if (error !== undefined) {
      reporter.report({ type: 'log', level: 'error', message: describeError(error), error });
    }
  }
}

/** The end of a run in Packer's words, and in the facts that programs look for (`artifact,0,id`, `error`, …). */
export function sayResult(result: BuildResult, cleaned: CleanUpResult, ui: Ui): void {
  if (cleaned.error !== undefined) ui.error(`Error: ${describeError(cleaned.error)}`);
  for (const build of result.report?.builds ?? []) {
    for (const suite of result.verification ?? []) {
      if (suite.build !== build.build) continue;
      ui.message(`    ${build.build}: ${describeSuite(suite)}, on a machine of ${suite.image.id}`);
    }
    if (build.steps.length > 0) ui.message(`    ${build.build}: ${describeTimeSpent(build)}`);
  }
  const failed = (result.report?.builds ?? []).filter((entry) => entry.error !== undefined);
  if (failed.length > 0) {
    ui.machine('error-count', [String(failed.length)]);
    ui.error("\n==> Some builds didn't complete successfully and had errors:");
    for (const { build, error } of failed) {
      if (error === undefined) continue;
      ui.machine('error', [describeError(error)], build);
      ui.error(`--> ${build}: ${describeError(error)}`);
    }
  } else if (result.error !== undefined && result.diagnostics.length === 0) {
    ui.error(`Error: ${describeError(result.error)}`);
  }
  const artifacts = Object.entries(result.outputs.artifacts);
  if (artifacts.length > 0) {
    ui.say('\n==> Builds finished. The artifacts of successful builds are:');
    for (const [build, made] of artifacts) sayArtifacts(build, made, ui);
  } else if (result.outcome === 'succeeded') ui.say('\n==> Builds finished but no artifacts were created.');
  for (const page of errorPages(errorsOf(result, cleaned))) ui.error(page);
}

/** What made the run fail, each build's own and that of the clean-up. */
function errorsOf(result: BuildResult, cleaned: CleanUpResult): readonly BakeError[] {
  const ofBuilds = (result.report?.builds ?? []).flatMap(({ error }) => error ?? []);
  return [...(ofBuilds.length > 0 ? ofBuilds : [result.error ?? []].flat()), ...[cleaned.error ?? []].flat()];
}

function sayArtifacts(build: string, artifacts: readonly ArtifactSummary[], ui: Ui): void {
  ui.machine('artifact-count', [String(artifacts.length)], build);
  for (const [index, { builderId, id, description }] of artifacts.entries()) {
    const fact = (...data: readonly string[]): void => ui.machine('artifact', [String(index), ...data], build);
    fact('builder-id', builderId);
    fact('id', id);
    fact('string', description);
    // An image is no file.
    fact('files-count', '0');
    fact('end');
    ui.say(`--> ${build}: ${description}`);
  }
}
