import type { Attribute } from '../hcl/ast.ts';
import { evaluate } from '../hcl/evaluator.ts';
import type { Expression, ObjectItem } from '../hcl/expression-ast.ts';
import type { Scope } from '../hcl/scope.ts';
import { keyword, stringLiteral } from '../hcl/static-analysis.ts';
import type { Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { Findings } from './findings.ts';

/**
 * The options that `override = { <source> = { option = value } }` sets for the source of that (local) name, each as an
 * attribute whose expression is evaluated when the options are. `all` are the local names of the build's sources.
 */
export function overridesFor(
  override: Attribute,
  localName: string,
  all: readonly string[],
  scope: Scope,
  findings: Findings,
): readonly Attribute[] {
  const reader = new OverrideReader(scope, findings);
  const sources = reader.entries(override.expression, 'An override');
  for (const { name, nameRange } of sources) {
    if (all.includes(name)) continue;
    findings.warning({
      code: 'unmatched-override',
      summary: `"override" names "${name}", which is no source of this build`,
      detail: `The sources of the build are: ${all.join(', ')}.${didYouMean(name, all)} They are named without their type.`,
      subject: nameRange,
    });
  }
  const own = sources.find(({ name }) => name === localName);
  return own === undefined ? [] : reader.entries(own.expression, `The override for ${localName}`);
}

class OverrideReader {
  readonly #scope: Scope;
  readonly #findings: Findings;

  constructor(scope: Scope, findings: Findings) {
    this.#scope = scope;
    this.#findings = findings;
  }

  entries(expression: Expression, what: string): readonly Attribute[] {
    if (expression.kind === 'parenthesized') return this.entries(expression.expression, what);
    if (expression.kind === 'object') return expression.items.flatMap((item) => this.#written(item));
    return this.#computed(expression, what);
  }

  /** An entry of an object that is written out: its value keeps its own place for messages. */
  #written({ key, value }: ObjectItem): readonly Attribute[] {
    const name = key.kind === 'name' ? key.name : this.#key(key.expression);
    return name === undefined ? [] : [attribute(name, key.range, value)];
  }

  #key(expression: Expression): string | undefined {
    const literal = stringLiteral(expression) ?? keyword(expression);
    if (literal !== undefined) return literal;
    const value = this.#findings.take(evaluate(expression, this.#scope));
    return value.isKnown && !value.isNull && value.type.kind === 'string' ? value.asString() : undefined;
  }

  /** An object that comes of an expression, such as `var.overrides` or a `for`: only its names are asked for here. */
  #computed(expression: Expression, what: string): readonly Attribute[] {
    const value = this.#findings.take(evaluate(expression, this.#scope));
    if (value.isKnown && value.isNull) return [];
    const { range } = expression;
    if (!isObject(value)) {
      this.#findings.error({
        code: 'invalid-override',
        summary: 'Invalid override',
        detail: `${what} has to be an object that is known before the build: override = { ubuntu = { option = value } }.`,
        subject: range,
      });
      return [];
    }
    return Array.from(value.asEntries(), ([name]) =>
      attribute(name, range, {
        kind: 'access',
        target: expression,
        steps: [{ kind: 'attribute', name, range }],
        range,
      }),
    );
  }
}

function isObject(value: Value): boolean {
  return value.isKnown && !value.isNull && (value.type.kind === 'object' || value.type.kind === 'map');
}

function attribute(name: string, nameRange: SourceRange, expression: Expression): Attribute {
  const { filename } = nameRange;
  return {
    kind: 'attribute',
    name,
    nameRange,
    equalsRange: { filename, start: nameRange.end, end: nameRange.end },
    expression,
    range: { filename, start: nameRange.start, end: expression.range.end },
  };
}
