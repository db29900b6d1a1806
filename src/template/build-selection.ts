import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '../kernel/diagnostics.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { compileBuildPattern } from './build-pattern.ts';

/** What `-only` and `-except` ask for: globs on full build names; `-except` also names post-processors. */
export interface BuildSelection {
  readonly only: readonly string[];
  readonly except: readonly string[];
}

/** Applies a selection and remembers which of its patterns came to something. */
export class BuildSelector {
  readonly #only: readonly Pattern[];
  readonly #except: readonly Pattern[];
  readonly #buildNames: string[] = [];
  readonly #postProcessorNames: string[] = [];
  #selected = 0;

  constructor({ only, except }: BuildSelection) {
    this.#only = only.map((text) => new Pattern(text));
    this.#except = except.map((text) => new Pattern(text));
  }

  /** Whether the build is to run. */
  selects(build: string): boolean {
    this.#buildNames.push(build);
    // Every pattern is tried, so that each knows whether it fits anything.
    const wanted = matching(this.#only, build).length > 0 || this.#only.length === 0;
    const unwanted = matching(this.#except, build).length > 0;
    if (wanted && !unwanted) this.#selected += 1;
    return wanted && !unwanted;
  }

  /** Whether no build so far was one to run. */
  get selectsNothing(): boolean {
    return this.#selected === 0;
  }

  /** Whether `-except` names a post-processor: by its name or, where it has none, its type. */
  drops(postProcessor: string): boolean {
    this.#postProcessorNames.push(postProcessor);
    return matching(this.#except, postProcessor).length > 0;
  }

  /** One for each pattern that can't be read or fits nothing: a typing error, most likely, which would bake too much or nothing. */
  diagnostics(): readonly Diagnostic[] {
    return [
      ...this.#only.filter(({ used }) => !used).map((pattern) => this.#unmatched('only', pattern, this.#buildNames)),
      ...this.#except
        .filter(({ used }) => !used)
        .map((pattern) => this.#unmatched('except', pattern, [...this.#buildNames, ...this.#postProcessorNames])),
    ];
  }

  #unmatched(option: 'only' | 'except', { text, fault }: Pattern, names: readonly string[]): Diagnostic {
    if (fault !== undefined) {
      return errorDiagnostic({
        code: 'invalid-selection',
        summary: `"${option}" has the pattern "${text}", which can't be read`,
        detail: `${fault} A backslash takes the meaning from the character after it.`,
      });
    }
    const known = [...new Set(this.#buildNames)];
    const listed = known.length === 0 ? 'There are no builds.' : `The builds are: ${known.join(', ')}.`;
    return warningDiagnostic({
      code: 'unmatched-selection',
      summary: `"${option}" names "${text}", which fits no build`,
      detail: `${listed}${didYouMean(text, names)} A "*" stands for any characters.`,
    });
  }
}

class Pattern {
  readonly text: string;
  /** What is wrong with it, as a sentence. */
  readonly fault: string | undefined;
  used = false;
  readonly #matches: (name: string) => boolean;

  constructor(text: string) {
    this.text = text;
    const glob = compileBuildPattern(text);
    this.fault = typeof glob === 'string' ? glob : undefined;
    this.#matches = typeof glob === 'string' ? () => false : glob.matches;
  }

  matches(name: string): boolean {
    const matches = name === this.text || this.#matches(name);
    this.used ||= matches;
    return matches;
  }
}

function matching(patterns: readonly Pattern[], name: string): readonly Pattern[] {
  return patterns.filter((pattern) => pattern.matches(name));
}
