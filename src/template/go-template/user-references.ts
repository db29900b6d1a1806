import { commandsOf } from './commands.ts';
import type { Span } from './problem.ts';
import type { Node } from './syntax-tree.ts';

/** A `{{ user "name" }}` whose name is written out. */
export interface UserReference {
  readonly name: string;
  /** The name, with its quotes. */
  readonly span: Span;
}

/** The variables that a text of an older JSON template asks for, wherever in it. */
export function userReferences(nodes: readonly Node[]): readonly UserReference[] {
  return commandsOf(nodes).flatMap(({ operands: [callee, first] }) =>
    callee?.kind === 'function' && callee.name === 'user' && first?.kind === 'literal'
      ? [{ name: String(first.value), span: first.span }]
      : [],
  );
}
