import { concealedSource } from '../hcl/concealed-source.ts';
import { snippetOf } from '../hcl/diagnostic-text.ts';
import type { Source } from '../hcl/source.ts';
import { BakeError } from '../kernel/errors.ts';
import type { BakeEvent, Reporter } from '../kernel/events.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { Output } from './terminal.ts';

type FindSource = (filename: string) => Source | undefined;

/** Writes each event as one line of JSON, for programs; errors as `{code, category, message, hint}`. */
export class JsonReporter implements Reporter {
  readonly #out: Output;
  readonly #secrets: SecretRegistry;
  readonly #now: () => number;
  readonly #source: FindSource;

  constructor(out: Output, secrets: SecretRegistry, now: () => number, source: FindSource = () => undefined) {
    this.#out = out;
    this.#secrets = secrets;
    this.#now = now;
    this.#source = source;
  }

  report(event: BakeEvent): void {
    const line = JSON.stringify(
      { time: new Date(this.#now()).toISOString(), ...this.#withSnippet(event) },
      (_key, value: unknown) => {
        // Masked before it is quoted: a secret with a quote or a newline in it looks different afterwards.
        if (typeof value === 'string') return this.#secrets.mask(value);
        if (value instanceof BakeError) {
          const { code, category, retryable, message, hint } = value;
          return { code, category, retryable, message, hint };
        }
        return value;
      },
    );
    this.#out.write(`${line}\n`);
  }

  /** A diagnostic comes with the lines that it is about: who reads it may not have the file. */
  #withSnippet(event: BakeEvent): object {
    if (event.type !== 'diagnostic' || event.diagnostic.subject === undefined) return event;
    const source = this.#source(event.diagnostic.subject.filename);
    return source === undefined
      ? event
      : { ...event, snippet: snippetOf(event.diagnostic, concealedSource(source, this.#secrets)) };
  }
}
