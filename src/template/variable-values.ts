import { evaluate } from '../hcl/evaluator.ts';
import { parseExpression } from '../hcl/parser.ts';
import { EMPTY_SCOPE, type Scope } from '../hcl/scope.ts';
import { convert } from '../hcl/values/convert.ts';
import { quoted } from '../hcl/values/display.ts';
import { inspect } from '../hcl/values/inspect.ts';
import { describePath } from '../hcl/values/path.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { SENSITIVE, Value } from '../hcl/values/value.ts';
import { hasErrors } from '../kernel/diagnostics.ts';
import type { Findings } from './findings.ts';
import { type Assignment, giver } from './variable-assignments.ts';
import type { VariableDeclaration } from './variable-declarations.ts';
import { validateValue } from './variable-validation.ts';

/** A longer value is cut: it is there to be recognised. */
const MAXIMUM_SHOWN = 100;

export interface VariableValues {
  /** Of each variable; unknown where it is wrong or missing, so that the rest of the template is still checked. */
  readonly values: ReadonlyMap<string, Value>;
  /** Values of the right type that a condition refuses, for those who look at the template. */
  readonly refused: ReadonlyMap<string, Value>;
}

/**
 * The value of each variable: the last of `assignments` (in the order in which later ones win) that names it, else its
 * default. What is wrong with a value, or missing, is reported. `scope` holds the functions that conditions may call.
 */
export function variableValues(
  declarations: ReadonlyMap<string, VariableDeclaration>,
  assignments: readonly Assignment[],
  scope: Scope,
  findings: Findings,
): VariableValues {
  const given = new Map<string, { readonly value: Value | undefined; readonly assignment: Assignment }>();
  for (const assignment of assignments) {
    const declaration = declarations.get(assignment.name);
    if (declaration === undefined) continue;
    given.set(assignment.name, { value: typedValue(assignment, declaration, findings), assignment });
  }
  const values = new Map<string, Value>();
  const refused = new Map<string, Value>();
  for (const [name, declaration] of declarations) {
    const assigned = given.get(name);
    const value = assigned === undefined ? declaration.fallback : assigned.value;
    if (value === undefined && assigned === undefined) reportUnset(declaration, findings);
    const marked = (each: Value): Value => (declaration.sensitive ? each.withMarks([SENSITIVE]) : each);
    const fits = value?.isKnown && validateValue(declaration, value, assigned?.assignment, scope, findings);
    values.set(name, marked(value !== undefined && fits ? value : Value.unknownOf(DYNAMIC)));
    if (value !== undefined && !fits) refused.set(name, marked(value));
  }
  return { values, refused };
}

/** The value, converted to the variable's type; undefined when that fails, which is reported. */
function typedValue(assignment: Assignment, declaration: VariableDeclaration, findings: Findings): Value | undefined {
  const { given, range } = assignment;
  const raw = 'value' in given ? given.value : textValue(given.text, assignment, declaration, findings);
  if (raw === undefined) return undefined;
  const converted = convert(raw, declaration.type);
  if (converted.ok) return converted.value;
  const { path, message } = converted.error;
  findings.error({
    code: 'invalid-variable-value',
    summary: `Invalid value for variable "${declaration.name}"`,
    detail: `The value ${shown(assignment, declaration)}from ${giver(assignment)} does not fit: ${describePath(path)}${path.length > 0 ? ': ' : ''}${message}.`,
    subject: range ?? declaration.range,
  });
  return undefined;
}

/** Text is itself for a variable of type string, number or any; for every other type it is an HCL expression. */
function textValue(
  text: string,
  assignment: Assignment,
  declaration: VariableDeclaration,
  findings: Findings,
): Value | undefined {
  const { name, type, range, sensitive } = declaration;
  if (type.kind === 'string' || type.kind === 'number' || type.kind === 'dynamic') return Value.string(text);
  const parsed = parseExpression(text, `<value of ${name}>`);
  const result = parsed.value === undefined ? undefined : evaluate(parsed.value, EMPTY_SCOPE);
  const problems = [...parsed.diagnostics, ...(result?.diagnostics ?? [])];
  if (result !== undefined && !hasErrors(problems)) return result.value;
  // What is said about the text may show a part of it.
  const reason = sensitive ? '.' : `: ${problems[0]?.detail ?? 'it is empty.'}`;
  findings.error({
    code: 'invalid-variable-value',
    summary: `Invalid value for variable "${name}"`,
    detail: `The value ${shown(assignment, declaration)}from ${giver(assignment)} can't be read as HCL${reason} A value of this type is written as in a template, for example ${exampleOf(type.kind)}.`,
    subject: range,
  });
  return undefined;
}

function exampleOf(kind: string): string {
  if (kind === 'bool') return 'true';
  return kind === 'map' || kind === 'object' ? '{ key = "value" }' : '["a", "b"]';
}

/** The value, for people, with a blank behind it; nothing of one that is sensitive. */
function shown({ given }: Assignment, { sensitive }: VariableDeclaration): string {
  if (sensitive) return '';
  const text = 'value' in given ? inspect(given.value) : quoted(given.text);
  return `${text.length <= MAXIMUM_SHOWN ? text : `${text.slice(0, MAXIMUM_SHOWN)}…`} `;
}

function reportUnset({ name, range }: VariableDeclaration, findings: Findings): void {
  findings.error({
    code: 'unset-variable',
    summary: `Unset variable "${name}"`,
    detail: `The variable has no default, and no value was given. Give one in the input vars (or with -var ${name}=VALUE), in a variable file, or in the environment as PKR_VAR_${name}; or give the variable a default.`,
    subject: range,
  });
}
