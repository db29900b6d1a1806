import type { Attribute, Block, Body } from '../hcl/ast.ts';
import { type BodySchema, bodyContent, unexpected } from '../hcl/decode/content.ts';
import { expandedContent } from '../hcl/decode/dynamic-blocks.ts';
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
  const { attributes, blocks, leftovers, diagnostics } = expandedContent(body, schema, scope);
  const names = schema.attributes.map(({ name }) => name);
  const types = schema.blocks.map(({ type }) => type);
  findings.add([...leftovers.map((item) => unexpected(item, names, types)), ...diagnostics]);
  return {
    attributes: new Map(Array.from(attributes, ([name, { attribute }]) => [name, attribute])),
    // How many blocks there will be is only unknown after an error, or with a data source, which is one.
    blocks: blocks.filter(({ undetermined }) => !undetermined),
  };
}
