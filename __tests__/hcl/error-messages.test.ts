import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { NativeBody } from '../../src/hcl/ast.ts';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { parseFile } from '../../src/hcl/parser.ts';
import { Source } from '../../src/hcl/source.ts';
import type { Diagnostic } from '../../src/kernel/diagnostics.ts';
import type { SourceRange } from '../../src/kernel/source-range.ts';
import { SCOPE } from './support.ts';

interface Case {
  readonly text: string;
  /** `at` is `line:column-line:column`, the end being the first position that no longer belongs to it. */
  readonly errors: readonly {
    readonly code: string;
    readonly at: string;
    readonly summary: string;
    readonly detail: string;
  }[];
}

function at(range: SourceRange | undefined): string {
  if (range === undefined) return '';
  const { start, end } = range;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function evaluateAll(body: NativeBody): readonly Diagnostic[] {
  return body.items.flatMap((item) =>
    item.kind === 'attribute' ? evaluate(item.expression, SCOPE).diagnostics : evaluateAll(item.body),
  );
}

function errorsOf(text: string): Case['errors'] {
  const { body, diagnostics } = parseFile(new Source('t.hcl', text));
  const all = diagnostics.length > 0 ? diagnostics : evaluateAll(body);
  return all.map(({ code, subject, summary, detail }) => ({ code, at: at(subject), summary, detail }));
}

const cases = JSON.parse(readFileSync(new URL('vectors/errors.json', import.meta.url), 'utf8')) as readonly Case[];

describe('a wrong text gets exactly these errors, at exactly these places', () => {
  it.each(cases.map(({ text, errors }) => [text, errors] as const))('%j', (text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});
