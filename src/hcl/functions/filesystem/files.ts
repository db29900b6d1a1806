import path from 'node:path';
import { BOOL, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { expandHome, kindAt, readBytes, readText, resolveFromTemplate } from './resolve.ts';

const PARAMS = [{ name: 'path', type: STRING }] as const;

export const file: PlainFunction = {
  name: 'file',
  params: PARAMS,
  returns: STRING,
  doc: "The content of a text file; relative paths start from the template's directory.",
  call(args, { files }) {
    const name = textAt(args, 0);
    return Value.string(readText(resolveFromTemplate(name, files), name, files));
  },
};

export const fileexists: PlainFunction = {
  name: 'fileexists',
  params: PARAMS,
  returns: BOOL,
  doc: "Whether there is a file at the path (a directory is an error); relative paths start from the template's directory.",
  call(args, { files }) {
    const name = textAt(args, 0);
    const kind = kindAt(resolveFromTemplate(name, files), name, files);
    if (kind === 'directory') fault(`"${name}" is a directory, not a file`, 0);
    if (kind === 'other') fault(`"${name}" is not a regular file`, 0);
    return Value.bool(kind === 'file');
  },
};

export const filebase64: PlainFunction = {
  name: 'filebase64',
  params: PARAMS,
  returns: STRING,
  doc: 'The bytes of a file in Base64; relative paths start from the working directory.',
  call(args, { files }) {
    const name = textAt(args, 0);
    const absolute = path.resolve(files.workingDirectory, expandHome(name, files));
    return Value.string(Buffer.from(readBytes(absolute, name, files)).toString('base64'));
  },
};
