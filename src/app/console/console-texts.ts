import { Source } from '../../hcl/source.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { SingleTexts } from '../../template/legacy/single-texts.ts';
import { CONSOLE_INPUT, type ConsoleResult, type ConsoleSession } from './console-session.ts';

/** A console for texts with `{{ }}` in them, as the older JSON templates have; each is one line. */
export class TextConsole implements ConsoleSession {
  readonly language = 'json';
  readonly diagnostics: readonly Diagnostic[];
  readonly #texts: SingleTexts;

  constructor(texts: SingleTexts, diagnostics: readonly Diagnostic[]) {
    this.#texts = texts;
    this.diagnostics = diagnostics;
  }

  get names(): readonly string[] {
    return [...this.#texts.variables.keys(), ...this.#texts.functions].sort();
  }

  /** Packer's layout, sorted. */
  variableLines(): readonly string[] {
    const lines = Array.from(this.#texts.variables, ([name, shown]) => `${name}: ${shown},`);
    return ['', ...lines.sort(), ''];
  }

  expectsMore(): boolean {
    return false;
  }

  evaluate(text: string): Promise<ConsoleResult> {
    const source = new Source(CONSOLE_INPUT, text.trim());
    return Promise.resolve({ ...this.#texts.render(source), source });
  }
}
