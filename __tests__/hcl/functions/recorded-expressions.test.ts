import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import type { FunctionEnvironment } from '../../../src/hcl/functions/environment.ts';
import { loadFunctions } from '../../../src/hcl/functions/table.ts';
import { parseExpression } from '../../../src/hcl/parser.ts';
import { displayValue } from '../../../src/hcl/values/display.ts';
import { Value } from '../../../src/hcl/values/value.ts';
import { hasErrors } from '../../../src/kernel/diagnostics.ts';
import { callByName } from './call-by-name.ts';
import { fakeEnvironment } from './fake-environment.ts';
import { byFunction, outcomeOf, type RecordedExpression, readVectors } from './vectors.ts';

const table = await loadFunctions(fakeEnvironment());

function printed(text: string, environment: FunctionEnvironment): string {
  const { value, diagnostics } = parseExpression(text, 'console');
  if (value === undefined || hasErrors(diagnostics)) return 'error';
  const result = evaluate(value, { variables: new Map(), functions: { ...table, environment } });
  return hasErrors(result.diagnostics) ? 'error' : displayValue(result.value);
}

function recordedIn(file: string): [string, RecordedExpression[]][] {
  return byFunction(readVectors<{ expressions: RecordedExpression[] }>(file).expressions);
}

function compare(recorded: readonly RecordedExpression[]): void {
  expect(recorded.map((each) => outcomeOf(each, printed(each.expression, fakeEnvironment())))).toEqual(
    recorded.map((each) => outcomeOf(each)),
  );
}

describe('expressions give what Packer’s console prints', () => {
  it.each(recordedIn('packer-console.json'))('%s', (_, recorded) => compare(recorded));
});

describe('functions that Packer 1.6.6 does not have give what their specification says', () => {
  it.each(recordedIn('worked-out.json'))('%s', (_, recorded) => compare(recorded));
});

describe('functions that show the time write it as those of Packer do', () => {
  const { expressions } = readVectors<{ expressions: (RecordedExpression & { at: string })[] }>('fixed-clock.json');

  it.each(byFunction(expressions))('%s', (_, recorded) => {
    const actual = recorded.map((each) => {
      const now = Date.parse(each.at);
      const environment = fakeEnvironment();
      const standing = { ...environment, startedAt: now, clock: { ...environment.clock, now: () => now } };
      return `${each.at} ${outcomeOf(each, printed(each.expression, standing))}`;
    });
    expect(actual).toEqual(recorded.map((each) => `${each.at} ${outcomeOf(each)}`));
  });
});

describe('base64gzip', () => {
  const { cases } = readVectors<{ cases: { text: string; packer: string }[] }>('base64gzip.json');
  const unpacked = (base64: string): string => gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');

  it.each(cases)('packs $text, so that it unpacks to what Packer’s does', ({ text, packer }) => {
    const result = callByName('base64gzip', [Value.string(text)]);
    const ours = result.ok ? result.value.asString() : result.detail;
    expect(unpacked(ours)).toBe(unpacked(packer));
    // RFC 1952: the method is deflate, there is neither name nor time, and the system is said to be unknown.
    expect(Buffer.from(ours, 'base64').toString('hex')).toMatch(/^1f8b08000000000000ff|^1f8b08000000000002ff/);
  });
});

describe('bcrypt', () => {
  const { cases } = readVectors<{ cases: { text: string; cost: number; hash: string }[] }>('bcrypt.json');

  it.each(cases)('hashes $text at the cost of $cost to what Go verifies', ({ text, cost, hash }) => {
    const result = callByName('bcrypt', [Value.string(text), Value.number(cost)]);
    expect(result.ok ? result.value.asString() : result.detail).toBe(hash);
  });
});
