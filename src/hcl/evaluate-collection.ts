import type { SourceRange } from '../kernel/source-range.ts';
import { type Evaluation, NOTHING_KNOWN } from './evaluation.ts';
import type { ObjectExpression, ObjectKey, TupleExpression } from './expression-ast.ts';
import { staticTraversal } from './static-analysis.ts';
import { convert } from './values/convert.ts';
import { STRING } from './values/types.ts';
import { type Mark, Value } from './values/value.ts';

export function evaluateTuple(expression: TupleExpression, evaluation: Evaluation): Value {
  return Value.tuple(expression.items.map((item) => evaluation.value(item)));
}

/**
 * An object; of a name that is written twice the last one counts, as in HashiCorp's implementation. In JSON it is an error
 * (HCL JSON spec, "Objects").
 */
export function evaluateObject(expression: ObjectExpression, evaluation: Evaluation): Value {
  const entries: [string, Value][] = [];
  const marks = new Set<Mark>();
  let known = true;
  const names = new Set<string>();
  for (const item of expression.items) {
    const key = evaluateKey(item.key, evaluation);
    const value = evaluation.value(item.value);
    for (const mark of key.marks) marks.add(mark);
    if (key.isUnknown) {
      known = false;
      continue;
    }
    const name = key.asString();
    if (isJson(item.key) && names.has(name)) reportDuplicate(key, item.key.range, evaluation);
    else entries.push([name, value]);
    names.add(name);
  }
  return (known ? Value.object(entries) : NOTHING_KNOWN).withMarks(marks);
}

function isJson(key: ObjectKey): boolean {
  return key.kind === 'expression' && key.expression.kind === 'json-string';
}

function reportDuplicate(key: Value, subject: SourceRange, evaluation: Evaluation): void {
  const name = key.isSensitive ? 'of this name, which is sensitive,' : `"${key.asString()}"`;
  evaluation.fail({
    code: 'duplicate-key',
    summary: 'Property written twice',
    detail: `The object has a property ${name} already. Each may be there only once.`,
    subject,
  });
}

function evaluateKey(key: ObjectKey, evaluation: Evaluation): Value {
  if (key.kind === 'name') return Value.string(key.name);
  const { expression, range } = key;
  if (expression.kind === 'json-string') return asKey(evaluation.value(expression), range, evaluation);
  const traversal = staticTraversal(expression);
  if (traversal !== undefined && traversal.steps.length > 0) {
    return evaluation.fail({
      code: 'ambiguous-key',
      summary: 'Ambiguous key',
      detail:
        'Is this a name that has a dot, or a reference? Put it in double quotes for a name, or in parentheses for a reference.',
      subject: range,
    });
  }
  if (traversal !== undefined) return Value.string(traversal.root);
  return asKey(evaluation.value(expression), range, evaluation);
}

/** Turns what names an item of an object into a string that is not null, or into an unknown one. */
export function asKey(value: Value, range: SourceRange, evaluation: Evaluation): Value {
  const converted = convert(value, STRING);
  if (converted.ok && !converted.value.isNull) return converted.value;
  return evaluation.fail({
    code: 'invalid-key',
    summary: 'Invalid key',
    detail: converted.ok
      ? 'A key must be a string, but this value is null.'
      : `This value can't be a key: ${converted.error.message}.`,
    subject: range,
  });
}
