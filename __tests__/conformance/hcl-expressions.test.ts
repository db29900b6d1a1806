import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { SENSITIVE } from '../../src/hcl/values/value.ts';
import { SCOPE } from '../hcl/support.ts';
import { describeType, plainValue } from './cty-notation.ts';

/** What HashiCorp's implementation makes of an expression; `type` in cty's JSON notation. */
interface Case {
  readonly expression: string;
  readonly error?: 'syntax' | 'evaluation';
  readonly type?: unknown;
  readonly value?: unknown;
  readonly unknown?: 'whole' | 'part';
  readonly sensitive?: 'whole' | 'part';
}

/** Our result in the notation of the vectors. */
function outcome(expression: string): Omit<Case, 'expression'> {
  const parsed = parseExpression(expression, 'vector.hcl');
  if (parsed.value === undefined || parsed.diagnostics.length > 0) return { error: 'syntax' };
  const { value, diagnostics } = evaluate(parsed.value, SCOPE);
  if (diagnostics.length > 0) return { error: 'evaluation' };
  const bare = value.unmarkDeep().value;
  const sensitive = value.isSensitive ? 'whole' : value.containsMark(SENSITIVE) ? 'part' : undefined;
  return {
    type: describeType(value.type),
    ...(bare.isUnknown ? { unknown: 'whole' as const } : bare.isWhollyKnown() ? {} : { unknown: 'part' as const }),
    ...(bare.isWhollyKnown() ? { value: plainValue(bare) } : {}),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
}

const { cases } = JSON.parse(readFileSync(new URL('vectors/hcl-expressions.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

describe('an expression has the type, the value and the marks that it has in HashiCorp’s implementation', () => {
  it.each(cases.map(({ expression, ...expected }) => [expression, expected] as const))('%j', (expression, expected) => {
    expect(outcome(expression)).toEqual(expected);
  });
});
