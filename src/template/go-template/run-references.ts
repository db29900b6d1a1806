import { commandsOf } from './commands.ts';
import type { Node, Operand } from './syntax-tree.ts';

/** Whether what a text says depends on the run: on the dot and its fields, or on what `{{ build }}` looks up. */
export function asksOfRun(nodes: readonly Node[]): boolean {
  return commandsOf(nodes).some(({ operands }) => operands.some(isOfRun));
}

function isOfRun(operand: Operand): boolean {
  switch (operand.kind) {
    case 'dot':
      return true;
    case 'variable':
      return operand.name === '$';
    case 'function':
      return operand.name === 'build';
    case 'field':
      return isOfRun(operand.of);
    default:
      return false;
  }
}
