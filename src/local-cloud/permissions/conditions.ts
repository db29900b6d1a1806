import { isRecord } from '../../kernel/is-record.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { matchesWildcards, readWildcards } from '../wildcards.ts';

/** What a request says of itself, by condition key in lower case: `aws:requestedregion`, `ec2:createaction`. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

type Test = (actual: string, wanted: string) => boolean;

/** IAM User Guide, "IAM JSON policy elements: Condition operators"; those that policies about images use. */
const OPERATORS: Readonly<Record<string, { readonly test: Test; readonly negated?: true }>> = {
  StringEquals: { test: (actual, wanted) => actual === wanted },
  StringNotEquals: { test: (actual, wanted) => actual === wanted, negated: true },
  StringEqualsIgnoreCase: { test: isSameButCase },
  StringNotEqualsIgnoreCase: { test: isSameButCase, negated: true },
  StringLike: { test: isLike },
  StringNotLike: { test: isLike, negated: true },
  ArnEquals: { test: isLike },
  ArnLike: { test: isLike },
  ArnNotEquals: { test: isLike, negated: true },
  ArnNotLike: { test: isLike, negated: true },
  Bool: { test: isSameButCase },
};

function isSameButCase(actual: string, wanted: string): boolean {
  return actual.toLowerCase() === wanted.toLowerCase();
}

export function isLike(actual: string, pattern: string): boolean {
  return matchesWildcards(readWildcards(pattern), actual);
}

/** Whether all conditions of a statement hold. Throws MalformedPolicyDocument for an operator that is not known here. */
export function conditionsHold(conditions: unknown, context: RequestContext): boolean {
  if (!isRecord(conditions)) return true;
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).every(([key, wanted]) =>
      holds(operator, context.get(key.toLowerCase()) ?? [], listOf(wanted)),
    ),
  );
}

function holds(written: string, actual: readonly string[], wanted: readonly string[]): boolean {
  const [, quantifier = '', operator = '', ifExists = ''] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  if (operator === 'Null') return wanted.includes(String(actual.length === 0));
  const known = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (known === undefined) {
    throw new CloudError('MalformedPolicyDocument', `The local cloud does not know the condition operator ${written}.`);
  }
  // A set operator says by itself what holds of no values at all (IAM User Guide, "Multivalued context keys").
  if (actual.length === 0 && quantifier !== '') return ifExists !== '' || quantifier === 'ForAllValues';
  if (actual.length === 0) return ifExists !== '' || known.negated === true;
  const one = (value: string): boolean => wanted.some((each) => known.test(value, each)) !== (known.negated ?? false);
  return quantifier === 'ForAllValues' ? actual.every(one) : actual.some(one);
}

/** A policy writes one value, or several in a list. */
export function listOf(value: unknown): readonly string[] {
  return [value]
    .flat()
    .filter((each) => each !== undefined)
    .map(String);
}
