import { endGroup, getInput, setOutput, startGroup, summary } from '@actions/core';
import { prune } from '../app/prune.ts';
import { pruneHeadline, pruneNotes, pruneTable } from '../app/prune-text.ts';
import { systemClock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { abortOnSignals } from './cancellation.ts';
import { endOnCrash } from './crash.ts';
import { failStep } from './failure.ts';
import { GitHubReporter } from './github-reporter.ts';
import { MarkdownWriter } from './markdown.ts';
import { readPruneInputs } from './prune-inputs.ts';
import { pruneOutputs, pruneSummary } from './prune-results.ts';
import { runnerLog } from './runner-log.ts';
import { neutralise } from './workflow-commands.ts';

/** Hundreds of images, each with its snapshots. */
const BUDGET_MS = 30 * 60_000;

/** The action `prune`: says which images are too old and used by nobody, and removes them unless it is a dry run. */
async function main(): Promise<void> {
  const secrets = new SecretRegistry();
  const say = (text: string): void => runnerLog.info(neutralise(secrets.mask(text)));
  const fail = (thrown: unknown): void => failStep(thrown, secrets);
  endOnCrash(fail);
  try {
    const inputs = readPruneInputs(getInput);
    const { dryRun } = inputs;
    const result = await prune({
      ...inputs,
      clock: systemClock,
      ids: randomIds,
      environment: process.env,
      reporter: new GitHubReporter(runnerLog, secrets, process.cwd()),
      secrets,
      signal: abortOnSignals(() => runnerLog.info('Out of time: the next prune goes on.')),
      budgetMs: BUDGET_MS,
      onPlan: (plan) => {
        startGroup('The plan');
        const { rows } = pruneTable(plan, dryRun || plan.isTooMuch ? 'would be' : 'will be');
        for (const cells of rows) say(cells.filter((cell) => cell !== '').join('  '));
        endGroup();
      },
    });
    if (result.accountId !== undefined) say(pruneHeadline(result, dryRun));
    for (const note of pruneNotes(result)) say(note);
    for (const [name, value] of Object.entries(pruneOutputs(result))) setOutput(name, value);
    if (result.error !== undefined) fail(result.error);
    if (inputs.summary) {
      await writeSummary(pruneSummary(result, dryRun, new MarkdownWriter((text) => secrets.mask(text))));
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
