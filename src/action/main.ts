import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getInput, setFailed, setOutput, summary } from '@actions/core';
import { build } from '../app/build.ts';
import { causeChain, describeError } from '../app/narration.ts';
import { outputsRecord } from '../app/outputs-record.ts';
import { newRunId } from '../app/run-id.ts';
import { systemClock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { abortOnSignals } from './cancellation.ts';
import { endOnCrash } from './crash.ts';
import { GitHubReporter } from './github-reporter.ts';
import { readInputs } from './inputs.ts';
import { MarkdownWriter } from './markdown.ts';
import { actionOutputs } from './outputs.ts';
import { runnerLog } from './runner-log.ts';
import { placeMemory, rememberEnd, rememberRun } from './state.ts';
import { jobSummary } from './summary.ts';
import { neutralise } from './workflow-commands.ts';

/** The main step: read the inputs, bake, publish. */
async function main(): Promise<void> {
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
      reporter: new GitHubReporter(runnerLog, secrets, inputs.workingDirectory),
      secrets,
      signal,
      runId,
      runDirectory,
      onPlace: placeMemory(),
      cliPath: path.join(path.dirname(fileURLToPath(import.meta.url)), 'cli.js'),
    });

    rememberEnd();
    for (const [name, value] of Object.entries(actionOutputs(outputsRecord(result.outputs)))) setOutput(name, value);
    if (inputs.summary)
      await writeSummary(jobSummary(result, inputs.cloud, new MarkdownWriter((text) => secrets.mask(text))));
    if (result.outcome !== 'succeeded') fail(result.error ?? new Error(`The run ${result.outcome}`), secrets);
  } catch (error) {
    fail(error, secrets);
  }
}

/** The images exist whether or not the summary can be written. */
async function writeSummary(text: string): Promise<void> {
  try {
    await summary.addRaw(text).write();
  } catch (error) {
    runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
  }
}

/** The one place that makes the step fail: one line, and below it in the log what caused it. */
function fail(thrown: unknown, secrets: SecretRegistry): void {
  const error = toBakeError(thrown);
  setFailed(neutralise(secrets.mask(describeError(error))));
  for (const cause of causeChain(error)) runnerLog.info(neutralise(secrets.mask(`Caused by: ${cause}`)));
}

await main();
