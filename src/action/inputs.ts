import path from 'node:path';
import type { HostKeyPolicy, OnError } from '../app/build.ts';
import { type Assignment, splitAssignment } from '../kernel/assignment.ts';
import { BakeError } from '../kernel/errors.ts';
import { didYouMean } from '../kernel/suggestion.ts';

/** All inputs of the action, checked; nothing below the entry reads an input again. */
export interface ActionInputs {
  readonly template: string;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly variableFiles: readonly string[];
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly onError: OnError;
  readonly force: boolean;
  readonly parallelBuilds: number;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly region: string | undefined;
  readonly cloud: 'aws' | 'local';
  readonly hostKeyPolicy: HostKeyPolicy;
  readonly manifest: string | undefined;
  readonly summary: boolean;
}

/** Reads the text of an input; empty where it is not given. */
export type ReadInput = (name: string) => string;

const ON_ERROR = ['cleanup', 'abort', 'run-cleanup-provisioner'] as const;
const CLOUDS = ['aws', 'local'] as const;
const HOST_KEYS = ['proven', 'first'] as const;

/**
 * Reads and checks the inputs. Throws a BakeError (category `input`) that names the input, its value and what it takes.
 *
 * @param workspace what a relative `working-directory` is relative to; absolute
 */
export function readInputs(read: ReadInput, workspace: string): ActionInputs {
  return {
    template: read('template') || '.',
    variables: lines(read('vars')).map(assignment),
    variableFiles: lines(read('var-files')),
    only: lines(read('only')),
    except: lines(read('except')),
    onError: choice('on-error', read('on-error') || 'cleanup', ON_ERROR),
    force: boolean('force', read('force') || 'false'),
    parallelBuilds: wholeNumber('parallel-builds', read('parallel-builds') || '0'),
    workingDirectory: path.resolve(workspace, read('working-directory') || '.'),
    region: read('aws-region') || undefined,
    cloud: choice('cloud', read('cloud') || 'aws', CLOUDS),
    hostKeyPolicy: choice('ssh-host-key', read('ssh-host-key') || 'proven', HOST_KEYS),
    manifest: read('manifest') || undefined,
    summary: boolean('summary', read('summary') || 'true'),
  };
}

/** Lists have one entry a line: values may hold commas. */
function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('#'));
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

function choice<T extends string>(input: string, value: string, choices: readonly T[]): T {
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const allowed = choices.map((candidate) => `"${candidate}"`).join(', ');
  throw invalid(input, `is "${value}"`, `It takes ${allowed}.${didYouMean(value, choices)}`);
}

/** YAML 1.2's core schema, as the runner's own toolkit reads booleans. */
function boolean(input: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw invalid(input, `is "${value}"`, 'It takes "true" or "false".');
}

function wholeNumber(input: string, value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw invalid(input, `is "${value}"`, 'It takes a whole number; 0 means no limit.');
}

function invalid(input: string, what: string, remedy: string): BakeError {
  return new BakeError(`The input "${input}" ${what}`, { code: 'invalid-input', category: 'input', hint: remedy });
}
