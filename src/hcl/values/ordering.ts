import { formatNumber } from './number.ts';
import type { Value } from './value.ts';

/**
 * Orders texts by code point, which is the order of their UTF-8 bytes and so Go's; JavaScript's own order differs
 * beyond the basic multilingual plane.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Orders two elements of one set as cty iterates: texts and numbers ascending, false before true, nulls, unknowns last. */
export function compareSetElements(a: Value, b: Value): number {
  if (a.isUnknown || b.isUnknown) return Number(a.isUnknown) - Number(b.isUnknown);
  if (a.isNull || b.isNull) return Number(a.isNull) - Number(b.isNull);
  if (a.type.kind === 'string' && b.type.kind === 'string') return compareText(a.asString(), b.asString());
  if (a.type.kind === 'number' && b.type.kind === 'number') return a.asNumber().comparedTo(b.asNumber());
  if (a.type.kind === 'bool' && b.type.kind === 'bool') return Number(a.asBool()) - Number(b.asBool());
  return compareText(identityText(a), identityText(b));
}

/**
 * A text that is the same for the same value and for no other one of the same type, marks apart. Unknown values have one
 * too, although no unknown value can be said to equal another.
 */
export function identityText(value: Value): string {
  if (value.isUnknown) return '?';
  if (value.isNull) return '~';
  switch (value.type.kind) {
    case 'string':
      return JSON.stringify(value.asString());
    case 'number':
      return formatNumber(value.asNumber());
    case 'bool':
      return value.asBool() ? 'T' : 'F';
    case 'map':
      return `{${[...value.asEntries()].map(([key, item]) => `${JSON.stringify(key)}:${identityText(item)};`).join('')}}`;
    case 'object':
      return `<${[...value.asEntries()].map(([key, item]) => `${JSON.stringify(key)}:${identityText(item)};`).join('')}>`;
    case 'tuple':
      return `<${value.asElements().map(identityText).join(';')}>`;
    default:
      return `[${value.asElements().map(identityText).join(';')}]`;
  }
}
