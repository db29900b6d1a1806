import { toJson } from '../../src/hcl/values/json.ts';
import type { Type } from '../../src/hcl/values/types.ts';
import { SENSITIVE, type Value } from '../../src/hcl/values/value.ts';
import { typeExpression } from './values/type-expression.ts';

/**
 * A value with all that can be said of it, on one line: `S(…)` around what is sensitive, `?type` for what is unknown,
 * `null:type`; `list[…]`, `set[…]` and `map{…}` for collections, `[…]` and `{…}` for tuples and objects.
 */
export function describeValue(value: Value): string {
  if (value.marks.has(SENSITIVE)) return `S(${describeValue(value.unmark().value)})`;
  if (value.isUnknown) return `?${shortType(value.type)}`;
  if (value.isNull) return `null:${shortType(value.type)}`;
  const { type } = value;
  switch (type.kind) {
    case 'map':
    case 'object': {
      const entries = Array.from(value.asEntries(), ([key, item]) => `${key}=${describeValue(item)}`);
      return `${start(type, entries.length)}{${entries.join(',')}}`;
    }
    case 'list':
    case 'set':
    case 'tuple': {
      const elements = value.asElements().map(describeValue);
      return `${start(type, elements.length)}[${elements.join(',')}]`;
    }
    default:
      return toJson(value);
  }
}

/** An empty collection shows what it could hold. */
function start(type: Type, size: number): string {
  if (!('element' in type)) return '';
  return size === 0 ? `${type.kind}(${shortType(type.element)})` : type.kind;
}

function shortType(type: Type): string {
  return typeExpression(type).replace(/ = /g, '=').replace(/\{ /g, '{').replace(/ \}/g, '}').replace(/, /g, ',');
}
