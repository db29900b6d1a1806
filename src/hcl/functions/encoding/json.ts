import { fromJson, JsonError, toJson } from '../../values/json.ts';
import { DYNAMIC, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, textAt } from '../arguments.ts';
import { FunctionFault, type PlainFunction } from '../function.ts';

/** What a value takes in memory, at least. */
const VALUE_BYTES = 128;

export const jsonencode: PlainFunction = {
  name: 'jsonencode',
  params: [{ name: 'val', type: DYNAMIC, allowNull: true }],
  returns: STRING,
  // A character may have to be written as two or more.
  expense: (args) => ({ bytes: 2 * argumentAt(args, 0).size }),
  doc: 'The value as JSON, with <, > and & written as \\u003c and the like.',
  call: (args) => Value.string(toJson(argumentAt(args, 0))),
};

export const jsondecode: PlainFunction = {
  name: 'jsondecode',
  params: [{ name: 'str', type: STRING }],
  returns: DYNAMIC,
  // After every comma there is a value.
  expense: (args) => {
    const commas = textAt(args, 0).match(/,/g)?.length ?? 0;
    return { bytes: VALUE_BYTES * commas, steps: 2 * commas };
  },
  doc: 'The value that a JSON text stands for: objects and tuples, strings, numbers, bools and null.',
  call(args) {
    try {
      return fromJson(textAt(args, 0));
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      const place = `line ${error.line}, column ${error.column}`;
      throw new FunctionFault(`the string is not JSON: ${error.message} (${place})`, 0);
    }
  },
};
