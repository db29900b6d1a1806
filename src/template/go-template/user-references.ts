import type { Span } from './problem.ts';
import type { Node, Operand, Pipeline } from './syntax-tree.ts';

/** A `{{ user "name" }}` whose name is written out. */
export interface UserReference {
  readonly name: string;
  /** The name, with its quotes. */
  readonly span: Span;
}

/** The variables that a text of an older JSON template asks for, wherever in it. */
export function userReferences(nodes: readonly Node[]): readonly UserReference[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'action':
        return inPipeline(node.pipeline);
      case 'if':
      case 'with':
      case 'range':
        return [...inPipeline(node.pipeline), ...userReferences(node.body), ...userReferences(node.otherwise)];
      case 'define':
        return userReferences(node.body);
      case 'template':
        return node.pipeline === undefined ? [] : inPipeline(node.pipeline);
      default:
        return [];
    }
  });
}

function inPipeline({ commands }: Pipeline): readonly UserReference[] {
  return commands.flatMap(({ operands: [callee, ...args] }) => {
    const [first] = args;
    const own: readonly UserReference[] =
      callee?.kind === 'function' && callee.name === 'user' && first?.kind === 'literal'
        ? [{ name: String(first.value), span: first.span }]
        : [];
    return [...own, ...[callee, ...args].flatMap(inOperand)];
  });
}

function inOperand(operand: Operand | undefined): readonly UserReference[] {
  if (operand?.kind === 'group') return inPipeline(operand.pipeline);
  return operand?.kind === 'field' ? inOperand(operand.of) : [];
}
