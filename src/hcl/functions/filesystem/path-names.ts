import path from 'node:path';
import { STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import type { PlainFunction } from '../function.ts';
import { textFunction } from '../text-function.ts';
import { expandHome } from './resolve.ts';

export const basename = textFunction('basename', ['path'], 'The last part of the path.', (name) =>
  name === '' ? '.' : path.basename(name) || '/',
);

export const dirname = textFunction('dirname', ['path'], 'The path without its last part.', (name) =>
  // Go: "a/b/" is something in the directory a/b.
  withSlashes(path.normalize(/[/\\]$/.test(name) ? `${name}.` : name === '' ? '.' : path.dirname(name))).replace(
    /(.)\/$/,
    '$1',
  ),
);

export const abspath: PlainFunction = {
  name: 'abspath',
  params: [{ name: 'path', type: STRING }],
  returns: STRING,
  doc: 'The absolute path; a relative one starts from the working directory.',
  call: (args, { files }) => Value.string(withSlashes(path.resolve(files.workingDirectory, textAt(args, 0)))),
};

export const pathexpand: PlainFunction = {
  name: 'pathexpand',
  params: [{ name: 'path', type: STRING }],
  returns: STRING,
  doc: 'The path with a ~ at its start replaced by the home directory.',
  call: (args, { files }) => Value.string(expandHome(textAt(args, 0), files)),
};

function withSlashes(name: string): string {
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}
