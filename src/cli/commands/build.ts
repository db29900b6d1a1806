import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../app/build.ts';
import type { HostKeyPolicy, OnError } from '../../app/build-request.ts';
import { cleanUp } from '../../app/clean-up.ts';
import { isInstanceTypeName } from '../../app/cloud-access/instance-type-name.ts';
import { readRetention } from '../../app/prune/prune-settings.ts';
import { newRunId } from '../../app/run/run-id.ts';
import { readParameters } from '../../app/run/ssm-parameters.ts';
import {
  type Flag,
  flagChoice,
  flagList,
  flagNumber,
  flagOn,
  flagText,
  type ParsedArguments,
  UsageError,
} from '../arguments.ts';
import { reportResultEvents, sayResult } from '../build-results.ts';
import { type Command, EXIT } from '../command.ts';
import { harmlessFlags, noteHarmlessFlags } from '../harmless-flags.ts';
import { OUTPUT_FLAGS, reporterFor, uiFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';
import { UnfinishedRun } from '../unfinished-run.ts';
import { VERIFY_FLAGS, verifyRequest } from '../verify-flags.ts';

const FLAGS = {
  ...TEMPLATE_FLAGS,
  force: { kind: 'boolean', doc: 'Replace an image of the same name.' },
  reuse: {
    kind: 'string',
    placeholder: 'never|if-unchanged',
    doc: 'Take an image that was made of the very same instead of a new one. BAKE_AMI_FINGERPRINT_KEY keys fingerprints.',
  },
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
  'fallback-instance-types': {
    kind: 'list',
    placeholder: 'TYPE,…',
    doc: 'Types to launch on demand, in this order, when EC2 has no room for what the template asks for.',
  },
  deadline: {
    kind: 'string',
    placeholder: 'MINUTES',
    doc: 'When a machine switches itself off; 24 hours by default, 0 means never.',
  },
  manifest: { kind: 'string', placeholder: 'FILE', doc: 'Write a manifest of this run, too.' },
  retention: {
    kind: 'list',
    placeholder: 'NAME=VALUE,…',
    doc: 'Prune older images of what was baked, for example keep-last=5,keep-days=30; the names are flags of prune.',
  },
  provenance: {
    kind: 'string',
    placeholder: 'FILE',
    doc: 'Write what the images are made of, as an in-toto statement.',
  },
  tfvars: {
    kind: 'string',
    placeholder: 'FILE',
    doc: 'Write the images as variables of Terraform (*.auto.tfvars.json).',
  },
  'outputs-file': { kind: 'string', placeholder: 'FILE', doc: 'Write all outputs as JSON, for bake-ami merge.' },
  ...VERIFY_FLAGS,
  'ssm-parameter': {
    kind: 'strings',
    placeholder: 'NAME[=REGION]',
    doc: 'Write the id of the image into this parameter of Systems Manager; may be given several times.',
  },
  'warn-on-undeclared-var': {
    kind: 'boolean',
    doc: 'A warning where a variable file gives a value that no variable takes.',
  },
  debug: { kind: 'boolean', doc: 'Not supported: nobody is asked during a build. Use -on-error=abort.' },
  ...OUTPUT_FLAGS,
  ...harmlessFlags('ignore-prerelease-plugins', 'use-sequential-evaluation', 'skip-enforcement'),
} as const satisfies Record<string, Flag>;

export const buildCommand: Command = {
  name: 'build',
  summary: 'Bake the images of a template',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    refuseInteractiveFlags(parsed);
    const workingDirectory = path.resolve(terminal.workingDirectory, flagText(parsed, 'working-directory') ?? '.');
    const request = templateRequest('build', parsed, workingDirectory);
    const cloud = flagChoice(parsed, 'cloud', ['aws', 'local']) ?? 'aws';
    const reporter = new UnfinishedRun(reporterFor(parsed, terminal), { endsWithIt: cloud === 'local' });
    terminal.sayInTheEnd(() => reporter.lastWords());
    noteHarmlessFlags(parsed, reporter);
    const surroundings = terminal.surroundings(reporter);
    const runDirectory = mkdtempSync(path.join(tmpdir(), 'bake-ami-'));
    const result = await build({
      ...surroundings,
      ...request,
      warnOnUndeclared: flagOn(parsed, 'warn-on-undeclared-var'),
      cloud,
      region: flagText(parsed, 'aws-region'),
      onError: flagChoice<OnError>(parsed, 'on-error', ['cleanup', 'abort', 'run-cleanup-provisioner']) ?? 'cleanup',
      force: flagOn(parsed, 'force'),
      reuse: flagChoice(parsed, 'reuse', ['never', 'if-unchanged']) ?? 'never',
      // No flag: everybody on this machine can read the arguments of a program.
      fingerprintKey: surroundings.environment['BAKE_AMI_FINGERPRINT_KEY'] || undefined,
      // As in Packer, below 1 means no limit.
      parallelBuilds: Math.max(0, flagNumber(parsed, 'parallel-builds', -1) ?? 0),
      hostKeyPolicy: flagChoice<HostKeyPolicy>(parsed, 'ssh-host-key', ['proven', 'first']) ?? 'proven',
      fallbackInstanceTypes: fallbackInstanceTypes(parsed),
      deadlineMinutes: flagNumber(parsed, 'deadline'),
      manifest: flagText(parsed, 'manifest'),
      retention: readRetention(
        flagList(parsed, 'retention'),
        (what, remedy) => new UsageError(`The flag -retention ${what}.`, remedy),
      ),
      outputsFile: flagText(parsed, 'outputs-file'),
      tfvars: flagText(parsed, 'tfvars'),
      provenance: flagText(parsed, 'provenance'),
      verify: verifyRequest(parsed),
      ssmParameters: readParameters(
        flagList(parsed, 'ssm-parameter'),
        (what, remedy) => new UsageError(`The flag -ssm-parameter ${what}.`, remedy),
      ),
      runId: newRunId(surroundings.ids),
      runDirectory,
      localCloudEndsWithProcess: true,
      cliPath: path.join(terminal.installation, 'cli.js'),
    });
    // There is no post step behind a terminal: what the action leaves to it is done here.
    const cleaned = await cleanUp({
      ...surroundings,
      signal: AbortSignal.timeout(AFTER_BUILD_MS),
      runDirectory,
      budgetMs: AFTER_BUILD_MS,
    });
    if (flagOn(parsed, 'json')) reportResultEvents(result, cleaned, reporter);
    else sayResult(result, cleaned, uiFor(parsed, terminal));
    if (result.outcome === 'succeeded') return cleaned.clean ? EXIT.done : EXIT.failed;
    return result.outcome === 'cancelled' ? EXIT.interrupted : EXIT.failed;
  },
};

function fallbackInstanceTypes(parsed: ParsedArguments): readonly string[] {
  const types = flagList(parsed, 'fallback-instance-types').map((type) => type.trim());
  const wrong = types.find((type) => !isInstanceTypeName(type));
  if (wrong === undefined) return types;
  throw new UsageError(
    `The flag -fallback-instance-types holds "${wrong}".`,
    'It takes instance types, for example -fallback-instance-types=m7i.large,m6i.large.',
  );
}

const AFTER_BUILD_MS = 10 * 60_000;

/** Packer's ways to stop and ask somebody: a build here asks nobody, so each is refused with what does the same. */
function refuseInteractiveFlags(parsed: ParsedArguments): void {
  if (flagText(parsed, 'on-error') === 'ask') {
    throw new UsageError(
      'The flag -on-error is "ask", and a build asks nobody.',
      'With -on-error=abort the machine stays as it is after an error, to be looked at and removed by hand.',
    );
  }
  if (flagOn(parsed, 'debug')) {
    throw new UsageError(
      'The flag -debug is not supported: a build stops at no step to wait for a key.',
      'To look at a machine that failed, use -on-error=abort; to see all that is done, set PACKER_LOG=1; to build one at a time, use -parallel-builds=1.',
    );
  }
}
