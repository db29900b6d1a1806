import type { Command, Node, Operand, Pipeline } from './syntax-tree.ts';

/** Every command of a text, those within parentheses and within definitions too. */
export function commandsOf(nodes: readonly Node[]): readonly Command[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'action':
        return inPipeline(node.pipeline);
      case 'if':
      case 'with':
      case 'range':
        return [...inPipeline(node.pipeline), ...commandsOf(node.body), ...commandsOf(node.otherwise)];
      case 'define':
        return commandsOf(node.body);
      case 'template':
        return node.pipeline === undefined ? [] : inPipeline(node.pipeline);
      default:
        return [];
    }
  });
}

function inPipeline({ commands }: Pipeline): readonly Command[] {
  return commands.flatMap((command) => [command, ...command.operands.flatMap(inOperand)]);
}

function inOperand(operand: Operand): readonly Command[] {
  if (operand.kind === 'group') return inPipeline(operand.pipeline);
  return operand.kind === 'field' ? inOperand(operand.of) : [];
}
