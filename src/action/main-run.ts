import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getInput, setFailed, summary } from '@actions/core';
import { type BuildResult, build } from '../app/build.ts';
import { causeChain, describeError } from '../app/narration.ts';
import { outputsRecord } from '../app/outputs-record.ts';
import { newRunId } from '../app/run-id.ts';
import { systemClock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { abortOnSignals } from './cancellation.ts';
import { closingLines } from './closing-lines.ts';
import { endOnCrash } from './crash.ts';
import { GitHubReporter } from './github-reporter.ts';
import { readInputs } from './inputs.ts';
import { MarkdownWriter } from './markdown.ts';
import { actionOutputs } from './outputs.ts';
import { publishOutputs } from './publish-outputs.ts';
import { runnerLog } from './runner-log.ts';
import { placeMemory, rememberEnd, rememberRun } from './state.ts';
import { jobSummary } from './summary.ts';
import { neutralise } from './workflow-commands.ts';

/** The main step: read the inputs, bake, publish. Never rejects: an error makes the step fail. */
export async function run(): Promise<void> {
  // The bundle holds one version of the AWS SDK: which Node its future versions want is for us to know, not for users.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const secrets = new SecretRegistry();
  endOnCrash((thrown) => fail(thrown, secrets));
  try {
    const signal = abortOnSignals(() => runnerLog.info('Out of time: the post step goes on with the clean-up.'));
    const inputs = readInputs(getInput, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
    const runDirectory = mkdtempSync(path.join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'bake-ami-'));
    const runId = newRunId(randomIds);
    const keepsOnError = inputs.onError !== 'cleanup';
    rememberRun({ runDirectory, workingDirectory: inputs.workingDirectory, runId, keepsOnError });

    const result = await build({
      ...inputs,
      clock: systemClock,
      ids: randomIds,
      environment: process.env,
      reporter: new GitHubReporter(runnerLog, secrets, inputs.workingDirectory, showsColours()),
      secrets,
      signal,
      runId,
      runDirectory,
      onPlace: placeMemory(),
      cliPath: commandLine(),
    });

    rememberEnd();
    for (const line of closingLines(result)) runnerLog.info(neutralise(secrets.mask(line)));
    publishOutputs(actionOutputs(outputsRecord(result.outputs)), secrets, runnerLog);
    if (inputs.summary)
      await writeSummary(jobSummary(result, inputs.cloud, new MarkdownWriter((text) => secrets.mask(text))));
    if (result.outcome !== 'succeeded') {
      fail(result.error ?? new Error(`The run ${result.outcome}`), secrets, failedBuild(result));
    }
  } catch (error) {
    fail(error, secrets);
  }
}

/** `dist/cli.js`, also where this runs from its source. */
function commandLine(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(here, 'cli.js');
  return existsSync(beside) ? beside : path.join(here, '..', '..', 'dist', 'cli.js');
}

/** GitHub shows them, and who doesn't want them anywhere says so (no-color.org). */
function showsColours(): boolean {
  return !process.env['NO_COLOR'];
}

/** The images exist whether or not the summary can be written. */
async function writeSummary(text: string): Promise<void> {
  try {
    await summary.addRaw(text).write();
  } catch (error) {
    runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
  }
}

/** Names the build of the error where there are several. */
function failedBuild({ report }: BuildResult): string {
  const failed = report?.builds.filter(({ error }) => error !== undefined) ?? [];
  const [first, ...others] = failed;
  if (first === undefined || report?.builds.length === 1) return '';
  return `${first.build}${others.length === 0 ? '' : ` (and ${others.length} more)`}: `;
}

/** The one place that makes the step fail: one line, and below it in the log what caused it. */
function fail(thrown: unknown, secrets: SecretRegistry, where = ''): void {
  const error = toBakeError(thrown);
  setFailed(neutralise(secrets.mask(`${where}${describeError(error)}`)));
  for (const cause of causeChain(error)) runnerLog.info(neutralise(secrets.mask(`Caused by: ${cause}`)));
}
