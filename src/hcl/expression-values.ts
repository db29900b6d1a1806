import { counted } from '../kernel/counted.ts';
import type { DiagnosticValue } from '../kernel/diagnostics.ts';
import type { Expression } from './expression-ast.ts';
import { references } from './references.ts';
import { findVariable, type Scope } from './scope.ts';
import type { Traversal, TraversalStep } from './static-analysis.ts';
import { type Access, attributeAccess, indexAccess } from './values/index-access.ts';
import { quoteHcl } from './values/inspect.ts';
import { formatNumber } from './values/number.ts';
import { friendlyName } from './values/types.ts';
import { SENSITIVE, Value } from './values/value.ts';

/** What is wrong with a name, or with how something is written, is so whatever the values are. */
const ABOUT_NAMES: ReadonlySet<string> = new Set([
  'unknown-function',
  'unsupported-function',
  'functions-not-allowed',
  'unknown-variable',
  'variables-not-allowed',
  'too-few-arguments',
  'too-many-arguments',
  'ambiguous-key',
]);

/** Whether the values of variables can say why there is an error of this code. */
export function valuesMatter(code: string): boolean {
  return !ABOUT_NAMES.has(code);
}

/** More values than anybody compares with an expression. */
const MAXIMUM_VALUES = 6;
/** A longer text is cut: it is there to be recognised. */
const MAXIMUM_TEXT = 60;

/**
 * What the variables in an expression hold, for people who wonder why it is wrong. Nothing is said of what is sensitive,
 * or not known.
 */
export function valuesIn(expression: Expression, scope: Scope): readonly DiagnosticValue[] {
  const values = new Map<string, string>();
  for (const traversal of references(expression)) {
    const found = lastKnown(traversal, scope);
    if (found === undefined || found.value.isUnknown || found.value.containsMark(SENSITIVE)) continue;
    if (values.size < MAXIMUM_VALUES) values.set(found.name, describe(found.value));
  }
  return Array.from(values, ([name, value]) => ({ expression: name, value }));
}

/** The value at the end of the path, or how far it goes: `var.tags` of `var.tags.nope`. A name alone says nothing. */
function lastKnown(
  { root, steps }: Traversal,
  scope: Scope,
): { readonly name: string; readonly value: Value } | undefined {
  let value = findVariable(scope, root);
  let name = root;
  for (const [index, step] of steps.entries()) {
    if (value === undefined) return undefined;
    const access: Access =
      step.kind === 'attribute' ? attributeAccess(value, step.name) : indexAccess(value, keyValue(step.key));
    // `var` has no such variable: that is said in its own words.
    if (!access.ok) return index === 0 ? undefined : { name, value };
    value = access.value;
    name += stepText(step);
  }
  return value === undefined ? undefined : { name, value };
}

function keyValue(key: string | number): Value {
  return typeof key === 'number' ? Value.number(key) : Value.string(key);
}

function stepText(step: TraversalStep): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  return typeof step.key === 'number' ? `[${step.key}]` : `[${quoteHcl(step.key)}]`;
}

function describe(value: Value): string {
  if (value.isNull) return 'null';
  switch (value.type.kind) {
    case 'string':
      return describeText(value.asString());
    case 'number':
      return cut(formatNumber(value.asNumber()));
    case 'bool':
      return String(value.asBool());
    case 'object': {
      const names = [...value.type.attributes.keys()].slice(0, MAXIMUM_TEXT);
      return names.length === 0 ? 'an object without attributes' : cut(`an object with ${names.join(', ')}`);
    }
    default: {
      const count = value.type.kind === 'map' ? value.asEntries().size : value.asElements().length;
      return `${friendlyName(value.type)} with ${counted(count, 'element')}`;
    }
  }
}

/** Cut before it is quoted: that is work for what is shown only. */
function describeText(text: string): string {
  return cut(quoteHcl(text.slice(0, MAXIMUM_TEXT)) + (text.length > MAXIMUM_TEXT ? '…' : ''));
}

function cut(text: string): string {
  return text.length <= MAXIMUM_TEXT ? text : `${text.slice(0, MAXIMUM_TEXT)}…`;
}
