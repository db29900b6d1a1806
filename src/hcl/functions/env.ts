import { STRING } from '../values/types.ts';
import { Value } from '../values/value.ts';
import { textAt } from './arguments.ts';
import type { PlainFunction } from './function.ts';

/** Not part of the table: Packer knows it in the defaults of variables only. */
export const env: PlainFunction = {
  name: 'env',
  params: [{ name: 'key', type: STRING }],
  returns: STRING,
  doc: 'An environment variable, or an empty string when it is not set. For the default of a variable only.',
  call: (args, environment) => Value.string(environment.env(textAt(args, 0)) ?? ''),
};
