import type { Attribute } from '../hcl/ast.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { EMPTY_SCOPE, type Scope } from '../hcl/scope.ts';
import { convert } from '../hcl/values/convert.ts';
import { BOOL, listOf, mapOf, NUMBER, STRING, type Type } from '../hcl/values/types.ts';
import type { Value } from '../hcl/values/value.ts';
import type { Findings } from './findings.ts';

/** An attribute's value as a text; undefined when it is not written, null, unknown or no text (which is reported). */
export function constantText(
  attribute: Attribute | undefined,
  findings: Findings,
  scope: Scope = EMPTY_SCOPE,
): string | undefined {
  return attributeValue(attribute, STRING, findings, scope)?.asString();
}

/** The same for `true` and `false`, and for a text that says one of them. */
export function constantBool(
  attribute: Attribute | undefined,
  findings: Findings,
  scope: Scope = EMPTY_SCOPE,
): boolean | undefined {
  return attributeValue(attribute, BOOL, findings, scope)?.asBool();
}

/** The same for a number. */
export function constantNumber(
  attribute: Attribute | undefined,
  findings: Findings,
  scope: Scope = EMPTY_SCOPE,
): number | undefined {
  return attributeValue(attribute, NUMBER, findings, scope)?.asNumber().toNumber();
}

/** The same for a list of texts; elements that are null or unknown are left out. */
export function constantTexts(
  attribute: Attribute | undefined,
  findings: Findings,
  scope: Scope = EMPTY_SCOPE,
): readonly string[] | undefined {
  return attributeValue(attribute, listOf(STRING), findings, scope)
    ?.asElements()
    .filter((element) => element.isKnown && !element.isNull)
    .map((element) => element.asString());
}

/** Reports what is no map of texts; nobody needs its entries. */
export function checkTextMap(attribute: Attribute | undefined, findings: Findings, scope: Scope = EMPTY_SCOPE): void {
  attributeValue(attribute, mapOf(STRING), findings, scope);
}

function attributeValue(
  attribute: Attribute | undefined,
  type: Type,
  findings: Findings,
  scope: Scope,
): Value | undefined {
  if (attribute === undefined) return undefined;
  const value = findings.take(evaluate(attribute.expression, scope));
  const converted = convert(value, type);
  if (!converted.ok) {
    findings.error({
      code: 'invalid-value',
      summary: `Invalid value for "${attribute.name}"`,
      detail: `${sentence(converted.error.message)}.`,
      subject: attribute.expression.range,
    });
    return undefined;
  }
  return converted.value.isNull || converted.value.isUnknown ? undefined : converted.value;
}

function sentence(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
