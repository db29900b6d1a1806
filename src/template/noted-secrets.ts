import type { Value } from '../hcl/values/value.ts';
import { markedTexts } from './sensitive-values.ts';

/** Texts that say nothing, whatever they were made of. */
const TRUTHS: ReadonlySet<string> = new Set(['true', 'false']);

/**
 * The texts that come of sensitive values on the way (`upper(var.password)`, `{{ user "password" | upper }}`). They are
 * noted while they are made, since what they become then, the text of an option or a label, bears no mark any more.
 */
export class NotedSecrets {
  readonly #texts = new Set<string>();
  readonly #seen = new WeakSet<Value>();

  get texts(): ReadonlySet<string> {
    return this.#texts;
  }

  /** Notes the parts of a value that are marked as sensitive. */
  readonly noteValue = (value: Value): void => {
    if (this.#seen.has(value)) return;
    for (const text of markedTexts(value, this.#seen)) this.noteText(text);
  };

  noteText(text: string): void {
    if (text !== '' && !TRUTHS.has(text)) this.#texts.add(text);
  }

  /** Whether the text has in it what was noted. */
  isIn(text: string): boolean {
    for (const each of this.#texts) if (text.includes(each)) return true;
    return false;
  }
}
