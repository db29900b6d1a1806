import path from 'node:path';
import { type EvaluationBudget, EvaluationLimit } from '../../budget.ts';
import { STRING, setOf } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import type { FileKind, FunctionFiles } from '../environment.ts';
import { FunctionFault, fault, type PlainFunction } from '../function.ts';
import { compilePathPattern } from './path-pattern.ts';
import { kindAt, systemReason } from './resolve.ts';

/** The system is asked about every entry. */
const STEPS_PER_ENTRY = 60;
/** So many looks at a place of the pattern are worth one step. */
const PLACES_PER_STEP = 20;

export const fileset: PlainFunction = {
  name: 'fileset',
  params: [
    { name: 'path', type: STRING },
    { name: 'pattern', type: STRING },
  ],
  returns: setOf(STRING),
  doc: "The files below the path (relative to the template's directory) that match the pattern: *, ?, [a-z], {a,b} and ** for any number of directories.",
  call(args, { files, budget }) {
    // Go cleans the pattern as it does paths; what leads up is where the search starts, and stays in the results.
    const [, up = '', pattern = ''] = /^((?:\.\.(?:\/|$))*)(.*)$/s.exec(cleaned(textAt(args, 1))) ?? [];
    const root = path.resolve(files.templateDirectory, textAt(args, 0), up);
    return Value.set(
      STRING,
      matchingFiles(root, pattern, files, budget).map((file) => Value.string(up + file)),
    );
  },
};

function cleaned(pattern: string): string {
  return path.posix.join('.', pattern).replace(/\/$/, '');
}

function matchingFiles(root: string, pattern: string, files: FunctionFiles, budget: EvaluationBudget): string[] {
  if (pattern === '') return [];
  const glob = compilePathPattern(pattern);
  if (typeof glob === 'string') return fault(glob, 1);
  const deepest = pattern.includes('**') ? Number.POSITIVE_INFINITY : pattern.split('/').length;
  const found: string[] = [];
  const walk = (directory: string, depth: number): void => {
    for (const name of files.list(path.join(root, directory))) {
      const relative = directory === '' ? name : `${directory}/${name}`;
      budget.spendSteps(STEPS_PER_ENTRY + Math.ceil((glob.size * relative.length) / PLACES_PER_STEP));
      const kind = kindBelow(path.join(root, relative), files);
      if (kind === 'file' && glob.matches(relative)) found.push(relative);
      if (kind === 'directory' && depth < deepest) walk(relative, depth + 1);
    }
  };
  if (kindAt(root, root, files) === 'directory') walkReadable(() => walk('', 1), root);
  return found;
}

/** What the system does not tell is passed over, as in Go; a link that leads back up ends in that way, too. */
function kindBelow(file: string, files: FunctionFiles): FileKind | undefined {
  try {
    return files.kind(file);
  } catch {
    return undefined;
  }
}

function walkReadable(walk: () => void, root: string): void {
  try {
    walk();
  } catch (error) {
    if (error instanceof FunctionFault || error instanceof EvaluationLimit) throw error;
    fault(`failed to list "${root}": ${systemReason(error)}`, 0);
  }
}
