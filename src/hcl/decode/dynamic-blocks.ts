import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { Attribute, Block, Body } from '../ast.ts';
import type { Scope } from '../scope.ts';
import { bodyParts } from './bodies.ts';
import { type BodySchema, type Leftover, leftovers, mergedAttributes, namedContent, wrongLabels } from './content.ts';
import { DynamicBlock, type ScopedBlock } from './dynamic-block.ts';
import { schemaNames } from './schema-names.ts';

/** An argument with the scope in which it is to be evaluated. */
export interface ScopedAttribute {
  readonly attribute: Attribute;
  readonly scope: Scope;
}

export interface ExpandedContent {
  readonly attributes: ReadonlyMap<string, ScopedAttribute>;
  /** In the order in which they are written. */
  readonly blocks: readonly ScopedBlock[];
  /** What the schema does not name. */
  readonly leftovers: readonly Leftover[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How a block is written that makes others. */
const DYNAMIC_BLOCK = { type: 'dynamic', labels: ['type'] } as const;

const withDynamicBlocks = new WeakMap<BodySchema, BodySchema>();

/** The schema, and `dynamic` blocks; the same one for the same schema. */
function withDynamic(schema: BodySchema): BodySchema {
  const known = withDynamicBlocks.get(schema) ?? { ...schema, blocks: [...schema.blocks, DYNAMIC_BLOCK] };
  withDynamicBlocks.set(schema, known);
  return known;
}

/**
 * What the schema names of a body (`required` is for the caller to look at), with each `dynamic "type"` replaced by the
 * blocks that it makes (HCL's dynblock extension). Blocks within blocks are expanded when this is called for their bodies,
 * with their scopes. `scopeOf` names another scope for a body that was merged with others.
 */
export function expandedContent(
  body: Body,
  schema: BodySchema,
  scope: Scope,
  scopeOf: (part: Body) => Scope | undefined = () => undefined,
): ExpandedContent {
  const wanted = withDynamic(schema);
  const parts = bodyParts(body).map((part) => ({ ...namedContent(part, wanted), scope: scopeOf(part) ?? scope }));
  const { attributes, diagnostics } = mergedAttributes(parts);
  const scopes = new Map(parts.flatMap((part) => Array.from(part.attributes.values(), (each) => [each, part.scope])));
  const expanded = parts.map((part) => expandBlocks(part.blocks, schema, part.scope));
  return {
    attributes: new Map(
      Array.from(attributes, ([name, attribute]) => [name, { attribute, scope: scopes.get(attribute) ?? scope }]),
    ),
    blocks: expanded.flatMap(({ blocks }) => blocks),
    leftovers: [...parts.flatMap(({ rest }) => leftovers(rest)), ...expanded.flatMap((each) => each.leftovers)],
    diagnostics: [...diagnostics, ...expanded.flatMap((each) => each.diagnostics)],
  };
}

/** Blocks that are as the schema has them, and those that `dynamic` makes out of place. */
function expandBlocks(
  written: readonly Block[],
  schema: BodySchema,
  scope: Scope,
): Omit<ExpandedContent, 'attributes'> {
  const { labelsOf } = schemaNames(schema);
  const blocks: ScopedBlock[] = [];
  const unknown: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const block of written) {
    if (block.type !== DYNAMIC_BLOCK.type) {
      blocks.push({ block, scope, undetermined: false });
      continue;
    }
    const made = new DynamicBlock(block, scope).expand();
    diagnostics.push(...made.diagnostics);
    const [first] = made.blocks;
    const labels = first === undefined ? undefined : labelsOf.get(first.block.type);
    if (labels === undefined) {
      // What is wrong with one is wrong with all of them.
      if (first !== undefined) unknown.push(first.block);
      continue;
    }
    for (const each of made.blocks) {
      const wrong = wrongLabels(each.block, labels);
      if (wrong !== undefined) diagnostics.push(wrong);
      if (each.block.labels.length >= labels.length) blocks.push(each);
    }
  }
  return { blocks, leftovers: unknown, diagnostics };
}
