import type { Diagnosed } from '../kernel/diagnostics.ts';
import { evaluate } from './evaluator.ts';
import type { Expression } from './expression-ast.ts';
import { readType } from './type-reader.ts';
import type { Type } from './values/types.ts';

/**
 * The type that an expression such as `list(object({ name = string, size = optional(number, 8) }))` describes. It is
 * read, not evaluated: `string` is no variable here. Only defaults are evaluated, without variables and functions.
 * (HCL's typeexpr extension.)
 */
export function typeFromExpression(expression: Expression): Diagnosed<Type> {
  return readType(expression, evaluate);
}
