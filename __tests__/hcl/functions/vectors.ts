import { readFileSync } from 'node:fs';

/** An expression and what it came to: the text that Packer's console prints, or its error, for reading only. */
export interface RecordedExpression {
  /** Which function it is about; default: the one that it begins with. */
  readonly function?: string;
  readonly expression: string;
  readonly result?: string;
  readonly error?: unknown;
}

/** The content of a file in vectors/ (README.md there says where it is from). */
export function readVectors<Content>(file: string): Content {
  return JSON.parse(readFileSync(new URL(`vectors/${file}`, import.meta.url), 'utf8'));
}

/** The function that a recorded expression is about; `operators` for none. */
export function functionOf({ function: name, expression }: RecordedExpression): string {
  return name ?? /^([a-z0-9_]+)\(/.exec(expression)?.[1] ?? 'operators';
}

/** Cases by the function that they are about, for a test of each. */
export function byFunction<Case extends RecordedExpression>(cases: readonly Case[]): [string, Case[]][] {
  const grouped = new Map<string, Case[]>();
  for (const each of cases) grouped.set(functionOf(each), [...(grouped.get(functionOf(each)) ?? []), each]);
  return [...grouped];
}

/** A case as a line that says what is expected of it, or with `actual` what came of it. */
export function outcomeOf({ expression, result }: RecordedExpression, actual?: string): string {
  return `${expression}: ${actual ?? result ?? 'error'}`;
}
