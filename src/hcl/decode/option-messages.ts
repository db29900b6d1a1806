import type { DiagnosticParts } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';

/** Said of a required argument or block that is not written; `subject` is where it would be. */
export function missing(kind: 'argument' | 'block', name: string, subject: SourceRange): DiagnosticParts {
  return {
    code: 'missing-option',
    summary: kind === 'argument' ? 'Missing argument' : 'Missing block',
    detail: `The ${kind} "${name}" is required, but it is not written.`,
    subject,
  };
}

/** Said of a required argument whose value is null. */
export function nullForRequired(name: string, subject: SourceRange): DiagnosticParts {
  return {
    code: 'missing-option',
    summary: 'Missing argument',
    detail: `The argument "${name}" is required, but its value is null, which counts as not written.`,
    subject,
  };
}

/** Said of another block where there may be one. */
export function secondBlock(name: string, subject: SourceRange): DiagnosticParts {
  return {
    code: 'duplicate-block',
    summary: 'Block written twice',
    detail: `There may be only one block "${name}" here.`,
    subject,
  };
}
