import { GoTemplateProblem } from './problem.ts';
import { nameOfType, type TemplateValue } from './values.ts';

/** A function of the `{{ }}` language. `call` may throw GoTemplateProblem. */
export interface TemplateFunction {
  readonly name: string;
  call(args: readonly TemplateValue[]): TemplateValue;
}

/** The arguments of one call, read as the types that the function wants. Counted from 0. */
export class Arguments {
  readonly #name: string;
  readonly all: readonly TemplateValue[];

  constructor(name: string, all: readonly TemplateValue[]) {
    this.#name = name;
    this.all = all;
  }

  text(index: number): string {
    const value = this.all[index];
    if (typeof value !== 'string') throw this.#mismatch(index, 'a text');
    return value;
  }

  integer(index: number): number {
    const value = this.all[index];
    if (typeof value !== 'number' || !Number.isInteger(value)) throw this.#mismatch(index, 'a whole number');
    return value;
  }

  #mismatch(index: number, wanted: string): GoTemplateProblem {
    return new GoTemplateProblem(
      `Argument ${index + 1} of the function ${this.#name} has to be ${wanted}, not ${nameOfType(this.all[index])}`,
      'template-function-arguments',
    );
  }
}

/** A function of so many arguments: a number of them, or from the least to the most. */
export function templateFunction(
  name: string,
  count: number | readonly [number, number],
  call: (args: Arguments) => TemplateValue,
): TemplateFunction {
  const [min, max] = typeof count === 'number' ? [count, count] : count;
  return {
    name,
    call(args) {
      if (args.length < min || args.length > max) throw wrongCount(name, args.length, min, max);
      return call(new Arguments(name, args));
    },
  };
}

/** A function that Packer has and that can't be used here: an error with its own remedy. */
export function refusedFunction(name: string, message: string, remedy: string): TemplateFunction {
  return {
    name,
    call() {
      throw new GoTemplateProblem(message, 'refused-template-function', { remedy });
    },
  };
}

export function wrongCount(name: string, count: number, min: number, max: number): GoTemplateProblem {
  const wanted = min === max ? String(min) : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
  const word = wanted === '1' || wanted === 'at least 1' ? 'argument' : 'arguments';
  return new GoTemplateProblem(
    `The function ${name} takes ${wanted} ${word}, not ${count}`,
    'template-function-arguments',
  );
}
