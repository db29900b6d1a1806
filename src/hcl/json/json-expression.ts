import type { Expression } from '../expression-ast.ts';
import type { JsonNode } from './nodes.ts';

/** What a JSON value is as an expression (HCL JSON spec, "Expressions"). */
export function jsonExpression(node: JsonNode): Expression {
  switch (node.kind) {
    case 'json-object':
      return {
        kind: 'object',
        items: node.properties.map(({ key, value }) => ({
          key: { kind: 'expression', expression: key, range: key.range },
          value: jsonExpression(value),
        })),
        range: node.range,
      };
    case 'json-array':
      return { kind: 'tuple', items: node.items.map(jsonExpression), range: node.range };
    default:
      return node;
  }
}
