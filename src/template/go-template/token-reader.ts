import type { Token } from './lexer.ts';
import { GoTemplateProblem } from './problem.ts';

/** Goes through the tokens of a text; the token `end` stands for everything after the last one. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#at(this.#position);
  }

  next(): Token {
    const token = this.peek();
    this.#position += 1;
    return token;
  }

  previous(): Token {
    return this.#at(this.#position - 1);
  }

  /** Where one is, to come back to. */
  mark(): number {
    return this.#position;
  }

  goBack(mark: number): void {
    this.#position = mark;
  }

  isPunctuation(text: string): boolean {
    const token = this.peek();
    return token.kind === 'punctuation' && token.text === text;
  }

  takes(punctuation: string): boolean {
    if (!this.isPunctuation(punctuation)) return false;
    this.#position += 1;
    return true;
  }

  /** The `}}` that has to come now. */
  close(): void {
    const token = this.next();
    if (token.kind !== 'close') throw unexpected(token);
  }

  #at(position: number): Token {
    const token = this.#tokens[Math.max(0, Math.min(position, this.#tokens.length - 1))];
    if (token === undefined) throw new Error('There is always a token "end"');
    return token;
  }
}

/** The problem that a token stands where it can't. */
export function unexpected(token: Token): GoTemplateProblem {
  const shown = token.kind === 'string' ? JSON.stringify(token.text) : `"${token.text}"`;
  return new GoTemplateProblem(`Unexpected ${shown} in a {{ }} action`, 'unexpected-token', {
    span: { start: token.start, end: token.end },
  });
}
