import type { HostKeyPolicy, OnError } from '../app/build-request.ts';
import { isInstanceTypeName } from '../app/cloud-access/instance-type-name.ts';
import { readRetention } from '../app/prune/prune-settings.ts';
import type { RetentionSettings } from '../app/retention.ts';
import { type ParameterLine, readParameters } from '../app/run/ssm-parameters.ts';
import { VERIFY_DEFAULTS, type VerifyRequest } from '../app/run/verify-request.ts';
import type { GitHubTelling } from './github/tell-github.ts';
import { boolean, choice, duration, invalid, lines, type ReadInput, wholeNumber } from './input-values.ts';
import { readTemplateInputs, type TemplateInputs } from './template-inputs.ts';

/** All inputs of the action, checked; nothing below the entry reads an input again. */
export interface ActionInputs extends TemplateInputs {
  readonly onError: OnError;
  readonly force: boolean;
  readonly reuse: (typeof REUSE)[number];
  readonly fingerprintKey: string | undefined;
  readonly parallelBuilds: number;
  readonly region: string | undefined;
  readonly cloud: 'aws' | 'local';
  readonly hostKeyPolicy: HostKeyPolicy;
  /** To launch on demand, in this order, when EC2 has no room for what a template asks for. */
  readonly fallbackInstanceTypes: readonly string[];
  /** Minutes; 0: never, undefined: as the job's limit says. */
  readonly deadlineMinutes: number | undefined;
  readonly manifest: string | undefined;
  /** Undefined: older images stay. */
  readonly retention: RetentionSettings | undefined;
  readonly outputsFile: string | undefined;
  readonly tfvars: string | undefined;
  readonly provenance: string | undefined;
  readonly summary: boolean;
  /** Undefined: nothing is told on GitHub beside the run's own page. */
  readonly gitHub: GitHubTelling | undefined;
  readonly verify: VerifyRequest;
  readonly ssmParameters: readonly ParameterLine[];
}

const ON_ERROR = ['cleanup', 'abort', 'run-cleanup-provisioner'] as const;
const REUSE = ['never', 'if-unchanged'] as const;
const CLOUDS = ['aws', 'local'] as const;
const ON_FAILURE = ['remove', 'keep'] as const;
const HOST_KEYS = ['proven', 'first'] as const;

/**
 * Reads and checks the inputs. Throws a BakeError (category `input`) that names the input, its value and what it takes.
 *
 * @param workspace what a relative `working-directory` is relative to; absolute
 */
export function readInputs(read: ReadInput, workspace: string): ActionInputs {
  return {
    ...readTemplateInputs(read, workspace),
    onError: choice('on-error', read('on-error') || 'cleanup', ON_ERROR),
    force: boolean('force', read('force') || 'false'),
    reuse: choice('reuse', read('reuse') || 'never', REUSE),
    fingerprintKey: read('fingerprint-key') || undefined,
    parallelBuilds: wholeNumber('parallel-builds', read('parallel-builds') || '0'),
    region: read('aws-region') || undefined,
    cloud: choice('cloud', read('cloud') || 'aws', CLOUDS),
    hostKeyPolicy: choice('ssh-host-key', read('ssh-host-key') || 'proven', HOST_KEYS),
    fallbackInstanceTypes: lines(read('fallback-instance-types')).flatMap(instanceTypes),
    deadlineMinutes: read('deadline') === '' ? undefined : wholeNumber('deadline', read('deadline')),
    manifest: read('manifest') || undefined,
    retention: readRetention(lines(read('retention')), (what, remedy) => invalid('retention', what, remedy)),
    outputsFile: read('outputs-file') || undefined,
    tfvars: read('tfvars') || undefined,
    provenance: read('provenance') || undefined,
    summary: boolean('summary', read('summary') || 'true'),
    gitHub: gitHubTelling(read),
    verify: verifyInputs(read),
    ssmParameters: readParameters(lines(read('ssm-parameter')), (what, remedy) =>
      invalid('ssm-parameter', what, remedy),
    ),
  };
}

function gitHubTelling(read: ReadInput): GitHubTelling | undefined {
  const token = read('github-token');
  const pullRequestComment = boolean('pull-request-comment', read('pull-request-comment') || 'false');
  const commitStatus = boolean('commit-status', read('commit-status') || 'false');
  if (!pullRequestComment && !commitStatus) return undefined;
  if (token !== '') return { token, pullRequestComment, commitStatus };
  const wanting = pullRequestComment ? 'pull-request-comment' : 'commit-status';
  throw invalid(
    wanting,
    'is "true", and there is no token',
    'Give the input github-token the token of the job, github.token.',
  );
}

/** One that may not be zero. */
function timeout(input: string, value: string): number {
  const milliseconds = duration(input, value);
  if (milliseconds > 0) return milliseconds;
  throw invalid(input, `is "${value}"`, 'It takes a duration such as "90s" or "15m".');
}

function verifyInputs(read: ReadInput): VerifyRequest {
  const given = (name: keyof typeof VERIFY_DEFAULTS): string => read(name) || VERIFY_DEFAULTS[name];
  return {
    script: read('verify'),
    goss: read('verify-goss'),
    gossBinary: read('verify-goss-binary'),
    checksTimeoutMs: timeout('verify-timeout', given('verify-timeout')),
    bootTimeoutMs: timeout('verify-boot-timeout', given('verify-boot-timeout')),
    onFailure: choice('verify-on-failure', given('verify-on-failure'), ON_FAILURE),
    junit: read('verify-junit'),
  };
}

function instanceTypes(line: string): readonly string[] {
  const types = line.split(/[\s,]+/).filter((type) => type !== '');
  const wrong = types.find((type) => !isInstanceTypeName(type));
  if (wrong === undefined) return types;
  throw invalid(
    'fallback-instance-types',
    `holds "${wrong}"`,
    'Write one instance type per line, for example m7i.large.',
  );
}
