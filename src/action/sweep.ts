import { getInput, setFailed, setOutput, summary } from '@actions/core';
import { causeChain, describeError } from '../app/narration.ts';
import { sweep } from '../app/sweep.ts';
import { sweepHeadline, sweepTable } from '../app/sweep-text.ts';
import { systemClock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { abortOnSignals } from './cancellation.ts';
import { endOnCrash } from './crash.ts';
import { GitHubReporter } from './github-reporter.ts';
import { MarkdownWriter } from './markdown.ts';
import { runnerLog } from './runner-log.ts';
import { readSweepInputs } from './sweep-inputs.ts';
import { sweepOutputs, sweepSummary } from './sweep-results.ts';
import { neutralise } from './workflow-commands.ts';

/** Removing takes as long as instances take to go away. */
const BUDGET_MS = 20 * 60_000;

/** The action `sweep`: looks for what has expired, says it, and removes it unless it is a dry run. */
async function main(): Promise<void> {
  const secrets = new SecretRegistry();
  const say = (text: string): void => runnerLog.info(neutralise(secrets.mask(text)));
  const fail = (thrown: unknown): void => {
    const error = toBakeError(thrown);
    setFailed(neutralise(secrets.mask(describeError(error))));
    for (const cause of causeChain(error)) say(`Caused by: ${cause}`);
  };
  endOnCrash(fail);
  try {
    const inputs = readSweepInputs(getInput);
    const result = await sweep({
      ...inputs,
      clock: systemClock,
      ids: randomIds,
      environment: process.env,
      reporter: new GitHubReporter(runnerLog, secrets, process.cwd()),
      secrets,
      signal: abortOnSignals(() => runnerLog.info('Out of time: the next sweep goes on.')),
      budgetMs: BUDGET_MS,
    });
    for (const cells of sweepTable(result).rows) say(cells.filter((cell) => cell !== '').join('  '));
    if (result.accountId !== undefined) say(sweepHeadline(result, inputs.dryRun));
    for (const { region, error } of result.unread) {
      runnerLog.info(neutralise(secrets.mask(`${region} could not be looked through: ${describeError(error)}`)));
    }
    for (const [name, value] of Object.entries(sweepOutputs(result))) setOutput(name, value);
    if (result.error !== undefined) fail(result.error);
    if (inputs.summary) {
      const markdown = new MarkdownWriter((text) => secrets.mask(text));
      await writeSummary(sweepSummary(result, inputs.dryRun, markdown));
    }
  } catch (error) {
    fail(error);
  }
}

/** What is removed is removed whether or not the summary can be written. */
async function writeSummary(text: string): Promise<void> {
  try {
    await summary.addRaw(text).write();
  } catch (error) {
    runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
  }
}

await main();
