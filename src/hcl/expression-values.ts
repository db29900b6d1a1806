import type { DiagnosticValue } from '../kernel/diagnostics.ts';
import type { Expression } from './ast.ts';
import { references } from './references.ts';
import { findVariable, type Scope } from './scope.ts';
import type { Traversal } from './static-analysis.ts';
import { type Access, attributeAccess, indexAccess } from './values/index-access.ts';
import { quoteHcl } from './values/inspect.ts';
import { formatNumber } from './values/number.ts';
import { friendlyName } from './values/types.ts';
import { SENSITIVE, Value } from './values/value.ts';

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
    const value = valueAt(traversal, scope);
    if (value === undefined || value.isUnknown || value.containsMark(SENSITIVE)) continue;
    if (values.size < MAXIMUM_VALUES) values.set(written(traversal), describe(value));
  }
  return Array.from(values, ([name, value]) => ({ expression: name, value }));
}

function valueAt({ root, steps }: Traversal, scope: Scope): Value | undefined {
  let value = findVariable(scope, root);
  for (const step of steps) {
    if (value === undefined) return undefined;
    const access: Access =
      step.kind === 'attribute' ? attributeAccess(value, step.name) : indexAccess(value, keyValue(step.key));
    value = access.ok ? access.value : undefined;
  }
  return value;
}

function keyValue(key: string | number): Value {
  return typeof key === 'number' ? Value.number(key) : Value.string(key);
}

function written({ root, steps }: Traversal): string {
  const parts = steps.map((step) => {
    if (step.kind === 'attribute') return `.${step.name}`;
    return typeof step.key === 'number' ? `[${step.key}]` : `[${quoteHcl(step.key)}]`;
  });
  return root + parts.join('');
}

function describe(value: Value): string {
  if (value.isNull) return 'null';
  switch (value.type.kind) {
    case 'string':
      return cut(quoteHcl(value.asString()));
    case 'number':
      return cut(formatNumber(value.asNumber()));
    case 'bool':
      return String(value.asBool());
    case 'object': {
      const names = [...value.asEntries().keys()];
      return names.length === 0 ? 'an object without attributes' : cut(`an object with ${names.join(', ')}`);
    }
    default: {
      const count = value.children().length;
      return `${friendlyName(value.type)} with ${count} ${count === 1 ? 'element' : 'elements'}`;
    }
  }
}

function cut(text: string): string {
  return text.length <= MAXIMUM_TEXT ? text : `${text.slice(0, MAXIMUM_TEXT)}…`;
}
