import type { FunctionEnvironment } from '../../src/hcl/functions/environment.ts';
import type { FunctionRecord, PlainFunction } from '../../src/hcl/functions/function.ts';
import type { FunctionTable } from '../../src/hcl/functions/table.ts';
import { NUMBER, STRING } from '../../src/hcl/values/types.ts';
import { Value } from '../../src/hcl/values/value.ts';

/** An environment in which every attempt to see the world is a mistake of the test. */
const NO_ENVIRONMENT: FunctionEnvironment = {
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
