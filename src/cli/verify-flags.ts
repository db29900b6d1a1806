import { VERIFY_DEFAULTS, type VerifyRequest } from '../app/run/verify-request.ts';
import { parseDuration } from '../kernel/duration.ts';
import { type Flag, flagChoice, flagText, type ParsedArguments, UsageError } from './arguments.ts';

/** The flags that say what an image has to stand. */
export const VERIFY_FLAGS = {
  verify: {
    kind: 'string',
    placeholder: 'SCRIPT',
    doc: 'Verify each image on a machine booted from it: a script file, or lines of shell.',
  },
  'verify-goss': {
    kind: 'string',
    placeholder: 'FILE',
    doc: 'Verify each image with goss: a goss file, or a folder with a goss.yaml.',
  },
  'verify-goss-binary': { kind: 'string', placeholder: 'FILE', doc: 'A goss for Linux; by default that of the PATH.' },
  'verify-timeout': { kind: 'string', placeholder: 'DURATION', doc: 'How long all checks may take; 15m by default.' },
  'verify-boot-timeout': {
    kind: 'string',
    placeholder: 'DURATION',
    doc: 'How long the first boot may take; 10m by default.',
  },
  'verify-on-failure': {
    kind: 'string',
    placeholder: 'remove|keep',
    doc: 'What becomes of an image that fails; remove by default, keep lets it stay for 7 days.',
  },
  'verify-junit': { kind: 'string', placeholder: 'FILE', doc: 'Write how each check ended as JUnit XML.' },
} as const satisfies Record<string, Flag>;

export function verifyRequest(parsed: ParsedArguments): VerifyRequest {
  return {
    script: flagText(parsed, 'verify') ?? '',
    goss: flagText(parsed, 'verify-goss') ?? '',
    gossBinary: flagText(parsed, 'verify-goss-binary') ?? '',
    checksTimeoutMs: duration(parsed, 'verify-timeout'),
    bootTimeoutMs: duration(parsed, 'verify-boot-timeout'),
    onFailure: flagChoice(parsed, 'verify-on-failure', ['remove', 'keep']) ?? VERIFY_DEFAULTS['verify-on-failure'],
    junit: flagText(parsed, 'verify-junit') ?? '',
  };
}

function duration(parsed: ParsedArguments, name: 'verify-timeout' | 'verify-boot-timeout'): number {
  const text = flagText(parsed, name) ?? VERIFY_DEFAULTS[name];
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined && milliseconds > 0) return milliseconds;
  throw new UsageError(`The flag -${name} is "${text}".`, 'It takes a duration such as "90s" or "15m".');
}
