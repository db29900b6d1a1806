import path from 'node:path';
import picomatch from 'picomatch';
import { type EvaluationBudget, EvaluationLimit } from '../../budget.ts';
import { STRING, setOf } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import type { FileKind, FunctionFiles } from '../environment.ts';
import { FunctionFault, fault, type PlainFunction } from '../function.ts';
import { kindAt, systemReason } from './resolve.ts';

/** The system is asked about every entry. */
const STEPS_PER_ENTRY = 60;

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
    checkBrackets(pattern);
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

/** A bracket that is not closed is an error in Go, not a letter like others. */
function checkBrackets(pattern: string): void {
  const plain = pattern.replace(/\\./gs, '').replace(/\[\^?[^\]]+\]/g, '');
  const open = plain.split('{').length - plain.split('}').length;
  if (plain.includes('[') || open > 0) fault('the pattern has a bracket that is not closed', 1);
}

function matchingFiles(root: string, pattern: string, files: FunctionFiles, budget: EvaluationBudget): string[] {
  if (pattern === '') return [];
  // Braces around a single text are no alternatives to the library, and with two dots a range.
  const alternatives = pattern.replace(/(\\.)|\{([^{},\\]*)\}/gs, (whole, escaped?: string, only = '') =>
    escaped === undefined ? `{${only},${only}}` : whole,
  );
  const matches = picomatch(alternatives, {
    dot: true,
    noextglob: true,
    nonegate: true,
    strictSlashes: true,
  });
  const deepest = pattern.includes('**') ? Number.POSITIVE_INFINITY : pattern.split('/').length;
  const found: string[] = [];
  const walk = (directory: string, depth: number): void => {
    for (const name of files.list(path.join(root, directory))) {
      budget.spendSteps(STEPS_PER_ENTRY);
      const relative = directory === '' ? name : `${directory}/${name}`;
      const kind = kindBelow(path.join(root, relative), files);
      if (kind === 'file' && matches(relative)) found.push(relative);
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
