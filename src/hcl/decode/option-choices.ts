import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { AttributeOption } from '../../kernel/schema.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import { didYouMean } from '../../kernel/suggestion.ts';

/** Whether a value, or each of a list, is among those that its option takes. Of a secret nothing is quoted. */
export function checkChoices(
  name: string,
  { choices }: AttributeOption,
  data: unknown,
  secret: boolean,
  subject: SourceRange,
): readonly Diagnostic[] {
  if (choices === undefined) return [];
  const given: readonly unknown[] = Array.isArray(data) ? data : [data];
  const wrong = given.filter((each) => typeof each === 'string').filter((each) => !choices.includes(each));
  return wrong.map((each) => {
    const shown = secret ? 'This value' : JSON.stringify(each);
    const suggested = secret ? '' : didYouMean(each, choices);
    return errorDiagnostic({
      code: 'invalid-option-value',
      summary: `Invalid value for "${name}"`,
      detail: `${shown} is not one of the values that "${name}" can have: ${choices.join(', ')}.${suggested}`,
      subject,
    });
  });
}
