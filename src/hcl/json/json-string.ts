import type { Diagnosed } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import type { Expression, JsonStringExpression, TemplateExpression } from '../expression-ast.ts';
import { parseExpressionIn, parseTemplateIn } from '../parser.ts';
import type { Source } from '../source.ts';
import { EmbeddedSource } from './embedded-source.ts';

/** What the escapes of JSON may look like; one that is wrong counts as it does for jsonc-parser, as nothing. */
const PIECE = /\\u[0-9a-fA-F]{4}|\\u[0-9a-fA-F]*|\\.|./gs;

/** A string in a JSON text. It is parsed as HCL only where somebody asks for it, and once. */
export class JsonString implements JsonStringExpression {
  readonly kind = 'json-string';
  readonly text: string;
  readonly range: SourceRange;
  readonly #source: Source;
  #template: Diagnosed<TemplateExpression> | undefined;
  #native: Diagnosed<Expression> | undefined;

  /** `range` is that of the string with its quotes, and `text` what it stands for. */
  constructor(source: Source, range: SourceRange, text: string) {
    this.#source = source;
    this.range = range;
    this.text = text;
  }

  get template(): Diagnosed<TemplateExpression> {
    this.#template ??= parseTemplateIn(this.#content());
    return this.#template;
  }

  get native(): Diagnosed<Expression> {
    this.#native ??= parseExpressionIn(this.#content());
    return this.#native;
  }

  #content(): Source {
    const start = this.range.start.offset + 1;
    const raw = this.#source.text.slice(start, this.range.end.offset);
    if (!raw.includes('\\')) return new EmbeddedSource(this.#source, this.text, (offset) => start + offset);
    const offsets = offsetsOf(raw);
    const end = offsets.at(-1) ?? 0;
    return new EmbeddedSource(this.#source, this.text, (offset) => start + (offsets[offset] ?? end));
  }
}

/** Where each code unit that a JSON string stands for begins in what is written, and where the last one ends. */
function offsetsOf(raw: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const [piece] of raw.matchAll(PIECE)) {
    if (piece === '"') break;
    if (isEscapeOrPlain(piece)) offsets.push(at);
    at += piece.length;
  }
  return [...offsets, at];
}

function isEscapeOrPlain(piece: string): boolean {
  if (!piece.startsWith('\\')) return true;
  return piece.startsWith('\\u') ? piece.length === 6 : /^\\["\\/bfnrt]$/.test(piece);
}
