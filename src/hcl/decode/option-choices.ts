import { type Diagnostic, errorDiagnostic, notYetDiagnostic } from '../../kernel/diagnostics.ts';
import type { AttributeOption } from '../../kernel/schema.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import { didYouMean } from '../../kernel/suggestion.ts';

/** Whether a value, or each of a list, is among those that its option takes. Of a secret nothing is quoted. */
export function checkChoices(
  name: string,
  { choices, choicesNotYet = {} }: AttributeOption,
  data: unknown,
  secret: boolean,
  subject: SourceRange,
): readonly Diagnostic[] {
  if (choices === undefined) return [];
  const given: readonly unknown[] = Array.isArray(data) ? data : [data];
  const wrong = given.filter((each) => typeof each === 'string').filter((each) => !choices.includes(each));
  return wrong.map((each) => {
    const instead = Object.hasOwn(choicesNotYet, each) ? choicesNotYet[each] : undefined;
    if (instead !== undefined) {
      const summary = `${secret ? `This ${name}` : `${name} = ${JSON.stringify(each)}`} does not work yet`;
      const detail = secret ? `Use another one: ${choices.join(', ')}.` : instead;
      return notYetDiagnostic({ code: 'value-not-yet', summary, detail, subject });
    }
    const shown = secret ? 'This value' : JSON.stringify(each);
    const named = [...choices, ...Object.keys(choicesNotYet)];
    const suggested = secret ? '' : didYouMean(each, named);
    return errorDiagnostic({
      code: 'invalid-option-value',
      summary: `Invalid value for "${name}"`,
      detail: `${shown} is not one of the values that "${name}" can have: ${named.join(', ')}.${suggested}`,
      subject,
    });
  });
}
