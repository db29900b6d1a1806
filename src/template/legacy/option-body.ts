import type { Attribute, NativeBlock, NativeBody } from '../../hcl/ast.ts';
import { nativeBody } from '../../hcl/decode/bodies.ts';
import type { Expression } from '../../hcl/expression-ast.ts';
import type { JsonNode, JsonObject, JsonProperty } from '../../hcl/json/nodes.ts';
import type { BlockOption, Schema } from '../../kernel/schema.ts';
import type { Findings } from '../findings.ts';

/**
 * The options of a component in JSON as the body of a block: what its schema declares as blocks becomes blocks, everything
 * else, what it does not know too, attributes. Strings are taken as they are: no `${ }` of HCL in them means anything.
 */
export function optionBody(
  place: JsonObject,
  properties: readonly JsonProperty[],
  schema: Schema,
  findings: Findings,
): NativeBody {
  const items = properties.flatMap((each): readonly (Attribute | NativeBlock)[] => {
    // As in Packer null is what is not written.
    if (each.value.kind === 'null' || each.value.kind === 'invalid') return [];
    const option = Object.hasOwn(schema, each.name) ? schema[each.name] : undefined;
    return option?.kind === 'block' ? blocks(each, option, findings) : [attribute(each)];
  });
  return nativeBody({ range: place.range, endRange: place.closeRange }, items);
}

function attribute({ name, key, colonRange, value, range }: JsonProperty): Attribute {
  return {
    kind: 'attribute',
    name,
    nameRange: key.range,
    equalsRange: colonRange,
    expression: literal(value),
    range,
  };
}

/** One object, or an array of them, whether or not there may be several: a second one is the decoder's to report. */
function blocks(written: JsonProperty, { schema }: BlockOption, findings: Findings): readonly NativeBlock[] {
  const { name, key, value } = written;
  const objects = value.kind === 'json-array' ? value.items : [value];
  return objects.flatMap((object) => {
    if (object.kind !== 'json-object') {
      findings.error({
        code: 'wrong-json-type',
        summary: 'Wrong type of JSON value',
        detail: `"${name}" is written as an object, or as an array of objects: "${name}": { … }`,
        subject: object.range,
      });
      return [];
    }
    return {
      kind: 'block' as const,
      type: name,
      typeRange: key.range,
      labels: [],
      headerRange: value === object ? key.range : object.openRange,
      openBraceRange: object.openRange,
      closeBraceRange: object.closeRange,
      body: optionBody(object, object.properties, schema, findings),
      range: object.range,
    };
  });
}

/** A JSON value as an expression that means nothing but itself. */
function literal(node: JsonNode): Expression {
  const { range } = node;
  switch (node.kind) {
    case 'json-string':
      return { kind: 'template', form: 'quoted', parts: [{ kind: 'literal', text: node.text, range }], range };
    case 'json-array':
      return { kind: 'tuple', items: node.items.map(literal), range };
    case 'json-object':
      return {
        kind: 'object',
        items: node.properties.map(({ name, key, value }) => ({
          key: { kind: 'name', name, range: key.range },
          value: literal(value),
        })),
        range,
      };
    default:
      return node;
  }
}
