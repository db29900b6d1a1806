import type { Expression } from '../hcl/ast.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { references } from '../hcl/references.ts';
import { childScope, type Scope } from '../hcl/scope.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { SENSITIVE, Value } from '../hcl/values/value.ts';
import type { LocalDeclaration } from './declarations.ts';
import type { Findings } from './findings.ts';
import { dependencyOrder } from './locals-order.ts';

/**
 * Evaluates the locals, each after those that it uses, whatever the order in the files. A circle is an error that names
 * everything in it; the locals in it are unknown then.
 */
export function evaluateLocals(
  locals: ReadonlyMap<string, LocalDeclaration>,
  scope: Scope,
  findings: Findings,
): ReadonlyMap<string, Value> {
  const uses = new Map(Array.from(locals, ([name, { expression }]) => [name, usedLocals(expression, locals)]));
  const { order, cycles } = dependencyOrder(uses);
  const values = new Map<string, Value>();
  for (const cycle of cycles) {
    for (const name of cycle) values.set(name, Value.unknownOf(DYNAMIC));
    reportCycle(cycle, locals, findings);
  }
  for (const name of order) {
    const local = locals.get(name);
    if (local === undefined || values.has(name)) continue;
    const own = childScope(scope, [['local', Value.object(values)]]);
    const value = findings.take(evaluate(local.expression, own));
    values.set(name, local.sensitive ? value.withMarks([SENSITIVE]) : value);
  }
  return values;
}

function usedLocals(expression: Expression, locals: ReadonlyMap<string, unknown>): readonly string[] {
  return references(expression).flatMap(({ root, steps: [first] }) => {
    if (root !== 'local') return [];
    // All of them at once (`merge(local, …)`) can't include what is just being made.
    if (first === undefined) return [];
    const name = String(first.kind === 'attribute' ? first.name : first.key);
    return locals.has(name) ? [name] : [];
  });
}

function reportCycle(
  cycle: readonly string[],
  locals: ReadonlyMap<string, LocalDeclaration>,
  findings: Findings,
): void {
  const [first] = cycle;
  const range = first === undefined ? undefined : locals.get(first)?.range;
  const circle = [...cycle, first].map((name) => `local.${name}`).join(' → ');
  findings.error({
    code: 'local-cycle',
    summary: cycle.length === 1 ? `A local that needs itself: ${first}` : 'Locals that need each other',
    detail: `None of these can be computed first: ${circle}.`,
    ...(range === undefined ? {} : { subject: range }),
  });
}
