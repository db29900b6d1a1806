import type { SourceRange } from '../kernel/source-range.ts';
import { asKey } from './evaluate-collection.ts';
import { asCondition } from './evaluate-operation.ts';
import { type Evaluation, NOTHING_KNOWN } from './evaluation.ts';
import type { Expression, ForObjectExpression, ForTupleExpression, Name } from './expression-ast.ts';
import { childScope } from './scope.ts';
import { isIterable, iterate } from './values/iterate.ts';
import { typeWithArticle } from './values/types.ts';
import { type Mark, Value } from './values/value.ts';

interface Loop {
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

/** What a loop went over: `unknown` when that can't be told, or when one turn failed. Marks are for the result. */
export interface LoopOutcome {
  readonly unknown: boolean;
  readonly marks: Set<Mark>;
  /** Marks of the collection itself: in the loop its elements bear them too. */
  readonly ofCollection: ReadonlySet<Mark>;
}

/** What one turn of a loop comes to: whether it is known as far as the loop as a whole depends on it. */
type Turn = (turn: Evaluation, marks: Set<Mark>) => 'known' | 'unknown';

export function evaluateForTuple(expression: ForTupleExpression, evaluation: Evaluation): Value {
  const results: Value[] = [];
  const { unknown, marks, ofCollection } = runLoop(expression, evaluation, (turn, marks) => {
    const wanted = isWanted(expression.condition, turn, marks);
    if (wanted === 'yes') results.push(turn.value(expression.value));
    return wanted === 'unknown' ? 'unknown' : 'known';
  });
  return (unknown ? NOTHING_KNOWN : Value.tuple(results.map((each) => each.withoutMarks(ofCollection)))).withMarks(
    marks,
  );
}

export function evaluateForObject(expression: ForObjectExpression, evaluation: Evaluation): Value {
  const groups = new Map<string, Value[]>();
  const { unknown, marks, ofCollection } = runLoop(expression, evaluation, (turn, marks) => {
    const wanted = isWanted(expression.condition, turn, marks);
    if (wanted !== 'yes') return wanted === 'unknown' ? 'unknown' : 'known';
    const key = asKey(turn.value(expression.key), expression.key.range, turn);
    for (const mark of key.marks) marks.add(mark);
    const value = turn.value(expression.value);
    if (key.isUnknown) return 'unknown';
    const name = key.asString();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else if (expression.grouping) group.push(value);
    else reportDuplicate(expression, key, turn);
    return 'known';
  });
  if (unknown) return NOTHING_KNOWN.withMarks(marks);
  const entries = Array.from(groups, ([name, values]): [string, Value] => {
    const own = values.map((each) => each.withoutMarks(ofCollection));
    return [name, expression.grouping ? Value.tuple(own) : (own[0] ?? NOTHING_KNOWN)];
  });
  return Value.object(entries).withMarks(marks);
}

function reportDuplicate(expression: ForObjectExpression, key: Value, turn: Evaluation): void {
  const name = key.isSensitive ? 'the same key, which is sensitive' : `the key ${JSON.stringify(key.asString())}`;
  turn.fail({
    code: 'duplicate-key',
    summary: 'Duplicate key',
    detail: `Two elements give ${name}. If that is expected, write "..." after the value to collect the values of each key into a list.`,
    subject: expression.key.range,
    context: expression.range,
  });
}

function isWanted(condition: Expression | undefined, turn: Evaluation, marks: Set<Mark>): 'yes' | 'no' | 'unknown' {
  if (condition === undefined) return 'yes';
  const value = asCondition(turn.value(condition), condition.range, turn);
  for (const mark of value.marks) marks.add(mark);
  if (value.isUnknown) return 'unknown';
  return value.asBool() ? 'yes' : 'no';
}

/** Goes over a collection with the loop's variables in scope; stops at the first turn that has errors. */
export function runLoop(loop: Loop, evaluation: Evaluation, run: Turn): LoopOutcome {
  const collection = evaluation.value(loop.collection);
  const ofCollection = collection.marks;
  const marks = new Set(ofCollection);
  if (!canIterate(collection, loop.collection.range, evaluation)) return { unknown: true, marks, ofCollection };
  let unknown = false;
  for (const { key, value } of iterate(collection.unmark().value)) {
    // A body of nothing but text has no parts that would be accounted for.
    evaluation.budget.spendSteps(1);
    // What is said against an element must not quote it where the collection is sensitive.
    const variables: [string, Value][] = [[loop.valueName.text, value.withMarks(ofCollection)]];
    if (loop.keyName !== undefined) variables.unshift([loop.keyName.text, key.withMarks(ofCollection)]);
    const turn = evaluation.within(childScope(evaluation.scope, variables));
    if (run(turn, marks) === 'unknown') unknown = true;
    evaluation.report(turn.diagnostics);
    if (turn.diagnostics.length > 0) return { unknown: true, marks, ofCollection };
  }
  return { unknown, marks, ofCollection };
}

/** Whether a value can be gone over here and now; reports why when it never can. */
function canIterate(value: Value, range: SourceRange, evaluation: Evaluation): boolean {
  if (value.isNull) {
    evaluation.fail({
      code: 'null-value',
      summary: 'Iteration over null value',
      detail: 'This value is null, so there is nothing that "for" could go over.',
      subject: range,
    });
    return false;
  }
  if (value.type.kind === 'dynamic') return false;
  if (!isIterable(value)) {
    evaluation.fail({
      code: 'not-iterable',
      summary: 'Iteration over a value that is no collection',
      detail: `"for" goes over lists, sets, tuples, maps and objects, but this is ${typeWithArticle(value.type)}.`,
      subject: range,
    });
    return false;
  }
  return !value.isUnknown;
}
