import type { Source } from '../../hcl/source.ts';
import { SENSITIVE_DISPLAY, UNKNOWN_DISPLAY } from '../../hcl/values/display.ts';
import type { Diagnosed } from '../../kernel/diagnostics.ts';
import type { TemplateSurroundings } from '../go-template/packer-functions.ts';
import { GoTemplateProblem } from '../go-template/problem.ts';
import type { NotedSecrets } from '../noted-secrets.ts';
import { type NamedText, textProblem, undeclaredVariable, withoutValue } from '../text-problem.ts';
import { TextRenderer } from '../text-renderer.ts';
import type { UserVariableValues } from './user-variables.ts';

/**
 * Renders texts one by one, as Packer's console does with a JSON template: outside of any build, with its variables. What is
 * sensitive is replaced before anything is made of it.
 */
export class SingleTexts {
  /** What may be shown of each variable that has a value, those that were only given included. */
  readonly variables: ReadonlyMap<string, string>;
  readonly #renderer: TextRenderer;

  constructor(
    { values, unknown }: UserVariableValues,
    sensitive: ReadonlySet<string>,
    surroundings: Omit<TemplateSurroundings, 'generated'>,
    noted: NotedSecrets,
  ) {
    const secrets = [...Array.from(sensitive, (name) => values.get(name) ?? ''), ...noted.texts]
      .filter((text) => text !== '')
      .sort((a, b) => b.length - a.length);
    const shown = new Map<string, string>();
    for (const [name, value] of values) {
      const display = sensitive.has(name) ? SENSITIVE_DISPLAY : withoutSecrets(value, secrets);
      shown.set(name, unknown.has(name) ? UNKNOWN_DISPLAY : display);
    }
    this.variables = shown;
    this.#renderer = new TextRenderer({
      ...surroundings,
      announced: [],
      userVariables: { names: shown, value: (name) => shown.get(name) ?? '', sensitive: new Set() },
    });
  }

  /** The names of all functions that there are in `{{ }}`. */
  get functions(): readonly string[] {
    return this.#renderer.functionNames;
  }

  /** What the text of the source comes to, rendered until nothing changes any more. */
  render(source: Source): Diagnosed<string> {
    const text = source.text.slice(source.start);
    const named: NamedText = {
      what: 'this text',
      isSensitive: false,
      place: (part) => ({
        subject: source.range(source.start + (part?.start ?? 0), source.start + (part?.end ?? text.length)),
      }),
    };
    try {
      const undeclared = this.#renderer.undeclaredVariables(text).map((each) => undeclaredVariable(each, named));
      const rendered = this.#renderer.untilStable(text, undefined);
      return {
        value: rendered.text,
        diagnostics: [...undeclared, ...rendered.withoutValue.map((action) => withoutValue(action, text, named))],
      };
    } catch (thrown) {
      if (!(thrown instanceof GoTemplateProblem)) throw thrown;
      return { value: undefined, diagnostics: [textProblem(thrown, named)] };
    }
  }
}

/** A variable that is made of sensitive ones, and is none itself. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, SENSITIVE_DISPLAY), text);
}
