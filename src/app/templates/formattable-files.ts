import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Diagnosed, errorDiagnostic } from '../../kernel/diagnostics.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { kindAt } from '../../template/source-files.ts';
import { localFileSystem } from './local-file-system.ts';

/** The names of files that hold native HCL; Packer's formatter takes no others. */
const FORMATTABLE = /\.(pkr|pkrvars)\.hcl$/;
/** Hidden files, and what editors leave beside a file that is being edited. */
const IGNORED = /^\.|~$|^#.*#$/;

/**
 * The files that these paths mean, in the order of the paths and, in a folder, of the names. Links to folders are not
 * followed, so that no circle of them has no end.
 */
export function* findFormattable(
  paths: readonly string[],
  workingDirectory: string,
  recursive: boolean,
): Generator<Diagnosed<string>, void, undefined> {
  for (const name of paths) {
    if (kindAt(path.resolve(workingDirectory, name), localFileSystem) === 'directory') {
      yield* findInFolder(name, workingDirectory, recursive);
    } else if (FORMATTABLE.test(name)) yield { value: name, diagnostics: [] };
    else yield { value: undefined, diagnostics: [notFormattable(name)] };
  }
}

function* findInFolder(
  folder: string,
  workingDirectory: string,
  recursive: boolean,
): Generator<Diagnosed<string>, void, undefined> {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(path.resolve(workingDirectory, folder), { withFileTypes: true });
  } catch (cause) {
    yield { value: undefined, diagnostics: [unreadableFolder(folder, cause)] };
    return;
  }
  const wanted = entries.filter(({ name }) => !IGNORED.test(name));
  for (const entry of wanted.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (recursive) yield* findInFolder(name, workingDirectory, recursive);
    } else if (FORMATTABLE.test(entry.name)) yield { value: name, diagnostics: [] };
  }
}

function notFormattable(name: string) {
  const isJson = name.endsWith('.json');
  return errorDiagnostic({
    code: 'not-formattable',
    summary: `"${name}" is no file to format`,
    detail: isJson
      ? 'Only native HCL is formatted, in files whose names end in .pkr.hcl or .pkrvars.hcl. JSON has formatters of its own.'
      : 'Name a folder, or a file whose name ends in .pkr.hcl or .pkrvars.hcl.',
  });
}

function unreadableFolder(name: string, cause: unknown) {
  return errorDiagnostic({
    code: 'unreadable-file',
    summary: `The folder "${name}" can't be read`,
    detail: `${errorMessage(cause)}.`,
  });
}
