import { STRING } from '../values/types.ts';
import { Value } from '../values/value.ts';
import { textAt } from './arguments.ts';
import type { Expense, PlainFunction } from './function.ts';

/** A function from one string to another, or from several. */
export function textFunction<Names extends readonly string[]>(
  name: string,
  params: Names,
  doc: string,
  transform: (...texts: { readonly [Index in keyof Names]: string }) => string,
  expense?: (...texts: { readonly [Index in keyof Names]: string }) => Expense,
): PlainFunction {
  return {
    name,
    params: params.map((parameter) => ({ name: parameter, type: STRING })),
    returns: STRING,
    doc,
    ...(expense === undefined ? {} : { expense: (args) => expense(...textsOf(params, args)) }),
    call: (args) => Value.string(transform(...textsOf(params, args))),
  };
}

/** The expense of a function that looks at each character by itself. */
export function eachCharacter(...texts: readonly string[]): Expense {
  return { steps: texts.reduce((total, text) => total + Math.ceil(text.length / CHARACTERS_PER_STEP), 0) };
}

const CHARACTERS_PER_STEP = 4;

function textsOf<Names extends readonly string[]>(
  params: Names,
  args: readonly Value[],
): { readonly [Index in keyof Names]: string } {
  return mapTuple(params, (_, index) => textAt(args, index));
}

function mapTuple<Names extends readonly string[]>(
  names: Names,
  change: (name: string, index: number) => string,
): { readonly [Index in keyof Names]: string };
function mapTuple(names: readonly string[], change: (name: string, index: number) => string): readonly string[] {
  return names.map(change);
}
