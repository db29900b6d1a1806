import { type Diagnostic, warningDiagnostic } from '../../kernel/diagnostics.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import type { BuildSelection } from '../build-selection.ts';

/** `-only` and `-except` for JSON templates: names of builders and, for `-except`, of post-processors; no wildcards. */
export class NameSelector {
  readonly #selection: BuildSelection;
  readonly #builders = new Set<string>();
  readonly #postProcessors = new Set<string>();
  #selected = 0;

  constructor(selection: BuildSelection) {
    this.#selection = selection;
  }

  selects(builder: string): boolean {
    const { only, except } = this.#selection;
    this.#builders.add(builder);
    const selected = (only.length === 0 || only.includes(builder)) && !except.includes(builder);
    if (selected) this.#selected += 1;
    return selected;
  }

  /** Whether no builder that was asked about is to be built. */
  get selectsNothing(): boolean {
    return this.#selected === 0;
  }

  drops(postProcessor: string): boolean {
    this.#postProcessors.add(postProcessor);
    return this.#selection.except.includes(postProcessor);
  }

  /** One for each name that there is not. */
  diagnostics(): readonly Diagnostic[] {
    const { only, except } = this.#selection;
    const builders = [...this.#builders];
    const all = [...builders, ...this.#postProcessors];
    return [
      ...only.filter((name) => !builders.includes(name)).map((name) => this.#unmatched('only', name, builders)),
      ...except.filter((name) => !all.includes(name)).map((name) => this.#unmatched('except', name, all)),
    ];
  }

  #unmatched(option: 'only' | 'except', name: string, names: readonly string[]): Diagnostic {
    const builders = [...this.#builders].join(', ');
    const listed = builders === '' ? 'There are no builds.' : `The builds are: ${builders}.`;
    return warningDiagnostic({
      code: 'unmatched-selection',
      summary: `"${option}" names "${name}", which fits no build`,
      detail: `${listed}${didYouMean(name, names)} In a JSON template names are given whole, without wildcards and without the type before them.`,
    });
  }
}
