import { fromJson, toJson } from '../../values/json.ts';
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
      if (error instanceof RangeError) throw new FunctionFault('the JSON is nested too deeply', 0);
      if (!(error instanceof SyntaxError)) throw error;
      // The text may be a secret: JSON.parse would quote from it.
      throw new FunctionFault(`the string is not JSON${placeIn(error.message)}`, 0);
    }
  },
};

function placeIn(message: string): string {
  const place = /\b(?:line (\d+) column (\d+)|at (?:position|offset) (\d+)|too large|end of JSON)/.exec(message);
  if (place === null) return '';
  const [whole, line, column, offset] = place;
  if (line !== undefined) return `: the error is at line ${line}, column ${column}`;
  if (offset !== undefined) return `: the error is at character ${offset}`;
  return whole === 'too large' ? ': a number in it is too large' : ': it ends too early';
}
