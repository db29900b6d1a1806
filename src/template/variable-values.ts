import { evaluate } from '../hcl/evaluator.ts';
import { parseExpression } from '../hcl/parser.ts';
import { EMPTY_SCOPE, type Scope } from '../hcl/scope.ts';
import { convert } from '../hcl/values/convert.ts';
import { describePath } from '../hcl/values/path.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { SENSITIVE, Value } from '../hcl/values/value.ts';
import { hasErrors } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Findings } from './findings.ts';
import type { Assignment } from './variable-assignments.ts';
import type { VariableDeclaration } from './variable-declarations.ts';
import { validateValue } from './variable-validation.ts';

/**
 * The value of each variable: the last of `assignments` (in the order in which later ones win) that names it, else its
 * default. What is wrong with a value, or missing, is reported, and the value unknown then, so that the rest of the
 * template is still checked. `scope` holds the functions that conditions may call.
 */
export function variableValues(
  declarations: ReadonlyMap<string, VariableDeclaration>,
  assignments: readonly Assignment[],
  scope: Scope,
  findings: Findings,
): ReadonlyMap<string, Value> {
  const given = new Map<string, { readonly value: Value | undefined; readonly range: SourceRange | undefined }>();
  for (const assignment of assignments) {
    const declaration = declarations.get(assignment.name);
    if (declaration === undefined) continue;
    given.set(assignment.name, { value: typedValue(assignment, declaration, findings), range: assignment.range });
  }
  const values = new Map<string, Value>();
  for (const [name, declaration] of declarations) {
    const assigned = given.get(name);
    const value = assigned === undefined ? declaration.fallback : assigned.value;
    if (value === undefined && assigned === undefined) reportUnset(declaration, findings);
    const fits = value?.isKnown && validateValue(declaration, value, assigned?.range, scope, findings);
    const known = value !== undefined && fits ? value : Value.unknownOf(DYNAMIC);
    values.set(name, declaration.sensitive ? known.withMarks([SENSITIVE]) : known);
  }
  return values;
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
    detail: `The value given ${giver(assignment)} does not fit: ${describePath(path)}${path.length > 0 ? ': ' : ''}${message}.`,
    subject: range ?? declaration.range,
  });
  return undefined;
}

/** Text is itself for a variable of type string, number or any; for every other type it is an HCL expression. */
function textValue(
  text: string,
  assignment: Assignment,
  { name, type, range, sensitive }: VariableDeclaration,
  findings: Findings,
): Value | undefined {
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
    detail: `The value given ${giver(assignment)} can't be read as HCL${reason} A value of this type is written as in a template, for example ${exampleOf(type.kind)}.`,
    subject: range,
  });
  return undefined;
}

function exampleOf(kind: string): string {
  if (kind === 'bool') return 'true';
  return kind === 'map' || kind === 'object' ? '{ key = "value" }' : '["a", "b"]';
}

function giver({ name, origin }: Assignment): string {
  return {
    environment: `in the environment (PKR_VAR_${name})`,
    file: 'here',
    command: `for "${name}" on the command line or in the inputs`,
  }[origin];
}

function reportUnset({ name, range }: VariableDeclaration, findings: Findings): void {
  findings.error({
    code: 'unset-variable',
    summary: `Unset variable "${name}"`,
    detail: `The variable has no default, and no value was given. Give one in the input vars (or with -var ${name}=VALUE), in a variable file, or in the environment as PKR_VAR_${name}; or give the variable a default.`,
    subject: range,
  });
}
