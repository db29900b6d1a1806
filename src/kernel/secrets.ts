/** What is shorter can be guessed at once, and masking it would blot out letters everywhere. */
const SHORTEST = 3;

/** A half-open piece of a text, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The lines around the content of a PEM file (RFC 7468). */
const PEM_FRAME = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;

/**
 * All values that must never be shown. A secret is registered before anything that could print it runs; reporters
 * subscribe to mask it in their own way, and `mask` is what every text passes on its way out.
 */
export class SecretRegistry {
  readonly #values = new Set<string>();
  #revision = 0;
  #longestFirst: readonly string[] | undefined;
  /** Of every value the first characters. */
  readonly #beginnings = new Set<string>();
  readonly #listeners = new Set<(value: string) => void>();
  readonly #hidden = new Map<string, TextSpan[]>();

  /**
   * Registers a secret, and the forms in which it may turn up: each line of a multi-line value (lines shorter than 8
   * characters and PEM's own frame are left out: masking them would blot out the log), base64 and URL encoding, and as it
   * is written between quotes in JSON and in HCL.
   */
  register(secret: string): void {
    if (secret.length < SHORTEST) return;
    this.#add(secret);
    for (const quoted of quotedForms(secret)) this.#add(quoted);
    const lines = secret.split(/\r?\n/);
    if (lines.length > 1) for (const line of lines) if (line.length >= 8 && !PEM_FRAME.test(line)) this.#addLine(line);
    if (secret.length >= 8) {
      this.#add(Buffer.from(secret, 'utf8').toString('base64'));
      // By way of bytes, since a lone surrogate can't be URL-encoded.
      this.#add(encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8')));
    }
  }

  /** Keeps a piece of a file from being shown, whatever stands there: a value that nobody could read, say. */
  hide(filename: string, span: TextSpan): void {
    const spans = this.#hidden.get(filename);
    if (spans === undefined) this.#hidden.set(filename, [span]);
    else spans.push(span);
    this.#revision += 1;
  }

  /** Where a file's text must not be shown: what is hidden of it, and every registered secret in it. */
  spansIn(filename: string, text: string): readonly TextSpan[] {
    const spans = [...(this.#hidden.get(filename) ?? [])];
    for (const value of this.#values) {
      for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
        spans.push({ start: at, end: at + value.length });
      }
    }
    return spans;
  }

  /** The registered secrets that stand in a text, in any of their forms; sorted. */
  foundIn(text: string): readonly string[] {
    return [...this.#values].filter((value) => text.includes(value)).sort();
  }

  /** Changes with everything that is registered or hidden. */
  get revision(): number {
    return this.#revision;
  }

  /** Calls `listener` for every value registered so far and from now on. Returns the way to stop. */
  subscribe(listener: (value: string) => void): () => void {
    this.#listeners.add(listener);
    for (const value of this.#values) listener(value);
    return () => this.#listeners.delete(listener);
  }

  /** The text with every registered secret replaced; the longest first, so that no part of one remains. */
  mask(text: string, replacement = '***'): string {
    // Nearly no text holds a secret, and there are dozens of them for each build.
    if (!this.#mayHoldOne(text)) return text;
    let masked = text;
    this.#longestFirst ??= [...this.#values].sort((a, b) => b.length - a.length);
    for (const value of this.#longestFirst) {
      masked = masked.replaceAll(value, replacement);
    }
    return masked;
  }

  #mayHoldOne(text: string): boolean {
    if (this.#beginnings.size === 0) return false;
    for (let at = 0; at + SHORTEST <= text.length; at += 1) {
      if (this.#beginnings.has(text.slice(at, at + SHORTEST))) return true;
    }
    return false;
  }

  #addLine(line: string): void {
    this.#add(line);
    for (const quoted of quotedForms(line)) this.#add(quoted);
  }

  #add(value: string): void {
    if (this.#values.has(value)) return;
    this.#revision += 1;
    this.#values.add(value);
    this.#beginnings.add(value.slice(0, SHORTEST));
    this.#longestFirst = undefined;
    for (const listener of this.#listeners) listener(value);
  }
}

/** Between quotes: as JSON writes a text, and as HCL does, where `${` and `%{` are doubled. */
function quotedForms(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  return [json, json.replace(/[$%](?=\{)/g, '$&$&')].filter((each) => each !== text);
}
