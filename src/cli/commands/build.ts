import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BuildResult, build, type HostKeyPolicy, type OnError } from '../../app/build.ts';
import { type CleanUpResult, cleanUp } from '../../app/clean-up.ts';
import { describeError } from '../../app/narration.ts';
import { newRunId } from '../../app/run-id.ts';
import type { Reporter } from '../../kernel/events.ts';
import { type Flag, flagChoice, flagNumber, flagOn, flagText, UsageError } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';
import type { Terminal } from '../terminal.ts';

const FLAGS = {
  ...TEMPLATE_FLAGS,
  force: { kind: 'boolean', doc: 'Replace an image of the same name.' },
  'on-error': {
    kind: 'string',
    placeholder: 'cleanup|abort|run-cleanup-provisioner',
    doc: 'What to do when a build fails; cleanup by default.',
  },
  'parallel-builds': { kind: 'string', placeholder: 'N', doc: 'Builds at a time; 0 (the default) means all.' },
  'working-directory': { kind: 'string', placeholder: 'DIR', doc: 'Where relative paths start.' },
  'aws-region': { kind: 'string', placeholder: 'REGION', doc: 'For templates that name none.' },
  cloud: { kind: 'string', placeholder: 'aws|local', doc: 'Bake in AWS (the default) or on the embedded local cloud.' },
  'ssh-host-key': {
    kind: 'string',
    placeholder: 'proven|first',
    doc: 'Accept a proven host key only (the default), or pin the first one seen.',
  },
  manifest: { kind: 'string', placeholder: 'FILE', doc: 'Write a manifest of this run, too.' },
  ...OUTPUT_FLAGS,
} as const satisfies Record<string, Flag>;

export const buildCommand: Command = {
  name: 'build',
  summary: 'Bake the images of a template',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    if (flagText(parsed, 'on-error') === 'ask') {
      throw new UsageError('The flag -on-error is "ask", which needs somebody at the terminal.', 'Use abort.');
    }
    const workingDirectory = path.resolve(terminal.workingDirectory, flagText(parsed, 'working-directory') ?? '.');
    const request = templateRequest('build', parsed, workingDirectory);
    const reporter = reporterFor(parsed, terminal);
    const surroundings = terminal.surroundings(reporter);
    const runDirectory = mkdtempSync(path.join(tmpdir(), 'bake-ami-'));
    const result = await build({
      ...surroundings,
      ...request,
      cloud: flagChoice(parsed, 'cloud', ['aws', 'local']) ?? 'aws',
      region: flagText(parsed, 'aws-region'),
      onError: flagChoice<OnError>(parsed, 'on-error', ['cleanup', 'abort', 'run-cleanup-provisioner']) ?? 'cleanup',
      force: flagOn(parsed, 'force'),
      parallelBuilds: flagNumber(parsed, 'parallel-builds') ?? 0,
      hostKeyPolicy: flagChoice<HostKeyPolicy>(parsed, 'ssh-host-key', ['proven', 'first']) ?? 'proven',
      manifest: flagText(parsed, 'manifest'),
      runId: newRunId(surroundings.ids),
      runDirectory,
      cliPath: path.join(terminal.installation, 'cli.js'),
    });
    // There is no post step behind a terminal: what the action leaves to it is done here.
    const cleaned = await cleanUp({
      ...surroundings,
      signal: AbortSignal.timeout(AFTER_BUILD_MS),
      runDirectory,
      budgetMs: AFTER_BUILD_MS,
    });
    if (flagOn(parsed, 'json')) reportEvents(result, cleaned, reporter);
    else reportText(result, cleaned, terminal);
    if (result.outcome === 'succeeded') return cleaned.clean ? EXIT.done : EXIT.failed;
    return result.outcome === 'cancelled' ? EXIT.interrupted : EXIT.failed;
  },
};

const AFTER_BUILD_MS = 10 * 60_000;

/** What no event of the run has said yet. */
function reportEvents(result: BuildResult, cleaned: CleanUpResult, reporter: Reporter): void {
  const untold = [
    result.report === undefined && result.diagnostics.length === 0 ? result.error : undefined,
    cleaned.error,
  ];
  for (const error of untold) {
    if (error !== undefined) reporter.report({ type: 'log', level: 'error', message: describeError(error) });
  }
}

/** The last lines, in Packer's words. */
function reportText(result: BuildResult, cleaned: CleanUpResult, terminal: Terminal): void {
  const write = (text: string): void => terminal.out.write(`${terminal.secrets.mask(text)}\n`);
  if (cleaned.error !== undefined) write(`Error: ${describeError(cleaned.error)}`);
  const failed = (result.report?.builds ?? []).filter((entry) => entry.error !== undefined);
  if (failed.length > 0) {
    write("\n==> Some builds didn't complete successfully and had errors:");
    for (const entry of failed)
      if (entry.error !== undefined) write(`--> ${entry.build}: ${describeError(entry.error)}`);
  } else if (result.error !== undefined && result.diagnostics.length === 0) {
    write(`Error: ${describeError(result.error)}`);
  }
  const artifacts = Object.entries(result.outputs.artifacts);
  if (artifacts.length > 0) {
    write('\n==> Builds finished. The artifacts of successful builds are:');
    for (const [name, made] of artifacts) for (const artifact of made) write(`--> ${name}: ${artifact.description}`);
  } else if (result.outcome === 'succeeded') write('\n==> Builds finished but no artifacts were created.');
}
