import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getInput } from '@actions/core';
import { build } from '../app/build.ts';
import type { BuildResult } from '../app/build-request.ts';
import { outputsRecord } from '../app/outputs/outputs-record.ts';
import { newRunId } from '../app/run/run-id.ts';
import { describeError } from '../app/texts/narration.ts';
import { toBakeError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { closingLines } from './closing-lines.ts';
import type { FailureContext } from './failure.ts';
import { handOnAll } from './hand-on.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { MarkdownWriter } from './markdown.ts';
import { actionOutputs } from './outputs.ts';
import { publishOutputs } from './publish-outputs.ts';
import { runnerLog } from './runner-log.ts';
import { placeMemory, rememberEnd, rememberRun } from './state.ts';
import { runStep } from './step.ts';
import { jobSummary } from './summary.ts';
import { fetchTool } from './tool-fetcher.ts';
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
    if (inputs.gitHub !== undefined) world.secrets.register(inputs.gitHub.token);
    const cliPath = commandLine();
    const result = await build({
      ...inputs,
      ...world,
      runId,
      runDirectory,
      onPlace: placeMemory(),
      cliPath,
      fetchTool,
    });

    for (const line of closingLines(result)) step.say(line);
    const outputs = actionOutputs(outputsRecord(result.outputs));
    const unwritten = await handOnAll([
      { what: 'The outputs of the step', do: () => publishOutputs(outputs, world.secrets, runnerLog) },
      { what: 'What the post step has to know', do: rememberEnd },
      {
        what: 'The job summary',
        do: async () => {
          if (inputs.summary) await step.summarise((markdown) => jobSummary(result, inputs.cloud, markdown));
        },
      },
      {
        what: 'The comment or the status',
        do: async () => {
          for (const warning of await tell(inputs, result, world.secrets)) step.warn(warning);
        },
      },
    ]);
    const failure =
      result.outcome === 'succeeded' ? undefined : (result.error ?? new Error(`The run ${result.outcome}`));
    const [first, ...others] = failure === undefined ? unwritten : [failure, ...unwritten];
    for (const other of others) step.warn(describeError(toBakeError(other)));
    if (first !== undefined) step.fail(first, failedBuilds(result));
  });
}

/** `dist/cli.js`, also where this runs from its source. */
function commandLine(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(here, 'cli.js');
  return existsSync(beside) ? beside : path.join(here, '..', '..', 'dist', 'cli.js');
}

/** Tells on GitHub beside the run's own page, where the user wants any of it; returns warnings. */
async function tell(
  { gitHub, cloud, template }: ActionInputs,
  result: BuildResult,
  secrets: SecretRegistry,
): Promise<readonly string[]> {
  if (gitHub === undefined) return [];
  const { tellGitHub } = await import('./github/tell-github.ts');
  const markdown = new MarkdownWriter((text) => secrets.mask(text));
  return tellGitHub(gitHub, { result, cloud, template, markdown }, process.env);
}

/** Names the build of the error where there are several. */
function failedBuilds({ report }: BuildResult): FailureContext {
  const failed = report?.builds.filter(({ error }) => error !== undefined) ?? [];
  const [first, ...others] = failed;
  if (first === undefined || report?.builds.length === 1) return {};
  return {
    where: `${first.build}${others.length === 0 ? '' : ` (and ${others.length} more)`}: `,
    others: others.flatMap(({ error }) => error ?? []),
  };
}
