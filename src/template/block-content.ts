import type { Attribute, Block, Body } from '../hcl/ast.ts';
import { bodyOf } from '../hcl/decode/bodies.ts';
import { type BodySchema, bodyContent } from '../hcl/decode/content.ts';
import { expandBlocks } from '../hcl/decode/dynamic-blocks.ts';
import type { Scope } from '../hcl/scope.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Findings } from './findings.ts';

export interface Content {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

/** A block, and what its expressions may use. */
export interface BlockInScope {
  readonly block: Block;
  readonly scope: Scope;
}

/** A schema in short: names of optional attributes, block types with the names of their labels. */
export function shape(
  attributes: readonly string[],
  blocks: Readonly<Record<string, readonly string[]>> = {},
): BodySchema {
  return {
    attributes: attributes.map((name) => ({ name })),
    blocks: Object.entries(blocks).map(([type, labels]) => ({ type, labels })),
  };
}

/** Takes apart a body; what does not belong there is reported. */
export function contentOf(body: Body, schema: BodySchema, findings: Findings, header?: SourceRange): Content {
  const content = bodyContent(body, schema, header);
  findings.add(content.diagnostics);
  return content;
}

/** The same for a body that may hold `dynamic` blocks, each of whose blocks has a scope of its own. */
export function expandedContentOf(
  body: Body,
  schema: BodySchema,
  scope: Scope,
  findings: Findings,
): { readonly attributes: ReadonlyMap<string, Attribute>; readonly blocks: readonly BlockInScope[] } {
  const expanded = expandBlocks(body, scope);
  findings.add(expanded.diagnostics);
  const scopes = new Map<Block, Scope>();
  // How many blocks there will be is only unknown after an error, or with a data source, which is one.
  for (const each of expanded.blocks) if (!each.undetermined) scopes.set(each.block, each.scope);
  const { attributes, blocks } = contentOf(
    bodyOf(body, [...body.attributes.values(), ...scopes.keys()]),
    schema,
    findings,
  );
  return { attributes, blocks: blocks.map((block) => ({ block, scope: scopes.get(block) ?? scope })) };
}
