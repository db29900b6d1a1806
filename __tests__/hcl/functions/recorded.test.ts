import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fromJson, toJson } from '../../../src/hcl/values/json.ts';
import { typeExpression } from '../values/type-expression.ts';
import { callByName } from './call-by-name.ts';

interface Recorded {
  readonly function: string;
  /** A JSON array. */
  readonly args: string;
  readonly type?: string;
  /** JSON, as text so that long numbers keep their digits. */
  readonly value?: string;
  readonly error?: string;
}

// What the calls gave when HashiCorp's HCL evaluated them (vectors/README.md says with which versions).
const { calls }: { calls: readonly Recorded[] } = JSON.parse(
  readFileSync(new URL('vectors/cty.json', import.meta.url), 'utf8'),
);

const byFunction = new Map<string, Recorded[]>();
for (const call of calls) byFunction.set(call.function, [...(byFunction.get(call.function) ?? []), call]);

function outcome(call: Recorded): string {
  const args = fromJson(call.args).asElements();
  const result = callByName(call.function, args);
  if (!result.ok) return 'error';
  return `${toJson(result.value)} is ${typeExpression(result.value.type).replace(/ = /g, '=').replace(/\{ /g, '{').replace(/, /g, ',').replace(/ \}/g, '}')}`;
}

describe('functions give what HashiCorp’s implementation gave', () => {
  it.each([...byFunction])('%s', (_, recorded) => {
    const expected = recorded.map(
      (call) => `${call.args}: ${call.error === undefined ? `${call.value} is ${call.type}` : 'error'}`,
    );
    expect(recorded.map((call) => `${call.args}: ${outcome(call)}`)).toEqual(expected);
  });
});
