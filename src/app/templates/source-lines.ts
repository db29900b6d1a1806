import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Source } from '../../hcl/source.ts';

/**
 * Finds the text that a diagnostic points into, for its excerpt; undefined where the file can't be read (a value from
 * the command line has none).
 *
 * @param workingDirectory what relative names are relative to; absolute
 */
export function sourceLines(workingDirectory: string): (filename: string) => Source | undefined {
  const read = new Map<string, Source | undefined>();
  return (filename) => {
    if (!read.has(filename)) read.set(filename, readSource(path.resolve(workingDirectory, filename), filename));
    return read.get(filename);
  };
}

function readSource(file: string, filename: string): Source | undefined {
  try {
    return new Source(filename, readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
