import { setFailed } from '@actions/core';
import { cleanUp } from '../app/clean-up.ts';
import { describeError, describeResource } from '../app/narration.ts';
import { systemClock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { abortOnSignals } from './cancellation.ts';
import { endOnCrash } from './crash.ts';
import { GitHubReporter } from './github-reporter.ts';
import { runnerLog } from './runner-log.ts';
import { recallRun } from './state.ts';
import { neutralise } from './workflow-commands.ts';

/** The server ends a cancelled job after 5 minutes, the post step included. */
const BUDGET_MS = 4.5 * 60_000;

/** The post step: removes what the main step, ended in whatever way, has left behind. Fails only when something stays. */
export async function run(): Promise<void> {
  const { runDirectory, workingDirectory, run } = recallRun();
  if (runDirectory === '') return;
  const secrets = new SecretRegistry();
  endOnCrash((thrown) => setFailed(neutralise(secrets.mask(describeError(toBakeError(thrown))))));
  try {
    const { left, error } = await cleanUp({
      clock: systemClock,
      ids: randomIds,
      environment: process.env,
      reporter: new GitHubReporter(runnerLog, secrets, workingDirectory),
      secrets,
      signal: abortOnSignals(() => runnerLog.info('Out of time.')),
      runDirectory,
      budgetMs: BUDGET_MS,
      known: run,
    });
    if (error !== undefined) setFailed(neutralise(secrets.mask(describeError(error))));
    else if (left.length > 0) {
      const names = left.map(({ resource }) => describeResource(resource)).join('; ');
      setFailed(neutralise(`Left behind, and may cost money: ${names}. Remove it by hand.`));
    }
  } catch (error) {
    setFailed(neutralise(secrets.mask(describeError(toBakeError(error)))));
  }
}
