import { fromJson, JsonError, toJson } from '../../values/json.ts';
import { DYNAMIC, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, textAt } from '../arguments.ts';
import { FunctionFault, type PlainFunction } from '../function.ts';

export const jsonencode: PlainFunction = {
  name: 'jsonencode',
  params: [{ name: 'val', type: DYNAMIC, allowNull: true }],
  returns: STRING,
  doc: 'The value as JSON, with <, > and & written as \\u003c and the like.',
  call: (args) => Value.string(toJson(argumentAt(args, 0))),
};

export const jsondecode: PlainFunction = {
  name: 'jsondecode',
  params: [{ name: 'str', type: STRING }],
  returns: DYNAMIC,
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
