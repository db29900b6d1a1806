import { parseDuration } from '../kernel/duration.ts';
import { BakeError } from '../kernel/errors.ts';
import { alternatives, didYouMean } from '../kernel/suggestion.ts';

/*
 * What the inputs of all actions are made of. Each function throws a BakeError (category `input`) that names the input, its
 * value and what it takes.
 */

/** Reads the text of an input; empty where it is not given. */
export type ReadInput = (name: string) => string;

/** Lists have one entry a line: values may hold commas. */
export function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('#'));
}

export function choice<T extends string>(input: string, value: string, choices: readonly T[]): T {
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const allowed = choices.map((candidate) => `"${candidate}"`);
  throw invalid(input, `is "${value}"`, `It takes ${alternatives(allowed)}.${didYouMean(value, choices)}`);
}

/** YAML 1.2's core schema, as the runner's own toolkit reads booleans. */
export function boolean(input: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw invalid(input, `is "${value}"`, 'It takes "true" or "false".');
}

export function wholeNumber(input: string, value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw invalid(input, `is "${value}"`, 'It takes a whole number; 0 means no limit.');
}

export function invalid(input: string, what: string, remedy: string): BakeError {
  return new BakeError(`The input "${input}" ${what}`, { code: 'invalid-input', category: 'input', hint: remedy });
}

/** In Go's notation; milliseconds. */
export function duration(input: string, value: string): number {
  const milliseconds = parseDuration(value);
  if (milliseconds !== undefined && milliseconds >= 0) return milliseconds;
  throw invalid(input, `is "${value}"`, 'It takes a duration such as "90m" or "72h".');
}
