/** What is shorter can be guessed at once, and masking it would blot out letters everywhere. */
const SHORTEST = 3;

/** The lines around the content of a PEM file (RFC 7468). */
const PEM_FRAME = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;

/**
 * All values that must never be shown. A secret is registered before anything that could print it runs; reporters
 * subscribe to mask it in their own way, and `mask` is what every text passes on its way out.
 */
export class SecretRegistry {
  readonly #values = new Set<string>();
  #longestFirst: readonly string[] | undefined;
  readonly #listeners = new Set<(value: string) => void>();

  /**
   * Registers a secret, and the forms in which it may turn up: each line of a multi-line value (lines shorter than 8
   * characters and PEM's own frame are left out: masking them would blot out the log), the text as JSON and messages
   * quote it, base64 and URL encoding.
   */
  register(secret: string): void {
    if (secret.length < SHORTEST) return;
    this.#add(secret);
    this.#add(JSON.stringify(secret).slice(1, -1));
    const lines = secret.split(/\r?\n/);
    if (lines.length > 1) for (const line of lines) if (line.length >= 8 && !PEM_FRAME.test(line)) this.#add(line);
    if (secret.length >= 8) {
      this.#add(Buffer.from(secret, 'utf8').toString('base64'));
      // By way of bytes, since a lone surrogate can't be URL-encoded.
      this.#add(encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8')));
    }
  }

  /** Calls `listener` for every value registered so far and from now on. Returns the way to stop. */
  subscribe(listener: (value: string) => void): () => void {
    this.#listeners.add(listener);
    for (const value of this.#values) listener(value);
    return () => this.#listeners.delete(listener);
  }

  /** The text with every registered secret replaced; the longest first, so that no part of one remains. */
  mask(text: string, replacement = '***'): string {
    let masked = text;
    this.#longestFirst ??= [...this.#values].sort((a, b) => b.length - a.length);
    for (const value of this.#longestFirst) {
      masked = masked.replaceAll(value, replacement);
    }
    return masked;
  }

  #add(value: string): void {
    if (this.#values.has(value)) return;
    this.#values.add(value);
    this.#longestFirst = undefined;
    for (const listener of this.#listeners) listener(value);
  }
}
