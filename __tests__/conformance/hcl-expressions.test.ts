import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { toJson } from '../../src/hcl/values/json.ts';
import type { Type } from '../../src/hcl/values/types.ts';
import { SENSITIVE, type Value } from '../../src/hcl/values/value.ts';
import { SCOPE } from '../hcl/support.ts';

/** What HashiCorp's implementation makes of an expression; `type` in cty's JSON notation. */
interface Case {
  readonly expression: string;
  readonly error?: 'syntax' | 'evaluation';
  readonly type?: unknown;
  readonly value?: unknown;
  readonly unknown?: 'whole' | 'part';
  readonly sensitive?: 'whole' | 'part';
}

function describeType(type: Type): unknown {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, describeType(type.element)];
    case 'tuple':
      return ['tuple', type.elements.map(describeType)];
    case 'object':
      return [
        'object',
        Object.fromEntries(Array.from(type.attributes, ([name, attribute]) => [name, describeType(attribute.type)])),
      ];
    default:
      return type.kind;
  }
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
    ...(bare.isWhollyKnown() ? { value: plain(bare) } : {}),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
}

function plain(value: Value): unknown {
  const json = toJson(value);
  // A number that JavaScript can't hold is compared by its digits.
  return /^\d{400}/.test(json) ? json : JSON.parse(json);
}

const { cases } = JSON.parse(readFileSync(new URL('vectors/hcl-expressions.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

describe('an expression has the type, the value and the marks that it has in HashiCorp’s implementation', () => {
  it.each(cases.map(({ expression, ...expected }) => [expression, expected] as const))('%j', (expression, expected) => {
    expect(outcome(expression)).toEqual(expected);
  });
});
