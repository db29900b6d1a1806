import type { Type } from '../../../src/hcl/values/types.ts';

/** The type as it is written in a variable's `type`: `list(object({ name = string, size = optional(number) }))`. */
export function typeExpression(type: Type): string {
  switch (type.kind) {
    case 'dynamic':
      return 'any';
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeExpression(type.element)})`;
    case 'tuple':
      return `tuple([${type.elements.map(typeExpression).join(', ')}])`;
    case 'object': {
      const attributes = [...type.attributes].map(([name, { type: inner, optional }]) =>
        optional
          ? `${attributeName(name)} = optional(${typeExpression(inner)})`
          : `${attributeName(name)} = ${typeExpression(inner)}`,
      );
      return attributes.length === 0 ? 'object({})' : `object({ ${attributes.join(', ')} })`;
    }
    default:
      return type.kind;
  }
}

function attributeName(name: string): string {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name) ? name : JSON.stringify(name);
}
