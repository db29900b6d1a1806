import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import { errorCode } from '../../../kernel/error-code.ts';
import { errorMessage } from '../../../kernel/error-message.ts';
import type { FileKind, FunctionFiles } from '../environment.ts';
import { fault } from '../function.ts';

/** The path with `~` replaced by the home directory. */
export function expandHome(name: string, files: FunctionFiles): string {
  if (!name.startsWith('~')) return name;
  if (!/^~(?:[/\\]|$)/.test(name)) return fault(`cannot expand "${name}": only ~ alone stands for a home directory`, 0);
  return files.homeDirectory === undefined
    ? fault(`cannot expand "${name}": there is no home directory`, 0)
    : path.join(files.homeDirectory, name.slice(1));
}

/** An absolute path; relative ones start from the template's directory. */
export function resolveFromTemplate(name: string, files: FunctionFiles): string {
  return path.resolve(files.templateDirectory, expandHome(name, files));
}

/** What is at the path. `name` is the path as the user wrote it, for messages. */
export function kindAt(file: string, name: string, files: FunctionFiles): FileKind | undefined {
  try {
    return files.kind(file);
  } catch (error) {
    return fault(`failed to look at "${name}": ${systemReason(error)}`, 0);
  }
}

/** Why the system refuses, without the name of its call. */
export function systemReason(error: unknown): string {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'the user that runs this may not read it';
    case 'ELOOP':
      return 'its links lead in a circle';
    default:
      return errorMessage(error);
  }
}

/** The content of the file. `name` is the path as the user wrote it, for messages. */
export function readBytes(file: string, name: string, files: FunctionFiles): Uint8Array {
  const kind = kindAt(file, name, files);
  if (kind === undefined) {
    const looked = file === name ? '' : ` (looked for ${file})`;
    const meant = withoutTemplateDirectory(name, files);
    const remedy =
      meant === undefined
        ? ''
        : `; a path starts at the template's directory already, so write "${meant}", without path.root`;
    return fault(`no file exists at "${name}"${looked}${remedy}`, 0);
  }
  if (kind === 'directory') return fault(`"${name}" is a directory, not a file`, 0);
  if (kind === 'other') return fault(`"${name}" is not a regular file`, 0);
  try {
    return files.read(file);
  } catch (error) {
    return fault(`failed to read "${name}": ${systemReason(error)}`, 0);
  }
}

/**
 * What is left of a path that names the template's directory again (`${path.root}/a.txt`, where the template is in a
 * directory below), where a file is there.
 */
function withoutTemplateDirectory(name: string, files: FunctionFiles): string | undefined {
  const segments = path.normalize(name).split(path.sep);
  for (let length = 1; length < segments.length; length += 1) {
    const lead = segments.slice(0, length).join(path.sep);
    const rest = segments.slice(length).join(path.sep);
    const isThere =
      files.templateDirectory.endsWith(path.sep + lead) &&
      files.kind(path.join(files.templateDirectory, rest)) === 'file';
    if (isThere) return rest;
  }
  return undefined;
}

export function readText(file: string, name: string, files: FunctionFiles): string {
  const bytes = readBytes(file, name, files);
  if (!isUtf8(bytes)) {
    fault(
      `contents of "${name}" are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents`,
      0,
    );
  }
  return Buffer.from(bytes).toString('utf8');
}
