import type { Block } from '../hcl/ast.ts';
import { evaluate } from '../hcl/evaluator.ts';
import type { Expression } from '../hcl/expression-ast.ts';
import { valuesIn } from '../hcl/expression-values.ts';
import { references } from '../hcl/references.ts';
import { childScope, type Scope } from '../hcl/scope.ts';
import { convert } from '../hcl/values/convert.ts';
import { BOOL } from '../hcl/values/types.ts';
import { SENSITIVE, Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { contentOf } from './block-content.ts';
import { constantText } from './constants.ts';
import type { Findings } from './findings.ts';
import { type Assignment, giver } from './variable-assignments.ts';

/** `validation { condition = …, error_message = "…" }`. */
export interface ValidationRule {
  readonly condition: Expression;
  readonly message: string;
}

const SHAPE = {
  attributes: [
    { name: 'condition', required: true },
    { name: 'error_message', required: true },
  ],
  blocks: [],
};

/** Reads a rule of the variable `name`; undefined when it can't be used. */
export function readValidation(block: Block, name: string, findings: Findings): ValidationRule | undefined {
  const { attributes } = contentOf(block.body, SHAPE, findings, block.headerRange);
  const condition = attributes.get('condition')?.expression;
  const messageAttribute = attributes.get('error_message');
  if (condition === undefined || messageAttribute === undefined) return undefined;
  const message = constantText(messageAttribute, findings);
  if (message === undefined) return undefined;
  if (!isSentence(message)) {
    findings.error({
      code: 'invalid-validation',
      summary: 'Invalid validation error message',
      detail:
        'The error message has to be a whole English sentence: it begins with a capital letter and ends with a full stop, a question mark or an exclamation mark.',
      subject: messageAttribute.expression.range,
    });
  }
  return looksAtItself(condition, name, findings) ? { condition, message } : undefined;
}

/** Whether a value fits the rules of its variable. `given` is what gives it; undefined: it is the default. */
export function validateValue(
  variable: {
    readonly name: string;
    readonly sensitive: boolean;
    readonly validations: readonly ValidationRule[];
    readonly range: SourceRange;
  },
  value: Value,
  given: Assignment | undefined,
  scope: Scope,
  findings: Findings,
): boolean {
  // What is wrong with a condition is told with the values in it.
  const marked = variable.sensitive ? value.withMarks([SENSITIVE]) : value;
  const own = childScope(scope, [['var', Value.object({ [variable.name]: marked })]]);
  let fits = true;
  for (const { condition, message } of variable.validations) {
    const verdict = convert(findings.take(evaluate(condition, own)), BOOL);
    if (!verdict.ok || verdict.value.isNull) {
      findings.error({
        code: 'invalid-validation',
        summary: 'Invalid variable validation result',
        detail: 'A condition has to give true or false.',
        subject: condition.range,
      });
      fits = false;
    } else if (verdict.value.isKnown && !verdict.value.unmark().value.asBool()) {
      const { filename, start } = condition.range;
      const values = valuesIn(condition, own);
      findings.error({
        code: 'invalid-variable-value',
        summary: `Invalid value for variable "${variable.name}"`,
        detail: `${message} (${given === undefined ? 'The' : `The value is from ${giver(given)}; the`} condition is at ${filename}:${start.line}.)`,
        subject: given?.range ?? variable.range,
        ...(values.length > 0 && { values }),
      });
      fits = false;
    }
  }
  return fits;
}

/** A condition is about its own variable and no other. */
function looksAtItself(condition: Expression, name: string, findings: Findings): boolean {
  const used = references(condition);
  // Packer takes no var["name"] here.
  const isOwn = ({ root, steps: [first] }: (typeof used)[number]): boolean =>
    root === 'var' && first?.kind === 'attribute' && first.name === name;
  const other = used.find((reference) => !isOwn(reference));
  if (other === undefined && used.length > 0) return true;
  findings.error({
    code: 'invalid-validation',
    summary: `Invalid condition in the validation of variable "${name}"`,
    detail: `The condition has to look at var.${name}, and at no other variable or value.`,
    subject: other?.range ?? condition.range,
  });
  return false;
}

function isSentence(message: string): boolean {
  const text = message.trim();
  const first = text.charAt(0);
  return first.toUpperCase() === first && /[.?!]$/.test(text);
}
