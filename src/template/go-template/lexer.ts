import { withoutTrailing } from '../../kernel/without-trailing.ts';
import { readGoNumber, unescapeGoText } from './literals.ts';
import { GoTemplateProblem, KEEP_BRACES, type Span } from './problem.ts';

export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'string'
  | 'number'
  | 'word'
  | 'variable'
  | 'field'
  | 'dot'
  | 'punctuation'
  | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** What it means: a string without quotes and escapes, a field's name without its dot. */
  readonly text: string;
  /** White space stands before it; it separates arguments from fields. */
  readonly afterSpace: boolean;
}

const OPEN = '{{';
const CLOSE = '}}';
const SPACE = /[ \t\r\n]/;
/** What ends an action: `}}`, or ` -}}`, which takes the white space after it away. */
const ACTION_END = /[ \t\r\n]-}}|}}/y;
const COMMENT_END = /\*\/(?:}}|[ \t\r\n]-}})/y;
const PUNCTUATION = /:=|[=|(),]/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const VARIABLE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?/uy;
const FIELD = /\.([\p{L}_][\p{L}\p{N}_]*)/uy;
const NUMBER = /[+-]?\.?\d[\w.]*(?:(?<=[eE])[+-]\d+)?/y;
const RAW_STRING = /`[^`]*`/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;

/** Cuts a text into tokens; trim markers have done their work then. Throws GoTemplateProblem. */
export function tokenize(text: string): readonly Token[] {
  return new Lexer(text).run();
}

class Lexer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #offset = 0;
  #afterSpace = false;
  /** The last action ended with ` -}}`. */
  #trimsNext = false;

  constructor(text: string) {
    this.#text = text;
  }

  run(): readonly Token[] {
    while (this.#offset < this.#text.length) {
      const open = this.#text.indexOf(OPEN, this.#offset);
      this.#literalText(open === -1 ? this.#text.length : open);
      if (open !== -1) this.#action(open);
    }
    this.#push('end', '', this.#text.length, this.#text.length);
    return this.#tokens;
  }

  #literalText(end: number): void {
    let text = this.#text.slice(this.#offset, end);
    if (this.#trimsNext) text = text.replace(/^[ \t\r\n]+/, '');
    if (this.#opensWithTrim(end)) text = withoutTrailing(text, ' \t\r\n');
    if (text !== '') this.#push('text', text, this.#offset, end);
    this.#trimsNext = false;
    this.#offset = end;
  }

  #opensWithTrim(open: number): boolean {
    return this.#text[open + 2] === '-' && SPACE.test(this.#text[open + 3] ?? '');
  }

  #action(open: number): void {
    this.#offset = open + (this.#opensWithTrim(open) ? 4 : 2);
    if (this.#text.startsWith('/*', this.#offset)) {
      this.#comment(open);
      return;
    }
    this.#push('open', OPEN, open, open + 2);
    while (!this.#actionEnds(open)) this.#actionToken(open);
  }

  #comment(open: number): void {
    const end = this.#text.indexOf('*/', this.#offset + 2);
    const match = end === -1 ? undefined : this.#matchAt(COMMENT_END, end);
    if (match === undefined) {
      throw new GoTemplateProblem(
        'The comment has no end; a comment is written {{/* like this */}}',
        'unclosed-comment',
        {
          span: { start: open, end: open + 2 },
        },
      );
    }
    this.#trimsNext = match.includes('-');
    this.#offset = end + match.length;
  }

  #actionEnds(open: number): boolean {
    if (this.#offset >= this.#text.length) throw unclosed(open);
    const end = this.#matchAt(ACTION_END, this.#offset);
    if (end === undefined) return false;
    this.#trimsNext = end.length > CLOSE.length;
    this.#push('close', CLOSE, this.#offset + end.length - CLOSE.length, this.#offset + end.length);
    this.#offset += end.length;
    return true;
  }

  #actionToken(open: number): void {
    const start = this.#offset;
    const first = this.#text[start] ?? '';
    if (SPACE.test(first)) {
      this.#afterSpace = true;
      this.#offset += 1;
      return;
    }
    if (first === '"' || first === '`' || first === "'") this.#quoted(first);
    else if (!this.#plainToken()) {
      const shown = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
      if (this.#text.indexOf(CLOSE, start) === -1) throw unclosed(open);
      throw new GoTemplateProblem(`Unexpected ${JSON.stringify(shown)} in a {{ }} action`, 'unexpected-character', {
        span: { start, end: start + shown.length },
      });
    }
  }

  /** Words, fields, numbers and punctuation; false when there is none of them here. */
  #plainToken(): boolean {
    const start = this.#offset;
    const number = this.#matchAt(NUMBER, start);
    if (number !== undefined && /\d/.test(number.slice(0, 2))) {
      if (readGoNumber(number) === undefined) {
        throw new GoTemplateProblem(`"${number}" is not a number`, 'invalid-number', {
          span: { start, end: start + number.length },
        });
      }
      this.#take('number', number, number.length);
      return true;
    }
    const kinds = [
      ['word', WORD],
      ['variable', VARIABLE],
      ['field', FIELD],
      ['punctuation', PUNCTUATION],
    ] as const;
    for (const [kind, pattern] of kinds) {
      const found = this.#matchAt(pattern, start);
      if (found !== undefined) {
        this.#take(kind, kind === 'field' ? found.slice(1) : found, found.length);
        return true;
      }
    }
    if (this.#text[start] !== '.') return false;
    this.#take('dot', '.', 1);
    return true;
  }

  #quoted(quote: '"' | '`' | "'"): void {
    const start = this.#offset;
    const pattern = quote === '"' ? STRING : quote === '`' ? RAW_STRING : CHARACTER;
    const found = this.#matchAt(pattern, start);
    if (found === undefined) {
      throw new GoTemplateProblem(`The text that begins with ${quote} has no end`, 'unclosed-string', {
        span: { start, end: start + 1 },
      });
    }
    const inside = found.slice(1, -1);
    const value = quote === '`' ? inside.replaceAll('\r', '') : unescapeGoText(inside);
    if (value === undefined || (quote === "'" && Array.from(value).length !== 1)) {
      throw new GoTemplateProblem(
        value === undefined ? `${found} holds a "\\" that begins no escape` : `${found} is not one character`,
        'invalid-string',
        {
          span: { start, end: start + found.length },
          remedy:
            value === undefined
              ? 'Write "\\\\" for a backslash, or put the text between backquotes, where a backslash is itself.'
              : 'Texts stand between double quotes or backquotes.',
        },
      );
    }
    if (quote === "'") this.#take('number', String(value.codePointAt(0)), found.length);
    else this.#take('string', value, found.length);
  }

  #matchAt(pattern: RegExp, offset: number): string | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(this.#text)?.[0];
  }

  #take(kind: TokenKind, text: string, length: number): void {
    this.#push(kind, text, this.#offset, this.#offset + length);
    this.#offset += length;
  }

  #push(kind: TokenKind, text: string, start: number, end: number): void {
    this.#tokens.push({ kind, text, start, end, afterSpace: this.#afterSpace });
    this.#afterSpace = false;
  }
}

function unclosed(open: number): GoTemplateProblem {
  return new GoTemplateProblem('"{{" has no "}}"', 'unclosed-action', {
    span: { start: open, end: open + 2 },
    remedy: KEEP_BRACES,
  });
}
