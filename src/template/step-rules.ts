import type { DiagnosticParts } from '../kernel/diagnostics.ts';
import { parseDuration } from '../kernel/duration.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Findings } from './findings.ts';

/* What holds for the settings of every provisioner and post-processor, in HCL2 and in the older JSON format alike. */

/** Whether a step that is only for some, or for all except some, is for this one. */
export function isMeantFor(name: string, only: readonly string[], except: readonly string[]): boolean {
  return only.length > 0 ? only.includes(name) : !except.includes(name);
}

/** What to say of a step that has both. */
export function onlyAndExcept(subject: SourceRange): DiagnosticParts {
  return {
    code: 'only-and-except',
    summary: 'Both "only" and "except"',
    detail: 'A step takes either "only" or "except", not both.',
    subject,
  };
}

/**
 * Milliseconds; undefined when the text is no duration, which is reported then, or `0s`, which in Packer is no limit and no
 * pause. `hint` is for the end of the report.
 */
export function stepDuration(
  setting: string,
  text: string,
  range: SourceRange,
  findings: Findings,
  hint = '',
): number | undefined {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined && milliseconds >= 0) return milliseconds || undefined;
  findings.error({
    code: 'invalid-duration',
    summary: `Invalid duration for "${setting}"`,
    detail: `${JSON.stringify(text)} is no duration. Write a number with its unit, such as "30s", "5m" or "1h30m".${hint}`,
    subject: range,
  });
  return undefined;
}

/** What to say of a number of tries that is none; `written` is what stands there, as messages show it. */
export function invalidRetries(written: string, subject: SourceRange): DiagnosticParts {
  return {
    code: 'invalid-value',
    summary: 'Invalid value for "max_retries"',
    detail: `The number of tries after the first one has to be a whole number, 0 or more; ${written} is not.`,
    subject,
  };
}
