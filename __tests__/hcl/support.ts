import { EvaluationBudget } from '../../src/hcl/budget.ts';
import type { FunctionEnvironment } from '../../src/hcl/functions/environment.ts';
import type { FunctionRecord, PlainFunction } from '../../src/hcl/functions/function.ts';
import type { FunctionTable } from '../../src/hcl/functions/table.ts';
import type { Scope } from '../../src/hcl/scope.ts';
import { BOOL, DYNAMIC, listOf, NUMBER, objectOf, STRING } from '../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../src/hcl/values/value.ts';

/** An environment in which every attempt to see the world is a mistake of the test. */
const NO_ENVIRONMENT: FunctionEnvironment = {
  // One for each evaluation: those of one test have nothing to do with each other.
  get budget(): EvaluationBudget {
    return new EvaluationBudget();
  },
  get files(): never {
    throw new Error('This test has no files');
  },
  get clock(): never {
    throw new Error('This test has no clock');
  },
  startedAt: 0,
  get ids(): never {
    throw new Error('This test has no ids');
  },
  remote: () => ({ kind: 'unknown', text: '' }),
  env: () => undefined,
  renderTemplate: () => {
    throw new Error('This test renders no templates');
  },
};

function upper(name: string): PlainFunction {
  return {
    name,
    params: [{ name: 'str', type: STRING }],
    doc: 'Upper case.',
    returns: STRING,
    call: (args) => Value.string(args[0]?.asString().toUpperCase() ?? ''),
  };
}

const max: PlainFunction = {
  name: 'max',
  params: [],
  variadic: { name: 'numbers', type: NUMBER },
  doc: 'The largest number.',
  returns: NUMBER,
  call: (args) => Value.number(Math.max(...args.map((each) => each.asNumber().toNumber()))),
};

const RECORDS: readonly PlainFunction[] = [upper('upper'), upper('ns::upper'), max];

/** A table of just these small functions, so that the evaluator is tested without the real ones. */
export function callOnly(names: readonly string[], more: readonly FunctionRecord[] = []): FunctionTable {
  const records = [...RECORDS.filter(({ name }) => names.includes(name)), ...more];
  return {
    functions: new Map(records.map((record) => [record.name, record])),
    environment: NO_ENVIRONMENT,
    refused: new Map([['consul_key', 'Pass the value in by a variable.']]),
  };
}

const text = (content: string): Value => Value.string(content);
const number = (content: number): Value => Value.number(content);

/** Values of all kinds: known, null, unknown and sensitive; the scope in which the vectors were recorded. */
export const SCOPE: Scope = {
  variables: new Map<string, Value>([
    ['s', text('str')],
    ['n', number(3)],
    ['t', Value.bool(true)],
    ['f', Value.bool(false)],
    ['nul', Value.nullOf(DYNAMIC)],
    ['nuls', Value.nullOf(STRING)],
    ['nlist', Value.nullOf(listOf(STRING))],
    ['l', Value.list(STRING, [text('a'), text('b')])],
    ['nl', Value.list(NUMBER, [number(1), number(2)])],
    ['st', Value.set(STRING, [text('b'), text('a')])],
    ['m', Value.map(STRING, { x: text('1'), y: text('2') })],
    [
      'o',
      Value.object({
        a: text('A'),
        'name-x': number(5),
        list: Value.tuple([Value.object({ id: text('i1') }), Value.object({ id: text('i2') })]),
      }),
    ],
    ['el', Value.list(STRING, [])],
    ['em', Value.map(STRING, {})],
    ['u', Value.unknownOf(STRING)],
    ['un', Value.unknownOf(NUMBER)],
    ['ub', Value.unknownOf(BOOL)],
    ['ud', Value.unknownOf(DYNAMIC)],
    ['ul', Value.unknownOf(listOf(STRING))],
    ['uo', Value.unknownOf(objectOf({ a: STRING }))],
    ['sec', text('hush').withMarks([SENSITIVE])],
    ['secb', Value.bool(true).withMarks([SENSITIVE])],
    ['secl', Value.list(STRING, [text('h')]).withMarks([SENSITIVE])],
  ]),
  functions: callOnly(['upper', 'ns::upper', 'max']),
};
