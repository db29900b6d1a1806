import type { OptionText } from '../hcl/decode/options.ts';
import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '../kernel/diagnostics.ts';
import { GoTemplateProblem } from './go-template/problem.ts';
import type { GeneratedData } from './plan.ts';
import type { FindSource } from './text-place.ts';
import { type NamedText, spanInText, textProblem } from './text-problem.ts';
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
    text,
    what: `"${path}"`,
    range,
    isSensitive: sensitive || renderer.asksForSensitive(text),
  };
  try {
    for (const { name, span, suggestion } of renderer.undeclaredVariables(text)) {
      warnings.push(
        warningDiagnostic({
          code: 'undeclared-variable',
          summary: `There is no variable "${name}"`,
          detail: `Neither the template nor whoever gave values knows a variable of that name, so nothing takes its place in "${path}", as in Packer.${suggestion}`,
          ...spanInText(span, named, findSource),
        }),
      );
    }
    if (rendering === 'run') {
      renderer.check(text);
      return text;
    }
    const { text: rendered, withoutValue } = renderer.atPlan(text, generated);
    for (const span of withoutValue) {
      warnings.push(
        warningDiagnostic({
          code: 'no-template-value',
          summary: 'A {{ }} action without a value',
          detail: `Nothing of that name is known in "${path}", so the text "<no value>" takes its place, as in Packer. To keep the two braces as they are, write {{ "{{" }}.`,
          ...spanInText(span, named, findSource),
        }),
      );
    }
    return rendered;
  } catch (thrown) {
    if (!(thrown instanceof GoTemplateProblem)) throw thrown;
    return errorDiagnostic(textProblem(thrown, named, findSource));
  }
}
