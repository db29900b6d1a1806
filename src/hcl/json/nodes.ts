import type { SourceRange } from '../../kernel/source-range.ts';
import type {
  BooleanLiteral,
  InvalidExpression,
  JsonStringExpression,
  NullLiteral,
  NumberLiteral,
} from '../expression-ast.ts';

/**
 * A value in a JSON text, with its place. What is the same thing in an expression is an expression already;
 * `invalid` stands where a value could not be read, which has been reported.
 */
export type JsonNode =
  | JsonObject
  | JsonArray
  | JsonStringExpression
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | InvalidExpression;

export interface JsonObject {
  readonly kind: 'json-object';
  /** All of them in their order: of a name that occurs twice both count, as far as the reader lets them. */
  readonly properties: readonly JsonProperty[];
  readonly openRange: SourceRange;
  readonly closeRange: SourceRange;
  readonly range: SourceRange;
}

export interface JsonProperty {
  readonly kind: 'json-property';
  readonly name: string;
  /** The name as an expression: with its quotes, and as a template where names may be templates. */
  readonly key: JsonStringExpression;
  readonly colonRange: SourceRange;
  readonly value: JsonNode;
  readonly range: SourceRange;
}

export interface JsonArray {
  readonly kind: 'json-array';
  readonly items: readonly JsonNode[];
  readonly openRange: SourceRange;
  readonly closeRange: SourceRange;
  readonly range: SourceRange;
}
