import type { SourceRange } from '../kernel/source-range.ts';
import type { Expression } from './expression-ast.ts';
import type { JsonNode } from './json/nodes.ts';

/**
 * The content of a file or a block. What it holds is asked for with `partialContent`, `bodyContent`, `justAttributes` and
 * `expandedContent`, which read each kind: what a property of a JSON body is depends on who asks.
 */
export type Body = NativeBody | JsonBody | MergedBody;

/** A body in HCL's own syntax: attributes and blocks in the order in which they are written. */
export interface NativeBody {
  readonly kind: 'body';
  readonly items: readonly BodyItem[];
  /** The first definition of each attribute; a second one has been reported and is left out. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly NativeBlock[];
  readonly range: SourceRange;
  /** Where a missing item would have to be written: an empty range at the end of the body. */
  readonly endRange: SourceRange;
}

/** A body in JSON (HCL JSON spec): an object, or an array of objects whose properties count as those of one. */
export interface JsonBody {
  readonly kind: 'json-body';
  /** May be of a type that no body can have: whoever asks for its content is told so. */
  readonly value: JsonNode;
  /** Names of properties that are spoken for already, and are none of this body's. */
  readonly hidden: ReadonlySet<string>;
  readonly range: SourceRange;
  /** Where a missing item would have to be written: the brace that ends the body. */
  readonly endRange: SourceRange;
}

/** Bodies that count as one, in whatever syntax each of them is; none of them is a merged one itself. */
export interface MergedBody {
  readonly kind: 'merged-body';
  readonly parts: readonly (NativeBody | JsonBody)[];
  /** Those of the first part. */
  readonly range: SourceRange;
  readonly endRange: SourceRange;
}

export type BodyItem = Attribute | NativeBlock;

export interface Attribute {
  readonly kind: 'attribute';
  readonly name: string;
  readonly nameRange: SourceRange;
  /** The "=", or in JSON the ":". */
  readonly equalsRange: SourceRange;
  readonly expression: Expression;
  readonly range: SourceRange;
}

export interface Block {
  readonly kind: 'block';
  readonly type: string;
  readonly typeRange: SourceRange;
  readonly labels: readonly BlockLabel[];
  /**
   * From the type to the last label: what to point at when the block as a whole is at fault. In JSON, where these may be far
   * apart, the key that is next to the body, or the brace that begins one of several bodies.
   */
  readonly headerRange: SourceRange;
  readonly openBraceRange: SourceRange;
  readonly closeBraceRange: SourceRange;
  readonly body: Body;
  readonly range: SourceRange;
}

/** A block in HCL's own syntax, which holds nothing in another one. */
export interface NativeBlock extends Block {
  readonly body: NativeBody;
}

export interface BlockLabel {
  readonly text: string;
  /** Whether it is written as `"name"` rather than `name`. */
  readonly quoted: boolean;
  readonly range: SourceRange;
}
