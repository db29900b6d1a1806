import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EvaluationBudget } from '../../../src/hcl/budget.ts';
import { fromYaml } from '../../../src/hcl/functions/encoding/yaml-reader.ts';
import { toYaml } from '../../../src/hcl/functions/encoding/yaml-writer.ts';
import { convert } from '../../../src/hcl/values/convert.ts';
import { fromJson, toJson } from '../../../src/hcl/values/json.ts';
import { BOOL, hasDynamic, listOf, NUMBER, STRING, setOf, type Type } from '../../../src/hcl/values/types.ts';
import { unify } from '../../../src/hcl/values/unify.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { describeValue } from '../describe-value.ts';
import { randomTypes, typedValues } from './random-types.ts';
import { randomValues } from './random-values.ts';
import { typeExpression } from './type-expression.ts';

const named = (type: Type | undefined): string => (type === undefined ? 'none' : typeExpression(type));

/** The value after the conversion, as text; undefined where there is none. */
function converted(value: Value, type: Type): Value | undefined {
  const result = convert(value, type);
  return result.ok ? result.value : undefined;
}

describe('conversion', () => {
  it('to the type that a value has changes nothing', () => {
    fc.assert(
      fc.property(typedValues, (value) => {
        expect(describeValue(converted(value, value.type) ?? Value.string('none'))).toBe(describeValue(value));
      }),
    );
  });

  it('gives a value of the type that is asked for, and does nothing more the second time', () => {
    fc.assert(
      fc.property(typedValues, randomTypes, (value, type) => {
        const once = converted(value, type);
        fc.pre(once !== undefined);
        if (!hasDynamic(type)) expect(named(once.type)).toBe(named(type));
        const twice = converted(once, type);
        expect(twice === undefined ? 'none' : describeValue(twice)).toBe(describeValue(once));
      }),
      { numRuns: 500 },
    );
  });

  it('of what is sensitive gives what it gives of the rest, and keeps it sensitive', () => {
    fc.assert(
      fc.property(typedValues, randomTypes, (value, type) => {
        const plain = converted(value, type);
        const marked = converted(value.withMarks([SENSITIVE]), type);
        expect(marked?.isSensitive ?? false).toBe(plain !== undefined);
        if (plain !== undefined && marked !== undefined) {
          expect(describeValue(marked.unmark().value)).toBe(describeValue(plain));
        }
      }),
    );
  });

  it('from numbers and bools to strings and back loses nothing', () => {
    const back = (value: Value): string => {
      const text = converted(value, STRING);
      const again = text === undefined ? undefined : converted(text, value.type);
      return again === undefined ? 'none' : describeValue(again);
    };
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => Value.number(number)),
      fc.bigInt({ min: -(10n ** 150n), max: 10n ** 150n }).map((number) => Value.number(number)),
      fc.boolean().map((truth) => Value.bool(truth)),
    );
    fc.assert(
      fc.property(numbers, (value) => {
        expect(back(value)).toBe(describeValue(value));
      }),
    );
  });

  it('from strings to numbers takes what is written as one, and to bools four words', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('true', 'false', '1', '0', 'True', 'yes', '', '-5', '.5', '1e3'),
    );
    fc.assert(
      fc.property(words, (text) => {
        const isBool = ['true', 'false', '1', '0'].includes(text);
        expect(converted(Value.string(text), BOOL) !== undefined).toBe(isBool);
        const isNumber = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text);
        expect(converted(Value.string(text), NUMBER) !== undefined).toBe(isNumber);
      }),
    );
  });

  it('to a set and back to a list leaves each element once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'B', '10', '9', 'é', '')), (texts) => {
        const list = Value.list(STRING, texts.map(Value.string));
        const set = converted(list, setOf(STRING));
        const again = set === undefined ? undefined : converted(set, listOf(STRING));
        const expected = [...new Set(texts)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(again?.asElements().map((element) => element.asString())).toEqual(expected);
      }),
    );
  });
});

describe('unification', () => {
  it('gives the same type in whichever order the types come', () => {
    fc.assert(
      fc.property(randomTypes, randomTypes, fc.constantFrom('safe' as const, 'unsafe' as const), (a, b, safety) => {
        // Of two that fit equally well, of which one says `any` somewhere, cty too takes the first.
        fc.pre(!hasDynamic(a) && !hasDynamic(b));
        expect(named(unify([a, b], safety))).toBe(named(unify([b, a], safety)));
      }),
      { numRuns: 500 },
    );
  });

  it('of a type with itself is the type', () => {
    fc.assert(
      fc.property(randomTypes, (type) => {
        expect(named(unify([type, type]))).toBe(named(type));
      }),
    );
  });

  it('when it is safe, gives a type that every value can be converted to', () => {
    fc.assert(
      fc.property(typedValues, typedValues, (a, b) => {
        const type = unify([a.type, b.type]);
        fc.pre(type !== undefined);
        expect([converted(a, type), converted(b, type)]).not.toContain(undefined);
      }),
      { numRuns: 500 },
    );
  });
});

describe('JSON and YAML', () => {
  it('bring back what was written, as JSON again and as a value', () => {
    fc.assert(
      fc.property(randomValues, (value) => {
        const text = toJson(value);
        expect(toJson(fromJson(text))).toBe(text);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(toJson(fromJson(text)))));
      }),
    );
  });

  it('of a value of any type say the same', () => {
    fc.assert(
      fc.property(typedValues, (value) => {
        fc.pre(value.isWhollyKnown());
        expect(describeValue(fromYaml(toYaml(value), new EvaluationBudget()))).toBe(
          describeValue(fromJson(toJson(value))),
        );
      }),
      { numRuns: 300 },
    );
  });
});
