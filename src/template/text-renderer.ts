import { BakeError } from '../kernel/errors.ts';
import { evaluateGoTemplate, type Rendered } from './go-template/evaluator.ts';
import { packerTemplateFunctions, type TemplateSurroundings } from './go-template/packer-functions.ts';
import { parseGoTemplate } from './go-template/parser.ts';
import { GoTemplateProblem } from './go-template/problem.ts';
import type { GeneratedData, RenderTemplate } from './plan.ts';

/** A value made at the run may be a template itself; one that makes another for ever is cut off here. */
const MAX_ROUNDS = 100;
const SHOWN_LENGTH = 200;

/** Renders the `{{ }}` in texts of one build. */
export class TextRenderer {
  readonly #surroundings: Omit<TemplateSurroundings, 'generated'>;

  constructor(surroundings: Omit<TemplateSurroundings, 'generated'>) {
    this.#surroundings = surroundings;
  }

  /** Once, with nothing of the run known: what Packer does with most options. Throws GoTemplateProblem. */
  atPlan(text: string): Rendered {
    if (!text.includes('{{')) return { text, withoutValue: [] };
    return this.#render(text, undefined);
  }

  /** Looks only whether the text can be read. Throws GoTemplateProblem. */
  check(text: string): void {
    if (text.includes('{{')) parseGoTemplate(text, this.#functions(undefined));
  }

  /** At the run: again and again, until nothing changes any more. */
  readonly atRun: RenderTemplate = (text, data) => {
    let rendered = text;
    for (let round = 0; rendered.includes('{{') && round < MAX_ROUNDS; round += 1) {
      const next = this.#round(rendered, data, round);
      if (next === rendered) break;
      rendered = next;
    }
    return rendered;
  };

  #round(text: string, data: GeneratedData, round: number): string {
    try {
      return this.#render(text, data).text;
    } catch (thrown) {
      if (!(thrown instanceof GoTemplateProblem)) throw thrown;
      // Braces that only came out of the first round (`{{ "{{" }}`, output of a program) need not be a template.
      if (round > 0) return text;
      throw new BakeError(`${thrown.message} (in the text ${JSON.stringify(text.slice(0, SHOWN_LENGTH))})`, {
        code: thrown.code,
        category: 'template',
        ...(thrown.remedy === undefined ? {} : { hint: thrown.remedy }),
      });
    }
  }

  #render(text: string, data: GeneratedData | undefined): Rendered {
    const functions = this.#functions(data);
    return evaluateGoTemplate(parseGoTemplate(text, functions), data, functions);
  }

  #functions(generated: GeneratedData | undefined) {
    return packerTemplateFunctions({ ...this.#surroundings, generated });
  }
}
