import { toJson } from '../../src/hcl/values/json.ts';
import type { Type } from '../../src/hcl/values/types.ts';
import type { Value } from '../../src/hcl/values/value.ts';

/** A type in cty's JSON notation. */
export function describeType(type: Type): unknown {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return [type.kind, describeType(type.element)];
    case 'tuple':
      return ['tuple', type.elements.map(describeType)];
    case 'object':
      return [
        'object',
        Object.fromEntries(Array.from(type.attributes, ([name, attribute]) => [name, describeType(attribute.type)])),
      ];
    default:
      return type.kind;
  }
}

/** A value that is known as a whole, as JSON. */
export function plainValue(value: Value): unknown {
  const json = toJson(value);
  // A number that JavaScript can't hold is compared by its digits.
  return /^\d{400}/.test(json) ? json : JSON.parse(json);
}
