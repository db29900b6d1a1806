import type { Diagnosed } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { BinaryOperator, UnaryOperator } from './values/operators.ts';

/** An identifier where the grammar wants one: a loop variable, say. */
export interface Name {
  readonly text: string;
  readonly range: SourceRange;
}

export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | TemplateExpression
  | JsonStringExpression
  | VariableExpression
  | AccessExpression
  | CallExpression
  | UnaryExpression
  | OperationExpression
  | ConditionalExpression
  | TupleExpression
  | ObjectExpression
  | ForTupleExpression
  | ForObjectExpression
  | ParenthesizedExpression
  | InvalidExpression;

export interface NumberLiteral {
  readonly kind: 'number';
  /** As written, so that no digit is lost: `3.14`, `1e100`. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface BooleanLiteral {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly range: SourceRange;
}

export interface NullLiteral {
  readonly kind: 'null';
  readonly range: SourceRange;
}

export interface TemplateExpression {
  readonly kind: 'template';
  readonly form: 'quoted' | 'heredoc' | 'bare';
  readonly parts: readonly TemplatePart[];
  readonly range: SourceRange;
}

/**
 * A string of the JSON syntax, or the name of a property in a JSON object that is an expression. What it means depends on
 * who reads it (HCL JSON spec, "Strings", "Static Analysis"): where nothing is defined it is its text; else a template; to
 * static analysis it is an expression in HCL's own syntax.
 */
export interface JsonStringExpression {
  readonly kind: 'json-string';
  /** What is between the quotes, with JSON's escapes resolved. */
  readonly text: string;
  readonly template: Diagnosed<TemplateExpression>;
  readonly native: Diagnosed<Expression>;
  /** With the quotes. */
  readonly range: SourceRange;
}

export type TemplatePart = TemplateLiteral | TemplateInterpolation | TemplateIf | TemplateFor;

export interface TemplateLiteral {
  readonly kind: 'literal';
  /** Escapes resolved, blanks stripped, indentation taken away: what the result holds. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface TemplateInterpolation {
  readonly kind: 'interpolation';
  readonly expression: Expression;
  readonly range: SourceRange;
}

export interface TemplateIf {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly whenFalse: readonly TemplatePart[];
  readonly range: SourceRange;
}

export interface TemplateFor {
  readonly kind: 'for';
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
  readonly range: SourceRange;
}

export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
  readonly range: SourceRange;
}

/**
 * A term and the postfix operators after it, in one flat list, so that a long chain is no deep tree:
 * `data.amazon-ami.base[0].id`.
 */
export interface AccessExpression {
  readonly kind: 'access';
  readonly target: Expression;
  readonly steps: readonly AccessStep[];
  readonly range: SourceRange;
}

export type AccessStep = AttributeStep | IndexStep | SplatStep;

export interface AttributeStep {
  readonly kind: 'attribute';
  readonly name: string;
  /** With the dot before the name. */
  readonly range: SourceRange;
}

export interface IndexStep {
  readonly kind: 'index';
  readonly key: Expression;
  /** Written as `.0` rather than `[0]`. */
  readonly legacy: boolean;
  /** With the brackets, or the dot. */
  readonly range: SourceRange;
}

export interface SplatStep {
  readonly kind: 'splat';
  /** `[*]` takes all steps that follow for each element, `.*` only the attributes that follow. */
  readonly form: 'full' | 'attribute-only';
  /** What is done with each element. */
  readonly each: readonly AccessStep[];
  /** The splat operator itself. */
  readonly markerRange: SourceRange;
  /** The operator and the steps that belong to it. */
  readonly range: SourceRange;
}

export interface CallExpression {
  readonly kind: 'call';
  /** With its namespace if it has one: `provider::name`. */
  readonly name: string;
  readonly nameRange: SourceRange;
  readonly arguments: readonly Expression[];
  /** The `...` after the last argument, whose elements then are the remaining arguments. */
  readonly expansion: SourceRange | undefined;
  readonly closeRange: SourceRange;
  readonly range: SourceRange;
}

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operatorRange: SourceRange;
  readonly operand: Expression;
  readonly range: SourceRange;
}

/** Operations of one level of precedence, evaluated from left to right: `first`, then each operator with its operand. */
export interface OperationExpression {
  readonly kind: 'operation';
  readonly first: Expression;
  readonly rest: readonly Operand[];
  readonly range: SourceRange;
}

export interface Operand {
  readonly operator: BinaryOperator;
  readonly operatorRange: SourceRange;
  readonly operand: Expression;
}

export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
  readonly range: SourceRange;
}

export interface TupleExpression {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
  readonly range: SourceRange;
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
  readonly range: SourceRange;
}

export interface ObjectItem {
  readonly key: ObjectKey;
  readonly value: Expression;
}

/** A naked identifier is a name, not a reference; anything else is an expression that gives the name. */
export type ObjectKey =
  | { readonly kind: 'name'; readonly name: string; readonly range: SourceRange }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly range: SourceRange };

export interface ForTupleExpression {
  readonly kind: 'for-tuple';
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  readonly range: SourceRange;
}

export interface ForObjectExpression {
  readonly kind: 'for-object';
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly key: Expression;
  readonly value: Expression;
  /** `...` after the value: values with the same key are collected into a tuple. */
  readonly grouping: boolean;
  readonly condition: Expression | undefined;
  readonly range: SourceRange;
}

export interface ParenthesizedExpression {
  readonly kind: 'parenthesized';
  readonly expression: Expression;
  readonly range: SourceRange;
}

/** Stands where an expression could not be read; that has been reported, so it evaluates to an unknown value silently. */
export interface InvalidExpression {
  readonly kind: 'invalid';
  readonly range: SourceRange;
}
