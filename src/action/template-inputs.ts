import path from 'node:path';
import { type Assignment, splitAssignment } from '../kernel/assignment.ts';
import { invalid, lines, type ReadInput } from './input-values.ts';

/** The inputs of every action that reads a template. */
export interface TemplateInputs {
  readonly template: string;
  readonly variables: readonly Assignment[];
  readonly variableFiles: readonly string[];
  readonly only: readonly string[];
  readonly except: readonly string[];
  /** Absolute. */
  readonly workingDirectory: string;
}

/** @param workspace what a relative `working-directory` is relative to; absolute */
export function readTemplateInputs(read: ReadInput, workspace: string): TemplateInputs {
  return {
    template: read('template') || '.',
    variables: lines(read('vars')).map(assignment),
    variableFiles: lines(read('var-files')),
    only: lines(read('only')),
    except: lines(read('except')),
    workingDirectory: path.resolve(workspace, read('working-directory') || '.'),
  };
}

function assignment(entry: string): Assignment {
  const split = splitAssignment(entry);
  if (split === undefined) {
    // Not the line itself: it may be a secret whose first line lost its name.
    throw invalid(
      'vars',
      `holds a line without "name="${entry.startsWith('=') ? ' before its "="' : ''}`,
      'Write one name=value per line.',
    );
  }
  return { ...split, name: split.name.trim() };
}
