import { type Diagnostic, warningDiagnostic } from '../../kernel/diagnostics.ts';
import { isRecord } from '../../kernel/is-record.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { DecidingValue } from './deciding-values.ts';

/** Where two readings of the same block differ: paths of options, such as `inline[2]`. */
export function differingPaths(here: readonly DecidingValue[], there: readonly DecidingValue[]): readonly string[] {
  const others = new Map(there.map(({ option, value }) => [option, value]));
  return here
    .filter(({ decides }) => decides === 'image')
    .flatMap(({ option, value }) => differences(option, value, others.get(option)));
}

function differences(path: string, a: unknown, b: unknown): string[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.flatMap((each, index) => differences(`${path}[${index}]`, each, b[index]));
  }
  if (isRecord(a) && isRecord(b)) {
    return Object.keys(a).flatMap((key) => differences(`${path}.${key}`, a[key], b[key]));
  }
  return a === b ? [] : [path];
}

/** Says that no image will ever be found for what has another value in each run. */
export function mootDiagnostic(block: string, path: string, decoded: DecodedOptions<unknown>): Diagnostic {
  return warningDiagnostic({
    code: 'reuse-moot',
    summary: 'This has another value in each run, so no image can be reused',
    detail: `"${path}" of ${block} decides what the image is, and holds the time of the run or something random (timestamp(), {{timestamp}}, {{isotime}}, uuidv4() and the like). Pass such a value in as a variable, write it into a tag instead, or let the machine make it (date -u).`,
    subject: decoded.range(path),
  });
}
