/** Operator → condition key → values. */
export type PolicyConditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One statement of an identity-based policy that allows something. */
export interface PolicyStatement {
  /** Letters and digits; tells people what it is for. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: PolicyConditions;
}

/**
 * An IAM policy (JSON, as IAM and its console take it) that allows these statements and no more, in as few of them as
 * possible. Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  const sids = new Map<string, number>();
  const unique = (sid: string): string => {
    const count = (sids.get(sid) ?? 0) + 1;
    sids.set(sid, count);
    return count === 1 ? sid : `${sid}${count}`;
  };
  const Statement = merged(statements).map(({ sid, actions, resources, conditions }) => ({
    Sid: unique(sid),
    Effect: 'Allow',
    Action: actions,
    Resource: resources.length === 1 ? resources[0] : resources,
    ...(conditions === undefined ? {} : { Condition: conditions }),
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2);
}

/**
 * Statements about the same resources, under the same kinds of conditions, become one; and then those that differ in their
 * resources only. Two builds in two regions so share a statement that allows what either needs in both.
 */
function merged(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const byActions = joined(
    statements,
    ({ resources, conditions = {} }) => [
      resources,
      Object.entries(conditions).map(([operator, keys]) => [operator, Object.keys(keys)]),
    ],
    (one, other) => ({
      ...one,
      actions: union(one.actions, other.actions),
      ...(one.conditions && { conditions: together(one.conditions, other.conditions ?? {}) }),
    }),
  );
  return joined(
    byActions,
    ({ actions, conditions }) => [actions, conditions],
    (one, other) => ({ ...one, resources: union(one.resources, other.resources) }),
  );
}

/** With the values of both. */
function together(one: PolicyConditions, other: PolicyConditions): PolicyConditions {
  return Object.fromEntries(
    Object.entries(one).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, values]) => [key, union(values, other[operator]?.[key] ?? [])]),
      ),
    ]),
  );
}

function joined(
  statements: readonly PolicyStatement[],
  keyOf: (statement: PolicyStatement) => unknown,
  join: (one: PolicyStatement, other: PolicyStatement) => PolicyStatement,
): readonly PolicyStatement[] {
  const byKey = new Map<string, PolicyStatement>();
  for (const statement of statements) {
    const key = JSON.stringify(keyOf(statement));
    const known = byKey.get(key);
    const sorted = { ...statement, actions: union(statement.actions), resources: union(statement.resources) };
    byKey.set(key, known === undefined ? sorted : join(known, sorted));
  }
  return [...byKey.values()];
}

function union(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].toSorted();
}
