import { formatNumber } from './number.ts';
import type { Value } from './value.ts';

/** A step from a value into what it holds: an attribute by name, an element by its key (string or number). */
export type PathStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: string | number };

/** Where in a value something is; empty for the value itself. */
export type Path = readonly PathStep[];

/** The path as it would be written behind a name: `.tags["Name"]`, `[0].size`. */
export function describePath(path: Path): string {
  return path
    .map((step) => {
      if (step.kind === 'attribute') return `.${step.name}`;
      return typeof step.key === 'string' ? `[${JSON.stringify(step.key)}]` : `[${step.key}]`;
    })
    .join('');
}

/** A longer key is cut: it is there to be recognised, and may be as long as a file. */
const LONGEST_KEY = 200;

/** What a value is as a key, for messages: a string in quotes, a number in digits. */
export function describeKey(key: Value): string {
  if (key.isNull) return 'null';
  if (key.isUnknown) return 'unknown';
  if (key.type.kind === 'number') return formatNumber(key.asNumber());
  const text = key.asString();
  return text.length <= LONGEST_KEY ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, LONGEST_KEY))}…`;
}
