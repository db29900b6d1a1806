import { type Diagnostic, type DiagnosticParts, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Source } from './source.ts';
import type { Token, TokenKind } from './token.ts';

/** How deep expressions, templates and blocks may nest in each other; far above what people write. */
export const MAXIMUM_NESTING = 100;

/** More errors than anybody reads: what comes after is not recorded. */
const MAXIMUM_DIAGNOSTICS = 100;

/**
 * Thrown by `TokenStream.fail` after the error was recorded, caught where the parser can take up again: at the next
 * item of a body. It never leaves the parser.
 */
export class SyntaxFailure extends Error {
  override readonly name = 'SyntaxFailure';
  /** Reading on makes no sense: nobody below the parser's entrance may catch it. */
  readonly final: boolean;

  constructor(message: string, final: boolean) {
    super(message);
    this.final = final;
  }
}

/** The parser's view of the tokens: without comments, and without line endings where those mean nothing. */
export class TokenStream {
  readonly source: Source;
  readonly diagnostics: Diagnostic[] = [];
  readonly #tokens: readonly Token[];
  #index = 0;
  #newlinesCount = true;
  #nesting = 0;

  constructor(source: Source, tokens: readonly Token[]) {
    this.source = source;
    this.#tokens = tokens.filter((token) => token.kind !== 'comment');
  }

  /** The next token, or the one `ahead` after it. */
  peek(ahead = 0): Token {
    let index = this.#significant(this.#index);
    for (let count = 0; count < ahead; count += 1) index = this.#significant(index + 1);
    return this.#at(index);
  }

  next(): Token {
    const index = this.#significant(this.#index);
    this.#index = Math.min(index + 1, this.#tokens.length - 1);
    return this.#at(index);
  }

  /** The next token if it is of this kind. */
  accept(kind: TokenKind): Token | undefined {
    return this.peek().kind === kind ? this.next() : undefined;
  }

  /** Whether the next token is this word, not being part of anything longer. */
  atKeyword(word: string): boolean {
    const token = this.peek();
    return token.kind === 'identifier' && this.text(token) === word;
  }

  text(token: Token): string {
    return this.source.text.slice(token.start, token.end);
  }

  range(token: Token): SourceRange {
    return this.source.range(token.start, token.end);
  }

  rangeFrom(first: Token, last: Token): SourceRange {
    return this.source.range(first.start, last.end);
  }

  /** The token that was read last. */
  previous(): Token {
    return this.#at(Math.max(this.#index - 1, 0));
  }

  /** Where we are, for `tokenAt` and `goTo`. */
  mark(): number {
    return this.#index;
  }

  /** The token at a mark, line endings included. */
  tokenAt(mark: number): Token {
    return this.#at(mark);
  }

  goTo(mark: number): void {
    this.#index = Math.min(mark, this.#tokens.length - 1);
  }

  /** Reads with line endings as tokens of their own (`count`), or as blanks. */
  withNewlines<T>(meaning: 'count' | 'ignored', read: () => T): T {
    const before = this.#newlinesCount;
    this.#newlinesCount = meaning === 'count';
    try {
      return read();
    } finally {
      this.#newlinesCount = before;
    }
  }

  /** Reads something that may contain itself; refuses to go too deep, so that no text exhausts the stack. */
  nested<T>(read: () => T): T {
    if (this.#nesting >= MAXIMUM_NESTING) {
      throw this.fail(
        {
          code: 'nesting-too-deep',
          summary: 'Nesting too deep',
          detail: `Expressions and blocks can't be nested more than ${MAXIMUM_NESTING} levels deep. Move the inner part to a local value.`,
          subject: this.range(this.peek()),
        },
        true,
      );
    }
    this.#nesting += 1;
    try {
      return read();
    } finally {
      this.#nesting -= 1;
    }
  }

  /** Records an error after which the current item can still be read. */
  report(parts: DiagnosticParts): void {
    if (this.diagnostics.length < MAXIMUM_DIAGNOSTICS) this.diagnostics.push(errorDiagnostic(parts));
  }

  /** Records an error unless one with this code was recorded: for what would only be a consequence of the first one. */
  reportOnce(parts: DiagnosticParts): void {
    if (!this.hasReported(parts.code)) this.report(parts);
  }

  hasReported(code: string): boolean {
    return this.diagnostics.some((diagnostic) => diagnostic.code === code);
  }

  /** Records an error and gives what to throw. */
  fail(parts: DiagnosticParts, final = false): SyntaxFailure {
    this.report(parts);
    return new SyntaxFailure(parts.detail, final);
  }

  #at(index: number): Token {
    return this.#tokens[index] ?? this.#tokens.at(-1) ?? { kind: 'end', start: 0, end: 0 };
  }

  #significant(from: number): number {
    let index = from;
    if (!this.#newlinesCount) while (this.#tokens[index]?.kind === 'newline') index += 1;
    return Math.min(index, this.#tokens.length - 1);
  }
}
