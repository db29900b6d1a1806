import type { ConsoleSession } from '../app/console/console-session.ts';
import { renderDiagnostic } from '../hcl/print-diagnostic.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { LineOptions } from './terminal.ts';

const HELP = {
  hcl2: `The console evaluates expressions as they would be evaluated in the template.

  upper(var.name)    an expression: its value is printed
  variables          all variables and locals with their values
  help               this text
  exit               the end, as is Ctrl-D

An expression may go on over several lines, as long as a bracket or a heredoc is open; an empty line gives it up.
{{ }} in texts is rendered only in the console of a template in the older JSON format, or with -config-type=json.`,
  json: `The console renders texts as they would be rendered in the template, outside of any build.

  web-{{user \`name\`}}  a text: what it comes to is printed
  variables          all variables with their values
  help               this text
  exit               the end, as is Ctrl-D`,
} as const;

const BRACES =
  '{{ }} is rendered in the console of a template in the older JSON format, or without a template with -config-type=json.';

/** What is typed into a console, put together to expressions or texts and commands, and what is answered. */
export class ConsoleDialogue implements LineOptions {
  /** Whether anything that was typed was wrong. */
  failed = false;
  readonly #session: ConsoleSession;
  readonly #colours: boolean;
  readonly #secrets: SecretRegistry;
  readonly #onError: (text: string) => void;
  #unfinished: string[] = [];

  /** `onError` is given what is wrong with what was typed, for people. */
  constructor(session: ConsoleSession, colours: boolean, secrets: SecretRegistry, onError: (text: string) => void) {
    this.#session = session;
    this.#colours = colours;
    this.#secrets = secrets;
    this.#onError = onError;
  }

  prompt(): string {
    return this.#unfinished.length === 0 ? '> ' : '… ';
  }

  complete(word: string): readonly string[] {
    if (word === '') return [];
    return [...this.#session.names, 'variables', 'help', 'exit'].filter((name) => name.startsWith(word));
  }

  /** The answer to one more line: undefined while there is none, `exit` when it is asked to end. */
  async take(line: string): Promise<string | undefined> {
    if (this.#unfinished.length === 0) {
      switch (line.trim()) {
        case '':
          return undefined;
        case 'exit':
          return 'exit';
        case 'help':
          return HELP[this.#session.language];
        case 'variables':
          return this.#session.variableLines().join('\n');
      }
    }
    this.#unfinished.push(line);
    // An empty line gets out of an expression that was never meant to go on.
    if (line.trim() !== '' && this.#session.expectsMore(this.#unfinished.join('\n'))) return undefined;
    return this.finish();
  }

  /** The answer to what has been typed so far, finished or not. */
  async finish(): Promise<string | undefined> {
    const text = this.#unfinished.join('\n');
    this.#unfinished = [];
    return text === '' ? undefined : this.#evaluate(text);
  }

  /** Gives up an expression that is not finished; false where there is none. */
  drop(): boolean {
    const dropped = this.#unfinished.length > 0;
    this.#unfinished = [];
    return dropped;
  }

  async #evaluate(text: string): Promise<string | undefined> {
    const { value, diagnostics, source } = await this.#session.evaluate(text);
    for (const diagnostic of diagnostics) {
      this.#onError(
        renderDiagnostic(diagnostic, { colours: this.#colours, source: () => source, secrets: this.#secrets }),
      );
    }
    if (value !== undefined) return value;
    this.failed = true;
    if (this.#session.language === 'hcl2' && text.includes('{{')) this.#onError(BRACES);
    return undefined;
  }
}
