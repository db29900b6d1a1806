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
  const { order, cycles } = dependencyOrder(new Map(Array.from(uses, ([name, { names }]) => [name, names])));
  const values = new Map<string, Value>();
  for (const cycle of cycles) {
    for (const name of cycle) values.set(name, Value.unknownOf(DYNAMIC));
    reportCycle(cycle, locals, findings);
  }
  for (const name of order) {
    const local = locals.get(name);
    if (local === undefined || values.has(name)) continue;
    const own = childScope(scope, [['local', Value.object(visibleTo(uses.get(name), values))]]);
    const value = findings.take(evaluate(local.expression, own));
    values.set(name, local.sensitive ? value.withMarks([SENSITIVE]) : value);
  }
  return values;
}

interface Uses {
  readonly names: readonly string[];
  /** All locals at once, as in `merge(local, …)`. */
  readonly whole: boolean;
}

function usedLocals(expression: Expression, locals: ReadonlyMap<string, unknown>): Uses {
  const firstSteps = references(expression)
    .filter(({ root }) => root === 'local')
    .map(({ steps: [first] }) => first);
  const names = firstSteps
    .filter((step) => step !== undefined)
    .map((step) => String(step.kind === 'attribute' ? step.name : step.key))
    .filter((name) => locals.has(name));
  return { names, whole: firstSteps.includes(undefined) };
}

/** What a local may see of the others. An object of all of them for each one would take quadratic time. */
function visibleTo(uses: Uses | undefined, values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  // All of them at once can't include what is just being made.
  if (uses === undefined || uses.whole) return values;
  const visible = new Map<string, Value>();
  for (const name of uses.names) {
    const value = values.get(name);
    if (value !== undefined) visible.set(name, value);
  }
  return visible;
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
