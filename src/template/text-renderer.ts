import { BakeError } from '../kernel/errors.ts';
import type { RenderedAtRun } from '../kernel/schema.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { evaluateGoTemplate, type Rendered } from './go-template/evaluator.ts';
import {
  packerTemplateFunctions,
  type TemplateSurroundings,
  unknownBuildData,
} from './go-template/packer-functions.ts';
import { parseGoTemplate } from './go-template/parser.ts';
import { GoTemplateProblem, type Span } from './go-template/problem.ts';
import { asksOfRun, namesGivenTo, shownFields } from './go-template/references.ts';
import type { Node } from './go-template/syntax-tree.ts';
import type { NotedSecrets } from './noted-secrets.ts';
import type { GeneratedData, RenderTemplate } from './plan.ts';

/** A value made at the run may be a template itself; one that makes another for ever is cut off here. */
const MAX_ROUNDS = 100;
/** A longer text is not quoted: cut off anywhere, a secret in it could not be told from the rest. */
const SHOWN_LENGTH = 200;

/** What a text asks for and there is not. */
export interface UnknownName {
  readonly name: string;
  readonly span: Span;
  /** ` Did you mean "x"?`, or nothing. */
  readonly suggestion: string;
}

export interface RendererSurroundings extends Omit<TemplateSurroundings, 'generated'> {
  /** The names that the build's data will have; undefined where that is not known, or there is no build. */
  readonly buildNames?: readonly string[] | undefined;
  /** Where to note what actions make of sensitive texts. */
  readonly noted?: NotedSecrets;
}

/** Renders the `{{ }}` in texts of one build. */
export class TextRenderer {
  readonly #surroundings: RendererSurroundings;

  constructor(surroundings: RendererSurroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * Once, with nothing of the run known: what Packer does with most options. In the older JSON templates, where a text is
   * rendered again at the run, what it will know passes itself through, and is `generated` then. Throws GoTemplateProblem.
   */
  atPlan(text: string, generated?: GeneratedData): Rendered {
    if (!text.includes('{{')) return { text, withoutValue: [], shown: [] };
    const { announced } = this.#surroundings;
    if (announced === undefined) return this.#render(text, undefined);
    if (generated !== undefined) return this.#render(text, generated);
    const functions = this.#functions(undefined);
    const passedThrough = Object.fromEntries(announced.map((name) => [name, `{{.${name}}}`]));
    return this.#noting(text, evaluateGoTemplate(parseGoTemplate(text, functions), passedThrough, functions));
  }

  /** The same for texts that no run renders again, so that nothing of it passes itself through. */
  once(): TextRenderer {
    return new TextRenderer({ ...this.#surroundings, announced: [] });
  }

  /** Where a text asks with `{{ user }}` for a variable that there is not, and what is like its name. */
  undeclaredVariables(text: string): readonly UnknownName[] {
    const { userVariables } = this.#surroundings;
    if (userVariables === undefined || !text.includes('{{')) return [];
    return namesGivenTo('user', this.#parse(text))
      .filter(({ name }) => !userVariables.names.has(name))
      .map(({ name, span }) => ({ name, span, suggestion: didYouMean(name, userVariables.names.keys()) }));
  }

  /** Whether a text asks for a variable whose value is not known yet. A wrong text asks for nothing. */
  asksForUnknown(text: string): boolean {
    return this.#asksFor(this.#surroundings.userVariables?.unknown, text);
  }

  /** Whether a text asks for a sensitive variable. A wrong text asks for nothing. */
  asksForSensitive(text: string): boolean {
    return this.#asksFor(this.#surroundings.userVariables?.sensitive, text);
  }

  #asksFor(names: ReadonlySet<string> = new Set(), text: string): boolean {
    if (names.size === 0 || !text.includes('{{')) return false;
    try {
      return namesGivenTo('user', this.#parse(text)).some(({ name }) => names.has(name));
    } catch (thrown) {
      if (thrown instanceof GoTemplateProblem) return false;
      throw thrown;
    }
  }

  get functionNames(): readonly string[] {
    return [...this.#functions(undefined).keys()];
  }

  /** Finds what is wrong with a text of the run: all of it, where the run has no say in it. Throws GoTemplateProblem. */
  check(text: string): void {
    if (!text.includes('{{')) return;
    const nodes = this.#parse(text);
    if (asksOfRun(nodes) || this.asksForUnknown(text)) return;
    evaluateGoTemplate(nodes, undefined, this.#functions(undefined));
  }

  /** Where a text of the run shows fields that there will not be then. Throws GoTemplateProblem where it will fail. */
  unknownFields(text: string, { fields, hasBuildData }: RenderedAtRun): readonly UnknownName[] {
    if (!text.includes('{{')) return [];
    const nodes = this.#parse(text);
    const { buildNames } = this.#surroundings;
    if (hasBuildData && buildNames === undefined) return [];
    const known = [...fields, ...(hasBuildData ? (buildNames ?? []) : [])];
    for (const { name, span, isConditional } of namesGivenTo('build', nodes)) {
      if (!isConditional && !known.includes(name)) throw unknownBuildData(name, known).at(span);
    }
    return shownFields(nodes)
      .filter(({ name }) => !known.includes(name))
      .map(({ name, span }) => ({ name, span, suggestion: didYouMean(name, known) }));
  }

  /** At the run: with all that the run knows, until nothing changes any more. Throws a BakeError. */
  readonly atRun: RenderTemplate = (text, data) => {
    try {
      return this.untilStable(text, data).text;
    } catch (thrown) {
      if (!(thrown instanceof GoTemplateProblem)) throw thrown;
      const quoted =
        text.length > SHOWN_LENGTH ? `a text of ${text.length} characters` : `the text ${JSON.stringify(text)}`;
      throw new BakeError(`${thrown.message} (in ${quoted})`, {
        code: thrown.code,
        category: 'template',
        ...(thrown.remedy === undefined ? {} : { hint: thrown.remedy }),
      });
    }
  };

  /** Again and again, until nothing changes any more; what had no value is that of the text itself. Throws GoTemplateProblem. */
  untilStable(text: string, data: GeneratedData | undefined): Rendered {
    if (!text.includes('{{')) return { text, withoutValue: [], shown: [] };
    const first = this.#render(text, data);
    let rendered = first.text;
    for (let round = 1; rendered.includes('{{') && round < MAX_ROUNDS; round += 1) {
      const next = this.#renderAgain(rendered, data);
      if (next === rendered) break;
      rendered = next;
    }
    return { ...first, text: rendered };
  }

  /** Braces that only came out of a round (`{{ "{{" }}`, output of a program) need not be a template. */
  #renderAgain(text: string, data: GeneratedData | undefined): string {
    try {
      return this.#render(text, data).text;
    } catch (thrown) {
      if (thrown instanceof GoTemplateProblem) return text;
      throw thrown;
    }
  }

  #render(text: string, data: GeneratedData | undefined): Rendered {
    const functions = this.#functions(data);
    return this.#noting(text, evaluateGoTemplate(parseGoTemplate(text, functions), data, functions));
  }

  /** Notes what became of the sensitive in a text: in actions that name it, or that use a variable or the dot. */
  #noting(text: string, rendered: Rendered): Rendered {
    const { noted, userVariables } = this.#surroundings;
    if (noted === undefined || !(this.asksForSensitive(text) || noted.isIn(text))) return rendered;
    const names = [...(userVariables?.sensitive ?? [])];
    for (const { text: shown, span } of rendered.shown) {
      const action = text.slice(span.start, span.end);
      if (/[$.]/.test(action) || names.some((name) => action.includes(name)) || noted.isIn(action))
        noted.noteText(shown);
    }
    return rendered;
  }

  #parse(text: string): readonly Node[] {
    return parseGoTemplate(text, this.#functions(undefined));
  }

  #functions(generated: GeneratedData | undefined) {
    return packerTemplateFunctions({ ...this.#surroundings, generated });
  }
}
