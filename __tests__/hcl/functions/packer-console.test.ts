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
  readonly error?: string;
}

// What "packer console" of Packer 1.6.6 printed (vectors/README.md).
const { expressions }: { expressions: readonly Recorded[] } = JSON.parse(
  readFileSync(new URL('vectors/packer-console.json', import.meta.url), 'utf8'),
);

const byFunction = new Map<string, Recorded[]>();
for (const each of expressions) {
  const name = /^[a-z0-9]+/.exec(each.expression)?.[0] ?? '';
  const key = each.expression.startsWith(`${name}(`) ? name : 'operators';
  byFunction.set(key, [...(byFunction.get(key) ?? []), each]);
}

const environment = fakeEnvironment();
const functions = await loadFunctions(environment);

function printed(text: string): string {
  const { value, diagnostics } = parseExpression(text, 'console');
  if (value === undefined || hasErrors(diagnostics)) return 'error';
  const result = evaluate(value, { variables: new Map(), functions });
  return hasErrors(result.diagnostics) ? 'error' : displayValue(result.value);
}

describe('expressions give what Packer’s console prints', () => {
  it.each([...byFunction])('%s', (_, recorded) => {
    const expected = recorded.map(({ expression, result }) => `${expression}: ${result ?? 'error'}`);
    expect(recorded.map(({ expression }) => `${expression}: ${printed(expression)}`)).toEqual(expected);
  });
});
