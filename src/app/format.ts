import path from 'node:path';
import { formatHcl } from '../hcl/format/format.ts';
import { parseFile } from '../hcl/parser.ts';
import type { Source } from '../hcl/source.ts';
import { type Diagnosed, type Diagnostic, errorDiagnostic, hasErrors } from '../kernel/diagnostics.ts';
import { errorMessage } from '../kernel/error-message.ts';
import type { Ids } from '../kernel/ids.ts';
import { readSource, sourceOf } from '../template/source-files.ts';
import { findFormattable } from './templates/formattable-files.ts';
import { localFileSystem } from './templates/local-file-system.ts';
import { replaceFile } from './templates/replace-file.ts';

export interface FormatRequest {
  /** Files and folders, relative to the working directory or absolute. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly workingDirectory: string;
  /** Whether files are written, or only looked at. */
  readonly write: boolean;
  /** Whether folders within folders are gone through, too. */
  readonly recursive: boolean;
  readonly ids: Ids;
}

/** What was found out about one file: what it was and is now, or why it was left as it is. */
export type FormatOutcome =
  | { readonly kind: 'formatted'; readonly name: string; readonly before: string; readonly after: string }
  | { readonly kind: 'failed'; readonly source: Source | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Formats files, one after the other. What is wrong with one stops none of the others. */
export function* formatFiles(request: FormatRequest): Generator<FormatOutcome, void, undefined> {
  for (const file of findFormattable(request.paths, request.workingDirectory, request.recursive)) {
    if (file.value === undefined) yield { kind: 'failed', source: undefined, diagnostics: file.diagnostics };
    else yield formatFile(file.value, request);
  }
}

/** Formats a text that is in no file. */
export function formatText(name: string, bytes: Uint8Array): FormatOutcome {
  return formatSource(sourceOf(name, name, () => bytes));
}

function formatFile(name: string, { workingDirectory, write, ids }: FormatRequest): FormatOutcome {
  const outcome = formatSource(readSource(name, workingDirectory, localFileSystem));
  if (outcome.kind === 'failed' || !write || outcome.before === outcome.after) return outcome;
  try {
    replaceFile(path.resolve(workingDirectory, name), outcome.before, outcome.after, ids);
    return outcome;
  } catch (cause) {
    const failure = errorDiagnostic({
      code: 'unwritable-file',
      summary: `The file "${name}" can't be written`,
      detail: `${errorMessage(cause)}.`,
    });
    return { kind: 'failed', source: undefined, diagnostics: [failure] };
  }
}

function formatSource({ value: source, diagnostics }: Diagnosed<Source>): FormatOutcome {
  if (source === undefined) return { kind: 'failed', source, diagnostics };
  const parsed = parseFile(source);
  if (hasErrors(parsed.diagnostics)) return { kind: 'failed', source, diagnostics: parsed.diagnostics };
  return { kind: 'formatted', name: source.filename, before: source.text, after: formatHcl(source.text) };
}
