import { rangeBetween, type SourceRange } from '../kernel/source-range.ts';
import type { TemplatePart } from './expression-ast.ts';
import type { SequenceItem, TemplateItem } from './template-sequences.ts';
import type { TokenStream } from './token-stream.ts';

type Directive = Extract<SequenceItem, { kind: 'if' | 'for' }>;

/** Matches each directive with its end; `end` is where the template stops. */
export function buildParts(stream: TokenStream, items: readonly TemplateItem[], end: SourceRange): TemplatePart[] {
  return new PartBuilder(stream, items, end).all();
}

class PartBuilder {
  readonly #stream: TokenStream;
  readonly #items: readonly TemplateItem[];
  readonly #end: SourceRange;
  #index = 0;

  constructor(stream: TokenStream, items: readonly TemplateItem[], end: SourceRange) {
    this.#stream = stream;
    this.#items = items;
    this.#end = end;
  }

  all(): TemplatePart[] {
    const parts = this.#parts();
    const item = this.#items[this.#index];
    if (item === undefined) return parts;
    throw this.#stream.fail({
      code: 'unexpected-directive',
      summary: `Unexpected ${item.kind} directive`,
      detail: `There is no directive open that this "${item.kind}" could belong to.`,
      subject: item.range,
    });
  }

  /** Parts up to the next `else`, `endif` or `endfor`, or to the end. */
  #parts(): TemplatePart[] {
    const parts: TemplatePart[] = [];
    for (let item = this.#items[this.#index]; item !== undefined; item = this.#items[this.#index]) {
      if (item.kind === 'else' || item.kind === 'endif' || item.kind === 'endfor') return parts;
      this.#index += 1;
      if (item.kind === 'literal') appendLiteral(parts, item.text, item.range);
      else if (item.kind === 'interpolation')
        parts.push({ kind: 'interpolation', expression: item.expression, range: item.range });
      else if (isDirective(item)) parts.push(this.#directive(item));
    }
    return parts;
  }

  #directive(item: Directive): TemplatePart {
    return this.#stream.nested(() => {
      const body = this.#parts();
      if (item.kind === 'for') {
        const { keyName, valueName, collection } = item;
        const range = rangeBetween(item.range, this.#endOf(item, 'endfor'));
        return { kind: 'for', keyName, valueName, collection, body, range };
      }
      let whenFalse: TemplatePart[] = [];
      if (this.#items[this.#index]?.kind === 'else') {
        this.#index += 1;
        whenFalse = this.#parts();
      }
      const range = rangeBetween(item.range, this.#endOf(item, 'endif'));
      return { kind: 'if', condition: item.condition, whenTrue: body, whenFalse, range };
    });
  }

  #endOf(start: Directive, keyword: 'endif' | 'endfor'): SourceRange {
    const item = this.#items[this.#index];
    if (item?.kind === keyword) {
      this.#index += 1;
      return item.range;
    }
    const { line } = start.range.start;
    throw this.#stream.fail(
      item === undefined
        ? {
            code: 'unclosed-directive',
            summary: `Unclosed ${start.kind} directive`,
            detail: `The template ends without the %{ ${keyword} } that belongs to this directive.`,
            subject: start.range,
            context: rangeBetween(start.range, this.#end),
          }
        : {
            code: 'unexpected-directive',
            summary: `Unexpected ${item.kind} directive`,
            detail: `The ${start.kind} directive that starts on line ${line} must be ended by %{ ${keyword} } first.`,
            subject: item.range,
            context: rangeBetween(start.range, item.range),
          },
    );
  }
}

function isDirective(item: SequenceItem): item is Directive {
  return item.kind === 'if' || item.kind === 'for';
}

/** Adds literal text, joined with the literal before it; text that was stripped away still keeps a template from being unwrapped. */
function appendLiteral(parts: TemplatePart[], text: string, range: SourceRange): void {
  const last = parts.at(-1);
  if (last?.kind === 'literal') {
    parts[parts.length - 1] = { kind: 'literal', text: last.text + text, range: rangeBetween(last.range, range) };
  } else {
    parts.push({ kind: 'literal', text, range });
  }
}
