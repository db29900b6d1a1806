import type { Value } from './values/value.ts';

/** What the evaluation of one template may use up. Far above what templates need, and a second or two of work at most. */
const MOST_STEPS = 3_000_000;
/** Bytes of all values that are made, whether or not they are still there. */
const MOST_MEMORY = 192 * 1024 * 1024;
/** Bytes of one value with everything in it: a text of as many characters, or some hundred thousand elements. */
const LARGEST_VALUE = 16 * 1024 * 1024;
/** Values within values: what goes through a value by recursion needs an end. */
const DEEPEST_VALUE = 500;

/** So much of an argument is worth one step. */
const BYTES_PER_STEP = 32;

/** Thrown when a template has used up its budget; caught at the entrance of the evaluator, and by nobody else. */
export class EvaluationLimit extends Error {
  override readonly name = 'EvaluationLimit';
}

/**
 * What the evaluation of a template may still use up: steps (an expression, or a piece of an argument that a function
 * goes through) and memory. It is carried by the environment of the functions and shared by all expressions of the
 * template, so that many small ones can't do what a large one may not.
 */
export class EvaluationBudget {
  #steps = MOST_STEPS;
  #memory = MOST_MEMORY;
  #reported = false;

  /** Throws EvaluationLimit when there are not as many left. */
  spendSteps(count: number): void {
    this.#steps -= count;
    if (this.#steps < 0) throw new EvaluationLimit('more than three million steps');
  }

  /** The same for work between expressions: false when nothing is left, which the next expression reports. */
  trySteps(count: number): boolean {
    this.#steps -= count;
    return this.#steps >= 0;
  }

  /** For a value of so many bytes that has been made. Throws EvaluationLimit. */
  spendMemory(bytes: number): void {
    this.#memory -= bytes;
    if (this.#memory < 0) throw new EvaluationLimit(`values of more than ${formatBytes(MOST_MEMORY)}`);
  }

  /** For what is about to go through these values. Throws EvaluationLimit. */
  spendOn(values: readonly Value[]): void {
    for (const value of values) this.spendSteps(1 + Math.ceil(value.size / BYTES_PER_STEP));
  }

  /** True once: one message about a template that takes too long is enough. */
  firstReport(): boolean {
    const first = !this.#reported;
    this.#reported = true;
    return first;
  }
}

/** Why a value of so many bytes can't be used, as a clause; undefined when it can. */
export function tooLargeSize(bytes: number): string | undefined {
  return bytes > LARGEST_VALUE ? `it would be larger than ${formatBytes(LARGEST_VALUE)}` : undefined;
}

/** Why the value can't be used, as a clause; undefined when it can. */
export function tooLarge(value: Value): string | undefined {
  if (value.depth > DEEPEST_VALUE) return `it would be nested more than ${DEEPEST_VALUE} levels deep`;
  return tooLargeSize(value.size);
}

function formatBytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
