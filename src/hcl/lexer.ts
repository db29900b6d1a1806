import { LookAhead } from './look-ahead.ts';
import type { Source } from './source.ts';
import { PUNCTUATION, type Punctuation, type Token, type TokenKind } from './token.ts';

const BLANKS = /[ \t]+/y;
const NEWLINE = /\r?\n/y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** With all that people write instead of `<<NAME` or `<<-NAME` alone on its line; the parser is the judge. */
const HEREDOC = /<<[-~]?[ \t]*["']?([\p{ID_Start}_][\p{ID_Continue}-]*)["']?[^\n]*\n/uy;
const SEQUENCE = /([$%])\{~?/y;

/** What a run of literal text may end at, by the kind of template. */
const QUOTED_STOP = /["\\\n$%]/g;
const HEREDOC_STOP = /[\n$%]/g;
const TEMPLATE_STOP = /[$%]/g;

/** A line that starts an argument or a block, or ends one; no expression goes on like this. */
const ITEM_LINE =
  /[ \t]*(?:[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|\{|"[^"\n]*"[ \t]*[{"])|\}[ \t]*\r?$)/muy;
/**
 * Where the lexer stands. Structure and templates nest in each other: a quoted template may hold an interpolation,
 * whose expression may hold an object, whose value may be a heredoc, and so on.
 */
type Mode =
  | { readonly kind: 'structure' }
  | { readonly kind: 'sequence'; braces: number }
  | { readonly kind: 'quoted'; readonly start: number }
  | { readonly kind: 'heredoc'; readonly marker: string }
  | { readonly kind: 'template' };

/** Each takes memory, and becomes a part of a syntax tree that takes more. */
export const MAXIMUM_TOKENS = 250_000;

/**
 * The tokens of a file or an expression, the last one being `end`. Comments are included, blanks are not. There are
 * never more than MAXIMUM_TOKENS and a few: the rest of the text is left out then.
 */
export function tokenize(source: Source): readonly Token[] {
  return new Lexer(source, { kind: 'structure' }).run();
}

/** The tokens of a text that is a template as a whole (HCL spec, "Templates"). */
export function tokenizeTemplate(source: Source): readonly Token[] {
  return new Lexer(source, { kind: 'template' }).run();
}

/** Whether the text is `<<NAME` or `<<-NAME` with its line ending, and nothing else. */
export function isHeredocIntroducer(text: string): boolean {
  return /^<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n$/u.test(text);
}

class Lexer {
  readonly #text: string;
  readonly #ahead: LookAhead;
  readonly #tokens: Token[] = [];
  readonly #modes: Mode[];
  #at: number;

  constructor(source: Source, mode: Mode) {
    this.#text = source.text;
    this.#ahead = new LookAhead(source.text);
    this.#at = source.start;
    this.#modes = [mode];
  }

  run(): readonly Token[] {
    while (this.#at < this.#text.length && this.#tokens.length <= MAXIMUM_TOKENS) {
      const mode = this.#mode();
      if (mode.kind === 'quoted') this.#lexQuoted(mode);
      else if (mode.kind === 'heredoc') this.#lexHeredoc(mode.marker);
      else if (mode.kind === 'template') this.#lexTemplate();
      else this.#lexStructure(mode);
    }
    if (this.#modes.some((mode) => mode.kind === 'quoted')) this.#push('missing-quote', this.#at);
    this.#push('end', this.#at);
    return this.#tokens;
  }

  #mode(): Mode {
    return this.#modes.at(-1) ?? { kind: 'structure' };
  }

  /** Emits a token from where we are to `end`, and goes there. */
  #push(kind: TokenKind, end: number): void {
    this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
  }

  /** Where `pattern` ends if it matches right here. */
  #match(pattern: RegExp): number | undefined {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text) ? pattern.lastIndex : undefined;
  }

  #lexStructure(mode: Mode): void {
    const blanks = this.#match(BLANKS);
    if (blanks !== undefined) {
      this.#at = blanks;
      return;
    }
    const newline = this.#match(NEWLINE);
    if (newline !== undefined && mode.kind === 'sequence') this.#leaveOpenSequence(mode, newline);
    const simple =
      this.#lexPattern('newline', NEWLINE) ||
      this.#lexPattern('comment', LINE_COMMENT) ||
      this.#lexInlineComment() ||
      this.#lexPattern('identifier', IDENTIFIER) ||
      this.#lexPattern('number', NUMBER);
    if (simple) return;
    if (this.#text[this.#at] === '"') {
      this.#modes.push({ kind: 'quoted', start: this.#at });
      this.#push('open-quote', this.#at + 1);
    } else if (!this.#lexHeredocStart() && !this.#lexSequenceEnd(mode)) {
      this.#lexPunctuation(mode);
    }
  }

  #lexPattern(kind: TokenKind, pattern: RegExp): boolean {
    const end = this.#match(pattern);
    if (end === undefined) return false;
    // The carriage return of a CR LF belongs to the line ending, not to the comment before it.
    const endsBefore = kind === 'comment' && this.#text.startsWith('\r\n', end - 1);
    this.#push(kind, endsBefore ? end - 1 : end);
    return true;
  }

  #lexInlineComment(): boolean {
    if (!this.#text.startsWith('/*', this.#at)) return false;
    const end = this.#text.indexOf('*/', this.#at + 2);
    if (end !== -1) this.#push('comment', end + 2);
    else {
      this.#push('invalid', this.#at + 2);
      // All the rest is within the comment.
      this.#at = this.#text.length;
    }
    return true;
  }

  #lexHeredocStart(): boolean {
    HEREDOC.lastIndex = this.#at;
    const marker = HEREDOC.exec(this.#text)?.[1];
    if (marker === undefined) return false;
    const end = HEREDOC.lastIndex;
    // What only resembles an introducer is taken for one if there is an end to the heredoc, too.
    if (!isHeredocIntroducer(this.#text.slice(this.#at, end)) && !this.#ahead.heredocEndsLater(marker, end))
      return false;
    this.#push('open-heredoc', end);
    this.#modes.push({ kind: 'heredoc', marker });
    if (this.#ahead.heredocEnd(this.#at, marker) !== undefined) this.#closeHeredoc(marker);
    return true;
  }

  /**
   * An interpolation may go on over lines. But where the next line can't be the rest of an expression, its closing
   * brace was forgotten, and the template around it is taken to end here.
   */
  #leaveOpenSequence(mode: { readonly braces: number }, lineStart: number): void {
    const around = this.#modes.at(-2);
    if (around?.kind === 'heredoc' && this.#ahead.heredocEnd(lineStart, around.marker) !== undefined) {
      this.#push('missing-quote', this.#at);
      this.#modes.pop();
    } else if (around?.kind === 'quoted' && mode.braces === 0 && this.#matchAt(ITEM_LINE, lineStart)) {
      this.#push('missing-quote', this.#at);
      this.#modes.pop();
      this.#leaveTemplatesOfThisLine(around.start);
    }
  }

  #matchAt(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(this.#text);
  }

  #lexSequenceEnd(mode: Mode): boolean {
    if (mode.kind !== 'sequence' || mode.braces > 0) return false;
    const stripped = this.#text.startsWith('~}', this.#at);
    if (!stripped && this.#text[this.#at] !== '}') return false;
    this.#push('close-sequence', this.#at + (stripped ? 2 : 1));
    this.#modes.pop();
    return true;
  }

  #lexPunctuation(mode: Mode): void {
    const kind = PUNCTUATION.find((candidate) => this.#text.startsWith(candidate, this.#at));
    if (kind === undefined) {
      const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
      this.#push('invalid', this.#at + character.length);
      return;
    }
    if (mode.kind === 'sequence') mode.braces += braceStep(kind);
    this.#push(kind, this.#at + kind.length);
  }

  #lexQuoted(mode: { readonly kind: 'quoted'; readonly start: number }): void {
    let end = this.#at;
    for (;;) {
      end = this.#seek(QUOTED_STOP, end);
      const character = this.#text[end];
      if (character === '\\') end += this.#text[end + 1] === '\n' ? 1 : 2;
      else if (character === '\n' && this.#ahead.stringGoesOn(end)) end += 1;
      else if ((character === '$' || character === '%') && !this.#startsSequence(end))
        end += escapeLength(this.#text, end);
      else break;
    }
    end = Math.min(end, this.#text.length);
    if (end > this.#at)
      this.#push('quoted-literal', this.#text[end] === '\n' && this.#text[end - 1] === '\r' ? end - 1 : end);
    if (this.#at < end) this.#at = end;
    const character = this.#text[this.#at];
    if (character === '"') {
      this.#push('close-quote', this.#at + 1);
      this.#modes.pop();
    } else if (character === '\n') {
      this.#push('missing-quote', this.#at);
      this.#leaveTemplatesOfThisLine(mode.start);
    } else if (character !== undefined) {
      this.#lexSequenceStart();
    }
  }

  /** The offset of the next character that `stop` knows, or the end of the text. */
  #seek(stop: RegExp, from: number): number {
    stop.lastIndex = from;
    return stop.exec(this.#text)?.index ?? this.#text.length;
  }

  #startsSequence(at: number): boolean {
    return this.#text[at + 1] === '{';
  }

  #lexSequenceStart(): void {
    const end = this.#match(SEQUENCE) ?? this.#at + 2;
    this.#push(this.#text[this.#at] === '$' ? 'open-interpolation' : 'open-directive', end);
    this.#modes.push({ kind: 'sequence', braces: 0 });
  }

  /**
   * A quote that stays open up to the end of its line may really be the closing quote of a string whose interpolation
   * was not closed; everything that was opened on this line ends with it.
   */
  #leaveTemplatesOfThisLine(start: number): void {
    this.#modes.pop();
    const lineStart = this.#text.lastIndexOf('\n', start) + 1;
    const outermost = this.#modes.findIndex((mode) => mode.kind === 'quoted' && mode.start >= lineStart);
    if (outermost !== -1) this.#modes.length = outermost;
  }

  #lexHeredoc(marker: string): void {
    let end = this.#at;
    for (;;) {
      end = this.#seek(HEREDOC_STOP, end);
      const character = this.#text[end];
      if (character === undefined) {
        this.#push('template-literal', end);
        return;
      }
      if (character === '\n') {
        end += 1;
        if (this.#ahead.heredocEnd(end, marker) === undefined) continue;
        this.#push('template-literal', end);
        this.#closeHeredoc(marker);
        return;
      }
      if (this.#startsSequence(end)) break;
      end += escapeLength(this.#text, end);
    }
    if (end > this.#at) this.#push('template-literal', end);
    this.#lexSequenceStart();
  }

  #closeHeredoc(marker: string): void {
    this.#at = this.#ahead.heredocEnd(this.#at, marker) ?? this.#at;
    this.#push('close-heredoc', this.#at + marker.length);
    this.#at = this.#ahead.afterBlanks(this.#at);
    this.#modes.pop();
  }

  #lexTemplate(): void {
    let end = this.#seek(TEMPLATE_STOP, this.#at);
    while (end < this.#text.length && !this.#startsSequence(end)) {
      end = this.#seek(TEMPLATE_STOP, end + escapeLength(this.#text, end));
    }
    if (end > this.#at) this.#push('template-literal', end);
    if (end < this.#text.length) this.#lexSequenceStart();
  }
}

function braceStep(kind: Punctuation): number {
  if (kind === '{') return 1;
  return kind === '}' ? -1 : 0;
}

/** How far to go over a `$` or `%` that starts no sequence: three characters for the escapes `$${` and `%%{`. */
function escapeLength(text: string, at: number): number {
  const character = text[at];
  return text[at + 1] === character && text[at + 2] === '{' ? 3 : 1;
}
