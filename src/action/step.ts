import { getInput, summary } from '@actions/core';
import type { Surroundings } from '../app/surroundings.ts';
import { systemClock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { abortOnSignals } from './cancellation.ts';
import { endOnCrash } from './crash.ts';
import { type FailureContext, failStep } from './failure.ts';
import { failureSummary } from './failure-summary.ts';
import { GitHubReporter } from './github-reporter.ts';
import { MarkdownWriter } from './markdown.ts';
import { runnerLog } from './runner-log.ts';
import { neutralise } from './workflow-commands.ts';

/** What the step of an action has to work with. */
export interface Step {
  /** @param workingDirectory what the names of files in diagnostics are relative to; absolute */
  readonly surroundings: (workingDirectory: string) => Surroundings;
  /** A line of the log. */
  readonly say: (text: string) => void;
  /** A warning, also on the page of the run. */
  readonly warn: (text: string) => void;
  /** Makes the step fail: one line, and below it in the log what caused it and where its code is explained. */
  readonly fail: (thrown: unknown, context?: FailureContext) => void;
  /** Writes the job summary. What has been done is done whether or not that works. */
  readonly summarise: (write: (markdown: MarkdownWriter) => string) => Promise<void>;
}

/**
 * Runs the step of an action: signals abort it, secrets are masked, and every error makes it fail in one line.
 *
 * @param outOfTime said when the runner is about to kill the process
 */
export async function runStep(outOfTime: string, run: (step: Step) => Promise<void>): Promise<void> {
  // The bundle holds one version of the AWS SDK: which Node its future versions want is for us to know, not for users.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const secrets = new SecretRegistry();
  const say = (text: string): void => runnerLog.info(neutralise(secrets.mask(text)));
  const warn = (text: string): void => runnerLog.warning(neutralise(secrets.mask(text)));
  const fail: Step['fail'] = (thrown, context) => failStep(thrown, secrets, context);
  endOnCrash((thrown) => fail(thrown));
  const signal = abortOnSignals(() => runnerLog.info(outOfTime));
  const surroundings = (workingDirectory: string): Surroundings => ({
    clock: systemClock,
    ids: randomIds,
    environment: process.env,
    reporter: new GitHubReporter(runnerLog, secrets, workingDirectory, showsColours()),
    secrets,
    signal,
  });
  let hasSummary = false;
  const summarise: Step['summarise'] = async (write) => {
    hasSummary = true;
    try {
      await summary.addRaw(write(new MarkdownWriter((text) => secrets.mask(text)))).write();
    } catch (error) {
      runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
    }
  };
  try {
    await run({ surroundings, say, warn, fail, summarise });
  } catch (error) {
    fail(error);
    if (!hasSummary && wantsSummary()) {
      await summarise((markdown) => failureSummary('Failed', toBakeError(error), markdown));
    }
  }
}

/** Also where the inputs are what is wrong. */
function wantsSummary(): boolean {
  return !/^false$/i.test(getInput('summary'));
}

/** GitHub shows them, and who doesn't want them anywhere says so (no-color.org). */
function showsColours(): boolean {
  return !process.env['NO_COLOR'];
}
