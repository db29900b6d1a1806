import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getInput } from '@actions/core';
import { type BuildResult, build } from '../app/build.ts';
import { outputsRecord } from '../app/outputs-record.ts';
import { newRunId } from '../app/run-id.ts';
import { randomIds } from '../kernel/ids.ts';
import { closingLines } from './closing-lines.ts';
import { readInputs } from './inputs.ts';
import { actionOutputs } from './outputs.ts';
import { publishOutputs } from './publish-outputs.ts';
import { runnerLog } from './runner-log.ts';
import { placeMemory, rememberEnd, rememberRun } from './state.ts';
import { runStep } from './step.ts';
import { jobSummary } from './summary.ts';
import { misspeltInputs } from './unknown-inputs.ts';

/** The main step: read the inputs, bake, publish. Never rejects: an error makes the step fail. */
export async function run(): Promise<void> {
  await runStep('Out of time: the post step goes on with the clean-up.', async ({ surroundings, ...step }) => {
    const known: string[] = [];
    const read = (name: string): string => {
      known.push(name);
      return getInput(name);
    };
    const inputs = readInputs(read, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
    for (const warning of misspeltInputs(process.env, known)) step.warn(warning);
    const runDirectory = mkdtempSync(path.join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'bake-ami-'));
    const runId = newRunId(randomIds);
    const keepsOnError = inputs.onError !== 'cleanup';
    rememberRun({ runDirectory, workingDirectory: inputs.workingDirectory, runId, keepsOnError });

    const world = surroundings(inputs.workingDirectory);
    const cliPath = commandLine();
    const result = await build({ ...inputs, ...world, runId, runDirectory, onPlace: placeMemory(), cliPath });

    rememberEnd();
    for (const line of closingLines(result)) step.say(line);
    publishOutputs(actionOutputs(outputsRecord(result.outputs)), world.secrets, runnerLog);
    if (inputs.summary) await step.summarise((markdown) => jobSummary(result, inputs.cloud, markdown));
    if (result.outcome !== 'succeeded') {
      step.fail(result.error ?? new Error(`The run ${result.outcome}`), failedBuild(result));
    }
  });
}

/** `dist/cli.js`, also where this runs from its source. */
function commandLine(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(here, 'cli.js');
  return existsSync(beside) ? beside : path.join(here, '..', '..', 'dist', 'cli.js');
}

/** Names the build of the error where there are several. */
function failedBuild({ report }: BuildResult): string {
  const failed = report?.builds.filter(({ error }) => error !== undefined) ?? [];
  const [first, ...others] = failed;
  if (first === undefined || report?.builds.length === 1) return '';
  return `${first.build}${others.length === 0 ? '' : ` (and ${others.length} more)`}: `;
}
