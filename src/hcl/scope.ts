import type { FunctionTable } from './functions/table.ts';
import type { Value } from './values/value.ts';

/**
 * What names mean in an expression (HCL spec, "Variables and Variable Expressions"). A name that a scope does not define
 * is looked up in its parent, and so on.
 */
export interface Scope {
  readonly variables: ReadonlyMap<string, Value>;
  /** Those of the nearest scope that has any. */
  readonly functions?: FunctionTable;
  readonly parent?: Scope;
}

/** Nothing is defined: for what must be written out literally. */
export const EMPTY_SCOPE: Scope = { variables: new Map() };

/** A scope in which these variables hide those of the same name around it. */
export function childScope(parent: Scope, variables: Iterable<readonly [string, Value]>): Scope {
  return { parent, variables: new Map(variables) };
}

export function findVariable(scope: Scope, name: string): Value | undefined {
  for (const each of withAncestors(scope)) {
    const value = each.variables.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether there is neither a variable nor a function: what HCL calls literal-only mode. */
export function definesNothing(scope: Scope): boolean {
  for (const { variables, functions } of withAncestors(scope)) {
    if (variables.size > 0 || functions !== undefined) return false;
  }
  return true;
}

/** All names that can be used, for suggestions; those hidden by others occur twice. */
export function variableNames(scope: Scope): string[] {
  return Array.from(withAncestors(scope)).flatMap(({ variables }) => [...variables.keys()]);
}

export function functionsOf(scope: Scope): FunctionTable | undefined {
  for (const { functions } of withAncestors(scope)) if (functions !== undefined) return functions;
  return undefined;
}

function* withAncestors(scope: Scope): Generator<Scope> {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent) yield each;
}
