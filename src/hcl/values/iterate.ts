import { Value } from './value.ts';

/** Whether `for` can go over values of this type at all. */
export function isIterable(value: Value): boolean {
  return ['list', 'set', 'tuple', 'map', 'object'].includes(value.type.kind);
}

/**
 * The keys and values that `for` goes over, in cty's order: positions for a list or tuple, names for a map or object, and
 * for a set the element itself as both. The value must be known, not null and iterable; its own marks are left out.
 */
export function* iterate(value: Value): Generator<{ readonly key: Value; readonly value: Value }> {
  if (value.type.kind === 'map' || value.type.kind === 'object') {
    for (const [key, element] of value.asEntries()) yield { key: Value.string(key), value: element };
    return;
  }
  for (const [index, element] of value.asElements().entries()) {
    yield { key: value.type.kind === 'set' ? element : Value.number(index), value: element };
  }
}
