import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import { loadFunctions } from '../../../src/hcl/functions/table.ts';
import { parseExpression } from '../../../src/hcl/parser.ts';
import { displayValue } from '../../../src/hcl/values/display.ts';
import { hasErrors } from '../../../src/kernel/diagnostics.ts';
import { fakeEnvironment } from './fake-environment.ts';

interface Recorded {
  readonly expression: string;
  readonly result?: string;
  readonly error?: unknown;
}

/** The recorded expressions of a file (vectors/README.md), by the function that each calls first. */
function recordedIn(file: string): [string, Recorded[]][] {
  const { expressions }: { expressions: readonly Recorded[] } = JSON.parse(
    readFileSync(new URL(`vectors/${file}`, import.meta.url), 'utf8'),
  );
  const byFunction = new Map<string, Recorded[]>();
  for (const each of expressions) {
    const name = /^([a-z0-9_]+)\(/.exec(each.expression)?.[1] ?? 'operators';
    byFunction.set(name, [...(byFunction.get(name) ?? []), each]);
  }
  return [...byFunction];
}

const environment = fakeEnvironment();
const functions = await loadFunctions(environment);

function printed(text: string): string {
  const { value, diagnostics } = parseExpression(text, 'console');
  if (value === undefined || hasErrors(diagnostics)) return 'error';
  const result = evaluate(value, { variables: new Map(), functions });
  return hasErrors(result.diagnostics) ? 'error' : displayValue(result.value);
}

function compare(recorded: readonly Recorded[]): void {
  const expected = recorded.map(({ expression, result }) => `${expression}: ${result ?? 'error'}`);
  expect(recorded.map(({ expression }) => `${expression}: ${printed(expression)}`)).toEqual(expected);
}

describe('expressions give what Packer’s console prints', () => {
  it.each(recordedIn('packer-console.json'))('%s', (_, recorded) => compare(recorded));
});

describe('functions that Packer 1.6.6 does not have give what their specification says', () => {
  it.each(recordedIn('worked-out.json'))('%s', (_, recorded) => compare(recorded));
});
