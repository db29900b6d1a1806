import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A public template: what a user would name on the command line, in a copy of the repository that it comes from. */
export interface CorpusRoot {
  readonly id: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly kind: 'hcl2' | 'legacy-json';
  /** Absolute: the copy of the repository. */
  readonly folder: string;
  /** Relative to `folder`: a file, or a folder of files. */
  readonly template: string;
}

/**
 * The roots below `corpus`, as its `roots.tsv` lists them (columns `id`, `repo`, `kind` and `template`); the repository of
 * each is in the folder of its id.
 */
export function readRoots(corpus: string): readonly CorpusRoot[] {
  const [header = [], ...rows] = readTable(path.join(corpus, 'roots.tsv'));
  const column = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
  return rows.map((row) => ({
    id: column(row, 'id'),
    repository: column(row, 'repo'),
    kind: column(row, 'kind') === 'hcl2' ? 'hcl2' : 'legacy-json',
    folder: path.join(corpus, column(row, 'id')),
    template: column(row, 'template'),
  }));
}

/** Lines of cells, which tabulators part. */
export function readTable(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** Where a user of the template may stand: its own folder first, then each one above it up to the repository. */
export function workingDirectories({ folder, template }: CorpusRoot): readonly string[] {
  const directories: string[] = [];
  const start = path.extname(template) === '' ? template : path.dirname(template);
  for (let each = path.join(folder, start); each.startsWith(folder); each = path.dirname(each)) directories.push(each);
  return directories;
}

/** The files of the template itself. */
export function templateFiles({ folder, template }: CorpusRoot): readonly string[] {
  const named = path.join(folder, template);
  if (path.extname(template) !== '') return [named];
  return readdirSync(named)
    .filter((name) => /\.pkr\.(hcl|json)$/.test(name))
    .map((name) => path.join(named, name));
}
