import { rangeBetween } from '../kernel/source-range.ts';
import type { Attribute, BodyItem, NativeBlock, NativeBody } from './ast.ts';
import { attributeOf } from './attribute-parts.ts';
import { parseBlockHeader } from './block-header-parser.ts';
import type { Expression } from './expression-ast.ts';
import { parseExpression } from './expression-parser.ts';
import { parseOneLine } from './one-line-block.ts';
import { skipItem } from './recovery.ts';
import type { Token } from './token.ts';
import { SyntaxFailure, type TokenStream } from './token-stream.ts';
import { adviceOn, describeToken } from './unexpected-token.ts';

/** How strictly line endings are asked for: a block that was already found to be laid out wrongly gets one error only. */
type Layout = 'strict' | 'lenient';

/** Reads a whole file. */
export function parseFileBody(stream: TokenStream): NativeBody {
  const items: BodyItem[] = [];
  while (stream.peek().kind !== 'end') {
    for (const item of parseItems(stream, 'strict')) items.push(item);
    const stray = stream.accept('}');
    if (stray !== undefined) {
      stream.report({
        code: 'unexpected-closing-brace',
        summary: 'Unexpected "}"',
        detail:
          'There is no open block that this brace could close. Remove it, or look for a block above that is closed too early.',
        subject: stream.range(stray),
      });
    }
  }
  return body(stream, items, stream.source.start, stream.source.text.length);
}

/** Reads attributes and blocks up to a closing brace or the end; goes on with the next one after an error. */
function parseItems(stream: TokenStream, layout: Layout): BodyItem[] {
  const items: BodyItem[] = [];
  for (;;) {
    // A missing quote met here belongs to a string that was reported and left.
    while ((stream.accept('newline') ?? stream.accept('missing-quote')) !== undefined);
    const token = stream.peek();
    if (token.kind === 'end' || token.kind === '}') return items;
    const mark = stream.mark();
    try {
      items.push(parseItem(stream, layout));
    } catch (failure) {
      recover(stream, failure, mark);
    }
  }
}

function recover(stream: TokenStream, failure: unknown, itemStart: number): void {
  if (!(failure instanceof SyntaxFailure) || failure.final) throw failure;
  skipItem(stream, itemStart);
}

function parseItem(stream: TokenStream, layout: Layout): BodyItem {
  const token = stream.peek();
  if (token.kind !== 'identifier') throw itemExpected(stream, token);
  return stream.peek(1).kind === '=' ? parseAttribute(stream, layout) : parseBlock(stream, layout);
}

function itemExpected(stream: TokenStream, token: Token): Error {
  if (token.kind === 'open-quote') {
    return stream.fail({
      code: 'quoted-name',
      summary: 'Quoted argument name',
      detail: 'The names of arguments and blocks are written without quotes.',
      subject: stream.range(token),
    });
  }
  return stream.fail({
    code: 'item-expected',
    summary: 'Argument or block expected',
    detail: `Expected an argument (name = value) or a block (name { … }), but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
    subject: stream.range(token),
  });
}

function parseAttribute(stream: TokenStream, layout: Layout): Attribute {
  const mark = stream.mark();
  const name = stream.next();
  const equals = stream.next();
  const valueMark = stream.mark();
  let expression: Expression;
  try {
    skipToValueOnNextLine(stream);
    expression = parseExpression(stream);
    endAttribute(stream, layout);
  } catch (failure) {
    recover(stream, failure, mark);
    const start = stream.tokenAt(valueMark).start;
    expression = { kind: 'invalid', range: stream.source.range(start, Math.max(start, stream.previous().start)) };
  }
  return attributeOf(stream, name, equals, expression);
}

/** A value on the line after its equals sign is refused, but can be read. */
function skipToValueOnNextLine(stream: TokenStream): void {
  const [newline, value, follower] = [stream.peek(), stream.peek(1), stream.peek(2)];
  if (newline.kind !== 'newline') return;
  if (['newline', 'end', '}'].includes(value.kind)) return;
  if (value.kind === 'identifier' && ['=', '{', 'open-quote', 'identifier'].includes(follower.kind)) return;
  stream.report({
    code: 'value-on-next-line',
    summary: 'Value on the next line',
    detail: 'A value must start on the line of its equals sign. It can go on over several lines within brackets.',
    subject: stream.range(value),
  });
  stream.next();
}

/** An argument ends with its line; the value has been read, so an error here does not lose it. */
function endAttribute(stream: TokenStream, layout: Layout): void {
  const token = stream.peek();
  if (token.kind === 'newline' || token.kind === 'end' || (layout === 'lenient' && token.kind === '}')) return;
  const mark = stream.mark();
  stream.report({
    code: 'line-ending-expected',
    summary: token.kind === ',' ? 'Comma after an argument' : 'Missing line ending after an argument',
    detail:
      token.kind === ','
        ? 'Arguments are separated by line endings, not by commas. Write each argument on a line of its own.'
        : `Each argument must be on a line of its own, but after the value comes ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
    subject: stream.range(token),
  });
  if (token.kind !== '}') skipItem(stream, mark);
}

function parseBlock(stream: TokenStream, layout: Layout): NativeBlock {
  const header = parseBlockHeader(stream);
  return stream.nested(() => {
    const open = stream.next();
    const inner = stream.peek();
    const oneLine = inner.kind !== 'newline' && inner.kind !== 'end';
    const items = oneLine ? parseOneLine(stream, () => parseItems(stream, 'lenient')) : parseItems(stream, 'strict');
    const close = closeBlock(stream, open);
    endBlock(stream, layout);
    const closeBraceRange = stream.range(close);
    return {
      kind: 'block',
      ...header,
      openBraceRange: stream.range(open),
      closeBraceRange,
      body: body(stream, items, open.end, close.start),
      range: rangeBetween(header.typeRange, closeBraceRange),
    };
  });
}

function closeBlock(stream: TokenStream, open: Token): Token {
  const close = stream.accept('}');
  if (close !== undefined) return close;
  // A heredoc that does not end has taken the closing brace, too.
  if (stream.hasReported('unclosed-heredoc')) return stream.peek();
  stream.reportOnce({
    code: 'unclosed-block',
    summary: 'Unclosed block',
    detail:
      'There is no closing brace for this block before the text ends. Braces that do not match further on can also be the reason.',
    subject: stream.range(open),
  });
  return stream.peek();
}

function endBlock(stream: TokenStream, layout: Layout): void {
  const token = stream.peek();
  if (token.kind === 'newline' || token.kind === 'end' || (layout === 'lenient' && token.kind === '}')) return;
  const mark = stream.mark();
  stream.report({
    code: 'line-ending-expected',
    summary: 'Missing line ending after a block',
    detail: `A block must be followed by a new line, but after its closing brace comes ${describeToken(stream, token)}.`,
    subject: stream.range(token),
  });
  if (token.kind === ',' || token.kind === 'invalid') skipItem(stream, mark);
}

function body(stream: TokenStream, items: readonly BodyItem[], start: number, end: number): NativeBody {
  const attributes = new Map<string, Attribute>();
  const kept: BodyItem[] = [];
  for (const item of items) {
    const earlier = item.kind === 'attribute' ? attributes.get(item.name) : undefined;
    if (item.kind === 'attribute' && earlier !== undefined) {
      reportDuplicate(stream, item, earlier);
      continue;
    }
    if (item.kind === 'attribute') attributes.set(item.name, item);
    kept.push(item);
  }
  return {
    kind: 'body',
    items: kept,
    attributes,
    blocks: kept.filter((item) => item.kind === 'block'),
    range: stream.source.range(start, end),
    endRange: stream.source.range(end, end),
  };
}

function reportDuplicate(stream: TokenStream, item: Attribute, earlier: Attribute): void {
  const { line, column } = earlier.nameRange.start;
  stream.report({
    code: 'duplicate-argument',
    summary: 'Argument set twice',
    detail: `The argument "${item.name}" was already set at ${stream.source.filename}:${line}:${column}. Each argument may be set only once.`,
    subject: item.nameRange,
  });
}
