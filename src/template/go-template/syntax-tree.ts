import type { Span } from './problem.ts';

/* The syntax of Go's package text/template. Spans are offsets into the text. */

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline }
  | BranchNode
  | DefineNode
  | TemplateNode
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' };

export interface BranchNode {
  readonly kind: 'if' | 'with' | 'range';
  readonly span: Span;
  readonly pipeline: Pipeline;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[];
}

/** `define`, and the definition within a `block`: it shows nothing where it stands. */
export interface DefineNode {
  readonly kind: 'define';
  readonly name: string;
  readonly body: readonly Node[];
}

/** `template`, and what a `block` shows in its place. */
export interface TemplateNode {
  readonly kind: 'template';
  readonly span: Span;
  readonly name: string;
  /** What the dot is within; there is none without. */
  readonly pipeline: Pipeline | undefined;
  /** All that the text defines, wherever in it. */
  readonly definitions: ReadonlyMap<string, readonly Node[]>;
}

/** `$a, $b := command | command`. */
export interface Pipeline {
  readonly span: Span;
  /** Names with their `$`; two only in a `range`. */
  readonly variables: readonly string[];
  /** Whether the variables exist already (`=`) or are new (`:=`). */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

/** A function with its arguments, or one operand alone. */
export interface Command {
  readonly span: Span;
  readonly operands: readonly Operand[];
}

export type Operand =
  | { readonly kind: 'literal'; readonly span: Span; readonly value: string | number | boolean }
  | { readonly kind: 'nil'; readonly span: Span }
  | { readonly kind: 'dot'; readonly span: Span }
  | { readonly kind: 'function'; readonly span: Span; readonly name: string }
  | { readonly kind: 'variable'; readonly span: Span; readonly name: string }
  | { readonly kind: 'group'; readonly span: Span; readonly pipeline: Pipeline }
  | { readonly kind: 'field'; readonly span: Span; readonly of: Operand; readonly name: string };
