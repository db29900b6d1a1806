import type { OptionText } from '../hcl/decode/options.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { GoTemplateProblem } from './go-template/problem.ts';
import type { GeneratedData } from './plan.ts';
import type { FindSource } from './text-place.ts';
import {
  type NamedText,
  placeIn,
  textProblem,
  undeclaredVariable,
  unknownField,
  withoutValue,
} from './text-problem.ts';
import type { TextRenderer } from './text-renderer.ts';

/** Renders the `{{ }}` in a text as its option is declared, or says where in the text it is wrong. */
export function renderOptionText(
  text: string,
  { path, option, range, sensitive }: OptionText,
  renderer: TextRenderer,
  findSource: FindSource,
  warnings: Diagnostic[],
  generated: GeneratedData | undefined,
): string | Diagnostic {
  const { rendering } = option;
  if (rendering === 'never') return text;
  const named: NamedText = {
    what: `"${path}"`,
    isSensitive: sensitive || renderer.asksForSensitive(text),
    isRenderedTwice: rendering === 'twice',
    place: placeIn(range, text, findSource),
  };
  try {
    warnings.push(...renderer.undeclaredVariables(text).map((each) => undeclaredVariable(each, named)));
    if (typeof rendering === 'object') {
      renderer.check(text);
      const unknown = renderer.unknownFields(text, rendering);
      // At the run there is nobody to heed a warning.
      if (generated === undefined) warnings.push(...unknown.map((each) => unknownField(each, named)));
      return text;
    }
    const rendered = renderer.atPlan(text, generated);
    warnings.push(...rendered.withoutValue.map((action) => withoutValue(action, text, named)));
    return rendered.text;
  } catch (thrown) {
    if (!(thrown instanceof GoTemplateProblem)) throw thrown;
    return textProblem(thrown, named);
  }
}
