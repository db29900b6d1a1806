import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import type { FunctionRecord } from '../../../src/hcl/functions/function.ts';
import { loadFunctions } from '../../../src/hcl/functions/table.ts';
import { parseExpression } from '../../../src/hcl/parser.ts';
import { hasDynamic, listOf, NUMBER, STRING, setOf, type Type, typesEqual } from '../../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { type Diagnostic, hasErrors } from '../../../src/kernel/diagnostics.ts';
import { describeValue } from '../describe-value.ts';
import { typedValues, valuesOf } from '../values/random-types.ts';
import { fakeEnvironment } from './fake-environment.ts';

const FILES = { '/project/templates/a': 'text', '/project/templates/b/c': 'in b', '/project/a': 'bytes' };
const table = await loadFunctions(fakeEnvironment(FILES));

/** Each run of bcrypt takes as long as it is meant to. */
const FUNCTIONS = [...table.functions.values()].filter(({ name }) => name !== 'bcrypt');

/** Texts that mean something to one function or another. */
const TEXTS = fc.constantFrom(
  '',
  'a',
  'b/c',
  '*',
  '**',
  '~/x',
  '[a-z]+',
  '(?P<n>.)',
  '(',
  '%s',
  '%d',
  '%5.2f %%',
  '$1',
  'YYYY',
  '2026-11-22T14:03:07Z',

  '1h',
  '10.0.0.0/8',
  'fd00::/8',
  'a,b\n1,2',
  '{"a": [1, null]}',
  'a: [1, ~]\nb: &x y',
  '- *x',
  'aGk=',
  'UTF-16LE',
  'dns',
  '16',
  '\u0000',
  'e\u0301',
  '👩‍👩‍👧',
  '\ufeff',
  '${x}',
  '%{',
);

function argumentsOf(type: Type): fc.Arbitrary<Value> {
  const fitting = fittingValues(type);
  return fc.oneof({ weight: 8, arbitrary: fitting }, { weight: 1, arbitrary: typedValues });
}

function fittingValues(type: Type): fc.Arbitrary<Value> {
  if (type.kind === 'string') return TEXTS.map((text) => Value.string(text));
  if (type.kind === 'dynamic') return typedValues;
  if (!hasDynamic(type)) return valuesOf(type);
  return fc.constantFrom(listOf(STRING), listOf(NUMBER), setOf(STRING)).chain(valuesOf);
}

function callsOf({ params, variadic }: FunctionRecord): fc.Arbitrary<Value[]> {
  const more = variadic === undefined ? fc.constant([]) : fc.array(argumentsOf(variadic.type), { maxLength: 3 });
  return fc
    .tuple(fc.tuple(...params.map(({ type }) => argumentsOf(type))), more)
    .map(([first, rest]) => [...first, ...rest]);
}

/** Every call in a world of its own, so that it gives the same again. */
function call(
  { name, kind }: FunctionRecord,
  args: readonly Value[],
): { value: Value; diagnostics: readonly Diagnostic[] } {
  const names = kind === 'type-argument' ? ['v0', 'list(string)'] : args.map((_, index) => `v${index}`);
  const { value: expression } = parseExpression(`${name}(${names.join(', ')})`, 'call');
  if (expression === undefined) throw new Error(`Not a call of ${name}`);
  const variables = new Map(args.map((value, index) => [`v${index}`, value] as const));
  return evaluate(expression, { variables, functions: { ...table, environment: fakeEnvironment(FILES) } });
}

const outcome = ({ value, diagnostics }: ReturnType<typeof call>): string =>
  hasErrors(diagnostics) ? 'error' : describeValue(value.unmarkDeep().value);

function withArgument(args: readonly Value[], index: number, change: (value: Value) => Value): Value[] {
  return args.map((value, position) => (position === index ? change(value) : value));
}

describe('whatever it is called with', () => {
  it.each(FUNCTIONS.map((record) => [record.name, record] as const))(
    '%s gives a value or says what is wrong, and an unknown or sensitive argument changes nothing else',
    (_, record) => {
      fc.assert(
        fc.property(callsOf(record), fc.nat(3), (args, choice) => {
          const result = call(record, args);
          for (const { subject, detail } of result.diagnostics) {
            expect(detail).not.toBe('');
            expect(subject?.filename).toBe('call');
          }
          if (args.length === 0) return;
          // The second argument of `convert` is a type.
          const index = record.kind === 'type-argument' ? 0 : choice % args.length;

          const marked = call(
            record,
            withArgument(args, index, (value) => value.withMarks([SENSITIVE])),
          );
          expect(outcome(marked)).toBe(outcome(result));
          // `try` gives one of its arguments, and what it has looked at does not matter.
          if (!hasErrors(marked.diagnostics) && record.name !== 'try') expect(marked.value.isSensitive).toBe(true);

          const later = call(
            record,
            withArgument(args, index, ({ type }) => Value.unknownOf(type)),
          );
          // What is said beforehand holds afterwards, unless it turns out to be null, which counts as nothing here and there.
          if (hasErrors(result.diagnostics) || args[index]?.isNull === true) return;
          expect(later.diagnostics).toEqual([]);
          if (later.value.isWhollyKnown()) expect(outcome(later)).toBe(outcome(result));
          else if (!hasDynamic(later.value.type)) expect(typesEqual(later.value.type, result.value.type)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});
