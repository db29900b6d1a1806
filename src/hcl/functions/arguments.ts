import { formatNumber, toSafeInteger } from '../values/number.ts';
import { listOf, STRING, type Type } from '../values/types.ts';
import { Value } from '../values/value.ts';
import { fault } from './function.ts';

/** The argument at `index`; `callFunction` has made sure that it is there. */
export function argumentAt(args: readonly Value[], index: number): Value {
  const value = args[index];
  if (value === undefined) throw new Error(`There is no argument ${index}`);
  return value;
}

export function textAt(args: readonly Value[], index: number): string {
  return argumentAt(args, index).asString();
}

/** The argument as a whole number; anything else is the user's fault. */
export function integerAt(args: readonly Value[], index: number): number {
  const number = argumentAt(args, index).asNumber();
  return toSafeInteger(number) ?? fault(`a whole number is required, not ${formatNumber(number)}`, index);
}

/** A list of strings. */
export function textList(texts: Iterable<string>): Value {
  return Value.list(STRING, Array.from(texts, Value.string));
}

export const STRINGS: Type = listOf(STRING);

export function isSequence(value: Value): boolean {
  return value.type.kind === 'list' || value.type.kind === 'set' || value.type.kind === 'tuple';
}

export function isMapping(value: Value): boolean {
  return value.type.kind === 'map' || value.type.kind === 'object';
}
