import { BOOL, hasDynamic, typesEqual } from './types.ts';
import { Value } from './value.ts';

/**
 * HCL's `==`: a bool, unknown while it can't be told, with the marks of both sides. Nulls of any type are equal; values
 * of different types never are (no conversion: `"1" == 1` is false).
 */
export function equals(left: Value, right: Value): Value {
  const oneNull = left.isNull !== right.isNull;
  const a = left.unmarkDeep();
  const b = right.unmarkDeep();
  // That one side is null says nothing about what is inside the other.
  const marks = oneNull ? [...left.marks, ...right.marks] : [...a.marks, ...b.marks];
  const result = compare(a.value, b.value);
  return (result === undefined ? Value.unknownOf(BOOL) : Value.bool(result)).withMarks(marks);
}

/** Undefined: it can't be told yet. */
function compare(a: Value, b: Value): boolean | undefined {
  if (a.isUnknown || b.isUnknown) return compareUnknown(a, b);
  if (a.isNull || b.isNull) return a.isNull && b.isNull;
  if (!typesEqual(a.type, b.type)) {
    if (a.type.kind !== b.type.kind) return false;
    return hasDynamic(a.type) || hasDynamic(b.type) ? compareChildren(a, b) : false;
  }
  switch (a.type.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return sameContent(a, b);
    case 'set':
      if (!a.isWhollyKnown() || !b.isWhollyKnown()) return undefined;
      return compareChildren(a, b);
    default:
      return compareChildren(a, b);
  }
}

function compareUnknown(a: Value, b: Value): boolean | undefined {
  const known = a.isUnknown ? b : a;
  if (known.isUnknown || known.isNull || hasDynamic(a.type) || hasDynamic(b.type)) return undefined;
  return typesEqual(a.type, b.type) ? undefined : false;
}

function compareChildren(a: Value, b: Value): boolean | undefined {
  const left = a.children();
  const right = b.children();
  if (left.length !== right.length || !sameKeys(a, b)) return false;
  let result: boolean | undefined = true;
  for (const [index, child] of left.entries()) {
    const other = right[index];
    const same = other === undefined ? false : compare(child, other);
    if (same === false) return false;
    if (same === undefined) result = undefined;
  }
  return result;
}

function sameKeys(a: Value, b: Value): boolean {
  if (a.isNull || a.isUnknown || (a.type.kind !== 'map' && a.type.kind !== 'object')) return true;
  const keys = b.asEntries();
  return [...a.asEntries().keys()].every((key) => keys.has(key));
}

function sameContent(a: Value, b: Value): boolean {
  switch (a.type.kind) {
    case 'string':
      return a.asString() === b.asString();
    case 'number':
      return a.asNumber().equals(b.asNumber());
    case 'bool':
      return a.asBool() === b.asBool();
    default:
      return true;
  }
}
