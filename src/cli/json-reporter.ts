import { BakeError } from '../kernel/errors.ts';
import type { BakeEvent, Reporter } from '../kernel/events.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { Output } from './terminal.ts';

/** Writes each event as one line of JSON, for programs; errors as `{code, category, message, hint}`. */
export class JsonReporter implements Reporter {
  readonly #out: Output;
  readonly #secrets: SecretRegistry;
  readonly #now: () => number;

  constructor(out: Output, secrets: SecretRegistry, now: () => number) {
    this.#out = out;
    this.#secrets = secrets;
    this.#now = now;
  }

  report(event: BakeEvent): void {
    const line = JSON.stringify({ time: new Date(this.#now()).toISOString(), ...event }, (_key, value: unknown) => {
      // Masked before it is quoted: a secret with a quote or a newline in it looks different afterwards.
      if (typeof value === 'string') return this.#secrets.mask(value);
      if (value instanceof BakeError) {
        const { code, category, retryable, message, hint } = value;
        return { code, category, retryable, message, hint };
      }
      return value;
    });
    this.#out.write(`${line}\n`);
  }
}
