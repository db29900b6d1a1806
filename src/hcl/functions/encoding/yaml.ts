import { DYNAMIC, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, textAt } from '../arguments.ts';
import type { PlainFunction } from '../function.ts';
import { fromYaml } from './yaml-reader.ts';
import { toYaml } from './yaml-writer.ts';

export const yamldecode: PlainFunction = {
  name: 'yamldecode',
  params: [{ name: 'src', type: STRING }],
  returns: DYNAMIC,
  // The library that reads it is thorough.
  expense: (args) => ({ steps: 100 + 2 * textAt(args, 0).length }),
  doc: 'The value that a YAML document stands for.',
  call: (args, { budget }) => fromYaml(textAt(args, 0), budget),
};

export const yamlencode: PlainFunction = {
  name: 'yamlencode',
  params: [{ name: 'value', type: DYNAMIC, allowNull: true }],
  returns: STRING,
  expense: (args) => ({ bytes: 2 * argumentAt(args, 0).size, steps: Math.ceil(argumentAt(args, 0).size / 16) }),
  doc: 'The value as a YAML document in block style.',
  call: (args) => Value.string(toYaml(argumentAt(args, 0))),
};
