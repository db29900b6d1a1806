import { runLoop } from './evaluate-for.ts';
import { asCondition } from './evaluate-operation.ts';
import type { Evaluation } from './evaluation.ts';
import type {
  TemplateExpression,
  TemplateFor,
  TemplateIf,
  TemplateInterpolation,
  TemplatePart,
} from './expression-ast.ts';
import { convert } from './values/convert.ts';
import { STRING, typeWithArticle } from './values/types.ts';
import { type Mark, Value } from './values/value.ts';

/** Longest text that a template may produce, in UTF-16 code units; loops can make much out of little. */
const MAXIMUM_TEXT = 16 * 1024 * 1024;

/** The text so far, with the marks of all that went into it; the text is undefined once a part is not known. */
interface Rendering {
  text: string | undefined;
  readonly marks: Set<Mark>;
}

/** A template (HCL spec, "Templates"); one that is nothing but an interpolation gives that value itself. */
export function evaluateTemplate(expression: TemplateExpression, evaluation: Evaluation): Value {
  const [only] = expression.parts;
  if (expression.parts.length === 1 && only?.kind === 'interpolation') return evaluation.value(only.expression);
  const rendering: Rendering = { text: '', marks: new Set() };
  renderParts(expression.parts, evaluation, rendering);
  const { text, marks } = rendering;
  if (text !== undefined && text.length > MAXIMUM_TEXT) {
    return evaluation.fail({
      code: 'text-too-long',
      summary: 'Text too long',
      detail: `This template gives a text of more than ${MAXIMUM_TEXT} characters.`,
      subject: expression.range,
    });
  }
  return (text === undefined ? Value.unknownOf(STRING) : Value.string(text)).withMarks(marks);
}

function renderParts(parts: readonly TemplatePart[], evaluation: Evaluation, rendering: Rendering): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'literal':
        append(rendering, part.text);
        break;
      case 'interpolation':
        renderInterpolation(part, evaluation, rendering);
        break;
      case 'if':
        renderIf(part, evaluation, rendering);
        break;
      case 'for':
        renderFor(part, evaluation, rendering);
        break;
    }
  }
}

function append(rendering: Rendering, text: string): void {
  if (rendering.text !== undefined && rendering.text.length <= MAXIMUM_TEXT) rendering.text += text;
}

function renderInterpolation(part: TemplateInterpolation, evaluation: Evaluation, rendering: Rendering): void {
  const value = evaluation.value(part.expression);
  for (const mark of value.marks) rendering.marks.add(mark);
  const converted = convert(value, STRING);
  if (converted.ok && !converted.value.isNull) {
    if (converted.value.isUnknown) rendering.text = undefined;
    else append(rendering, converted.value.asString());
    return;
  }
  rendering.text = undefined;
  evaluation.fail({
    code: 'invalid-interpolation',
    summary: "Value that can't be part of a text",
    detail: converted.ok
      ? "This value is null, which can't be put into a text."
      : `Only strings, numbers and bools can be put into a text, but this is ${typeWithArticle(value.type)}. Functions such as join and jsonencode turn collections into text.`,
    subject: part.expression.range,
    context: part.range,
  });
}

/** Errors in the part that is not chosen do not count, as in a conditional. */
function renderIf(part: TemplateIf, evaluation: Evaluation, rendering: Rendering): void {
  const condition = asCondition(evaluation.value(part.condition), part.condition.range, evaluation);
  for (const mark of condition.marks) rendering.marks.add(mark);
  if (condition.isUnknown) rendering.text = undefined;
  else renderParts(condition.asBool() ? part.whenTrue : part.whenFalse, evaluation, rendering);
}

function renderFor(part: TemplateFor, evaluation: Evaluation, rendering: Rendering): void {
  const { unknown, marks } = runLoop(part, evaluation, (turn) => {
    renderParts(part.body, turn, rendering);
    return 'known';
  });
  for (const mark of marks) rendering.marks.add(mark);
  if (unknown) rendering.text = undefined;
}
