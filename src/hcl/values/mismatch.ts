import { DYNAMIC, friendlyName, hasDynamic, isCollection, isPrimitive, type ObjectType, type Type } from './types.ts';
import { canConvert } from './unify.ts';

/** Why no value of type `from` can be converted to `to`: a clause without a full stop, such as `string required`. */
export function mismatchMessage(from: Type, to: Type): string {
  if (from.kind === 'object' && to.kind === 'object') return objectMismatch(from, to);
  if (isCollection(to)) {
    if ((from.kind === 'tuple' && to.kind !== 'map') || (from.kind === 'object' && to.kind === 'map')) {
      return elementMismatch(from, to.element, to.kind);
    }
    if (isCollection(from)) {
      const alike = to.kind === 'map' ? from.kind === 'map' : from.kind !== 'map';
      if (!alike) return `${friendlyName(to)} required, but have ${friendlyName(from)}`;
      return `incorrect ${to.kind} element type: ${mismatchMessage(from.element, to.element)}`;
    }
  }
  if (from.kind === 'tuple' && to.kind === 'tuple' && from.elements.length === to.elements.length) {
    const index = from.elements.findIndex((element, at) => !canConvert(element, to.elements[at] ?? DYNAMIC));
    return `element ${index}: ${mismatchMessage(from.elements[index] ?? DYNAMIC, to.elements[index] ?? DYNAMIC)}`;
  }
  if (from.kind === 'tuple' && to.kind === 'tuple') {
    return `a tuple of ${to.elements.length} elements required, but have ${from.elements.length}`;
  }
  if (isPrimitive(from) && isPrimitive(to) && from.kind === 'string') return `${article(to)} required`;
  return `${friendlyName(to)} required, but have ${friendlyName(from)}`;
}

/** `a string`, `a number`, `a bool`, `list of string`: what is required of a primitive reads with an article. */
export function article(type: Type): string {
  return isPrimitive(type) ? `a ${type.kind}` : friendlyName(type);
}

function objectMismatch(from: ObjectType, to: ObjectType): string {
  const missing = [...to.attributes].filter(([name, { optional }]) => !optional && !from.attributes.has(name));
  if (missing.length > 0) {
    const names = missing.map(([name]) => `"${name}"`);
    const last = names.pop() ?? '';
    return names.length === 0
      ? `attribute ${last} is required`
      : `attributes ${names.join(', ')} and ${last} are required`;
  }
  for (const [name, { type }] of to.attributes) {
    const source = from.attributes.get(name);
    if (source !== undefined && !canConvert(source.type, type)) {
      return `attribute "${name}": ${mismatchMessage(source.type, type)}`;
    }
  }
  return 'incorrect object attributes';
}

function elementMismatch(from: Type, to: Type, kind: string): string {
  const parts: readonly (readonly [string, Type])[] =
    from.kind === 'object'
      ? Array.from(from.attributes, ([name, { type }]) => [`"${name}"`, type] as const)
      : from.kind === 'tuple'
        ? from.elements.map((type, index) => [String(index), type] as const)
        : [];
  for (const [name, type] of parts) {
    if (!canConvert(type, to)) return `element ${name}: ${mismatchMessage(type, to)}`;
  }
  return hasDynamic(to) ? `all ${kind} elements must have the same type` : `all elements must be ${friendlyName(to)}`;
}
