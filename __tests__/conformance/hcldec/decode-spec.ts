import type { Block, Body } from '../../../src/hcl/ast.ts';
import { type BodySchema, bodyContent } from '../../../src/hcl/decode/content.ts';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import type { Scope } from '../../../src/hcl/scope.ts';
import { convert } from '../../../src/hcl/values/convert.ts';
import { DYNAMIC, type Type } from '../../../src/hcl/values/types.ts';
import { Value } from '../../../src/hcl/values/value.ts';
import type { Diagnostic } from '../../../src/kernel/diagnostics.ts';

/** How a body becomes a value: as much of hcldec's language as the specification suite uses. */
export type Spec =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'object'; readonly items: Readonly<Record<string, Spec>> }
  | { readonly kind: 'attribute'; readonly name: string; readonly type: Type }
  | { readonly kind: 'block'; readonly type: string; readonly nested: Spec }
  | { readonly kind: 'block-list'; readonly type: string; readonly nested: Spec }
  | { readonly kind: 'block-map'; readonly type: string; readonly labels: readonly string[]; readonly nested: Spec };

export interface DecodedBody {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

export function decodeBody(body: Body, spec: Spec, scope: Scope): DecodedBody {
  const content = bodyContent(body, schemaOf(spec));
  const diagnostics = [...content.diagnostics];
  const value = read(spec);
  return { value, diagnostics };

  function read(part: Spec): Value {
    switch (part.kind) {
      case 'literal':
        return part.value;
      case 'object':
        return Value.object(Object.entries(part.items).map(([name, item]) => [name, read(item)]));
      case 'attribute': {
        const attribute = content.attributes.get(part.name);
        if (attribute === undefined) return Value.nullOf(part.type);
        const evaluated = evaluate(attribute.expression, scope);
        diagnostics.push(...evaluated.diagnostics);
        const converted = convert(evaluated.value, part.type);
        if (!converted.ok) throw new Error(`The suite has no case like this: ${converted.error.message}`);
        return converted.value;
      }
      case 'block': {
        const [block] = blocks(part.type);
        return block === undefined ? Value.nullOf(DYNAMIC) : nested(block, part.nested);
      }
      case 'block-list':
        return Value.tuple(blocks(part.type).map((block) => nested(block, part.nested)));
      case 'block-map': {
        const entries = blocks(part.type).map((block): [string, Value] => [
          block.labels[0]?.text ?? '',
          nested(block, part.nested),
        ]);
        return Value.map(entries[0]?.[1].type ?? DYNAMIC, entries);
      }
    }
  }

  function blocks(type: string): readonly Block[] {
    return content.blocks.filter((block) => block.type === type);
  }

  function nested(block: Block, part: Spec): Value {
    const decoded = decodeBody(block.body, part, scope);
    diagnostics.push(...decoded.diagnostics);
    return decoded.value;
  }
}

/** What the body may hold: everything that the spec mentions outside of nested blocks. */
function schemaOf(spec: Spec): BodySchema {
  switch (spec.kind) {
    case 'literal':
      return { attributes: [], blocks: [] };
    case 'attribute':
      return { attributes: [{ name: spec.name }], blocks: [] };
    case 'object': {
      const parts = Object.values(spec.items).map(schemaOf);
      return {
        attributes: parts.flatMap(({ attributes }) => attributes),
        blocks: parts.flatMap(({ blocks }) => blocks),
      };
    }
    case 'block-map':
      return { attributes: [], blocks: [{ type: spec.type, labels: spec.labels }] };
    default:
      return { attributes: [], blocks: [{ type: spec.type, labels: [] }] };
  }
}
