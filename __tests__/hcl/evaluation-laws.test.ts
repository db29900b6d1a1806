import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../src/hcl/evaluator.ts';
import type { Expression } from '../../src/hcl/expression-ast.ts';
import { loadFunctions } from '../../src/hcl/functions/table.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { toJson } from '../../src/hcl/values/json.ts';
import { isPrimitive } from '../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../src/hcl/values/value.ts';
import { hasErrors } from '../../src/kernel/diagnostics.ts';
import { describeValue } from './describe-value.ts';
import { fakeEnvironment } from './functions/fake-environment.ts';
import { typedExpressions, VARIABLES } from './random-typed-expressions.ts';
import { valuesOf } from './values/random-types.ts';

const functions = await loadFunctions(fakeEnvironment());
const NAMES = Object.keys(VARIABLES);

const valuesByName = new Map(Object.entries(VARIABLES).map(([name, type]) => [name, valuesOf(type).filter(isWhole)]));
const scopes = fc.record(Object.fromEntries(valuesByName)).map((scope) => new Map(Object.entries(scope)));

/** Neither null nor unknown, anywhere: what is wrong in a part that does not count would count in these laws. */
function isWhole(value: Value): boolean {
  return !value.isNull && value.isWhollyKnown() && (value.depth === 0 || value.children().every(isWhole));
}

/** A scope, and one of its variables with another value for it. */
const changes = fc.constantFrom(...NAMES).chain((name) =>
  fc.record({
    name: fc.constant(name),
    other: valuesByName.get(name) ?? fc.constant(Value.bool(true)),
    scope: scopes,
  }),
);

const expressions = typedExpressions.map(parsed);
/**
 * Without what passes over a failure (`try`, `can`, the result that a conditional does not choose, the right side of
 * `&&` and `||`): whether something fails may depend on a secret, and what comes of the rest then is not one.
 */
const unfailing = typedExpressions.filter((text) => !/\b(?:try|can)\(|[?]|&&|[|][|]/.test(text)).map(parsed);

function parsed(text: string): Expression {
  const { value } = parseExpression(text, 'law');
  if (value === undefined) throw new Error(`Not an expression: ${text}`);
  return value;
}

/** Undefined where it is wrong. */
function result(expression: Expression, variables: ReadonlyMap<string, Value>): Value | undefined {
  const table = { ...functions, environment: fakeEnvironment() };
  const { value, diagnostics } = evaluate(expression, { variables, functions: table });
  return hasErrors(diagnostics) ? undefined : value;
}

const shown = (value: Value | undefined): string =>
  value === undefined ? 'error' : describeValue(value.unmarkDeep().value);

/** A list or a tuple: what a conditional gives depends on the type of its other result, too. */
const content = (value: Value): string => (value.isWhollyKnown() ? toJson(value) : describeValue(value));

/** What is not sensitive of a value. */
function publicPart(value: Value): string {
  if (value.marks.has(SENSITIVE)) return 'S';
  if (value.isUnknown || value.isNull || value.depth === 0) return describeValue(value);
  const keys = 'attributes' in value.type || value.type.kind === 'map' ? [...value.asEntries().keys()] : [];
  return `${value.type.kind}(${keys.join()}; ${value.children().map(publicPart).join()})`;
}

describe('an expression', () => {
  it('comes to something mostly, in these tests', () => {
    const tried = fc.sample(fc.tuple(expressions, scopes), { numRuns: 500, seed: 7 });
    const worth = tried.filter(([expression, scope]) => result(expression, scope) !== undefined);
    expect(worth.length).toBeGreaterThan(200);
  });

  it('comes to the same when a variable is sensitive', () => {
    fc.assert(
      fc.property(expressions, changes, (expression, { name, scope, other }) => {
        const marked = new Map(scope).set(name, (scope.get(name) ?? other).withMarks([SENSITIVE]));
        expect(shown(result(expression, marked))).toBe(shown(result(expression, scope)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows nothing of what a sensitive variable is in what is not sensitive of its value', () => {
    fc.assert(
      fc.property(unfailing, changes, (expression, { name, scope, other }) => {
        const secret = (value: Value): Map<string, Value> => new Map(scope).set(name, value.withMarks([SENSITIVE]));
        const one = result(expression, secret(scope.get(name) ?? other));
        const two = result(expression, secret(other));
        if (one !== undefined && two !== undefined) expect(publicPart(two)).toBe(publicPart(one));
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes to what could be said of it while a variable was unknown', () => {
    fc.assert(
      fc.property(unfailing, changes, (expression, { name, scope, other }) => {
        const now = result(expression, scope);
        const replaced = scope.get(name) ?? other;
        if (now === undefined) return;
        const before = result(expression, new Map(scope).set(name, Value.unknownOf(replaced.type)));
        if (before === undefined) expect('an error').toBe(shown(now));
        else if (before.isWhollyKnown()) expect(content(before)).toBe(content(now));
        else if (isPrimitive(before.type)) expect(now.type).toEqual(before.type);
      }),
      { numRuns: 1_000 },
    );
  });
});
