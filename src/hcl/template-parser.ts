import type { SourceRange } from '../kernel/source-range.ts';
import type { Expression, TemplateExpression, TemplatePart } from './expression-ast.ts';
import { isHeredocIntroducer } from './lexer.ts';
import { buildParts } from './template-directives.ts';
import {
  flushIndentation,
  splitLines,
  stripLeading,
  stripTrailing,
  unescapeQuotedText,
  unescapeTemplateText,
} from './template-literals.ts';
import { parseSequenceItem, type TemplateItem } from './template-sequences.ts';
import type { Token, TokenKind } from './token.ts';
import type { TokenStream } from './token-stream.ts';

type ParseExpression = (stream: TokenStream) => Expression;

/** A template in quotes; the next token is the opening quote. */
export function parseQuoted(stream: TokenStream, parseExpression: ParseExpression): TemplateExpression {
  const open = stream.next();
  return stream.nested(() => {
    const items = parseItems(stream, 'close-quote', parseExpression);
    const close = stream.peek();
    if (close.kind !== 'close-quote') throw unclosedQuote(stream, open, close);
    const parts = buildParts(stream, items, stream.range(close));
    stream.next();
    return { kind: 'template', form: 'quoted', parts, range: stream.rangeFrom(open, close) };
  });
}

function unclosedQuote(stream: TokenStream, open: Token, end: Token): Error {
  const text = stream.source.text.slice(open.start, open.start + 3);
  return stream.fail({
    code: 'unclosed-string',
    summary: 'Unclosed string',
    detail:
      text === '"""'
        ? 'Three quotes do not enclose a text of several lines here; write it as a heredoc (<<EOT).'
        : 'There is no closing quote (") for this string on its line. A quote within a string is written \\", and a text of several lines as a heredoc (<<EOT).',
    subject: stream.rangeFrom(open, end),
  });
}

/** A heredoc; the next token is its introducer. */
export function parseHeredoc(stream: TokenStream, parseExpression: ParseExpression): TemplateExpression {
  const open = stream.next();
  return stream.nested(() => {
    const items = parseItems(stream, 'close-heredoc', parseExpression);
    const close = stream.peek();
    const introducer = stream.text(open).trimEnd();
    if (!isHeredocIntroducer(stream.text(open))) reportIntroducer(stream, open, introducer);
    if (close.kind !== 'close-heredoc') {
      const marker = introducer.replace(/^<<-?/, '');
      throw stream.fail({
        code: 'unclosed-heredoc',
        summary: 'Unclosed heredoc',
        detail: `There is no line that holds nothing but "${marker}" to end this heredoc.`,
        subject: stream.source.range(open.start, open.start + introducer.length),
      });
    }
    if (introducer.startsWith('<<-')) flushIndentation(items);
    const parts = buildParts(stream, items, stream.range(close));
    stream.next();
    return { kind: 'template', form: 'heredoc', parts, range: stream.rangeFrom(open, close) };
  });
}

/** `<<"EOT"`, `<<EOT # comment` and the like: the heredoc can be read all the same. */
function reportIntroducer(stream: TokenStream, open: Token, introducer: string): void {
  stream.report({
    code: 'invalid-heredoc',
    summary: 'Invalid start of a heredoc',
    detail: 'A heredoc starts with "<<" or "<<-" and a name without quotes, with nothing after it on its line: <<EOT',
    subject: stream.source.range(open.start, open.start + introducer.length),
  });
}

/** A text that is a template as a whole. */
export function parseBareTemplate(stream: TokenStream, parseExpression: ParseExpression): TemplateExpression {
  const items = parseItems(stream, 'end', parseExpression);
  const end = stream.range(stream.peek());
  const parts: TemplatePart[] = buildParts(stream, items, end);
  return {
    kind: 'template',
    form: 'bare',
    parts,
    range: stream.source.range(stream.source.start, stream.source.text.length),
  };
}

/** Literals, interpolations and directives one after another, stripped, up to the token that ends the template. */
function parseItems(stream: TokenStream, end: TokenKind, parseExpression: ParseExpression): TemplateItem[] {
  const items = readItems(stream, end, parseExpression);
  strip(items);
  return items;
}

/** A strip marker takes the blanks of the literal piece next to it, which in a heredoc is at most a line. */
function strip(items: readonly TemplateItem[]): void {
  for (const [index, item] of items.entries()) {
    if (item.kind === 'literal') continue;
    const before = items[index - 1];
    const after = items[index + 1];
    if (item.stripBefore && before?.kind === 'literal') before.text = stripTrailing(before.text);
    if (item.stripAfter && after?.kind === 'literal') after.text = stripLeading(after.text);
  }
}

function readItems(stream: TokenStream, end: TokenKind, parseExpression: ParseExpression): TemplateItem[] {
  const items: TemplateItem[] = [];
  for (;;) {
    const token = stream.peek();
    if (token.kind === end) return items;
    switch (token.kind) {
      case 'quoted-literal':
        items.push(quotedLiteral(stream, stream.next()));
        break;
      case 'template-literal':
        for (const line of templateLiterals(stream, stream.next())) items.push(line);
        break;
      case 'open-interpolation':
      case 'open-directive':
        items.push(parseSequenceItem(stream, parseExpression));
        break;
      default:
        return items;
    }
  }
}

function quotedLiteral(stream: TokenStream, token: Token): TemplateItem {
  const newline = stream.text(token).search(/\r?\n/);
  if (newline !== -1) {
    throw stream.fail({
      code: 'multi-line-string',
      summary: 'Line ending in a quoted string',
      detail:
        'A quoted string must end on the line on which it starts. Write \\n for a line ending, or a heredoc (<<EOT) for a text of several lines.',
      subject: lineEndingRange(stream, token, newline),
    });
  }
  const text = unescapeQuotedText(stream.source, token.start, token.end, (diagnostic) => stream.report(diagnostic));
  return { kind: 'literal', text, range: stream.range(token) };
}

function lineEndingRange(stream: TokenStream, token: Token, newline: number): SourceRange {
  const start = token.start + newline;
  return stream.source.range(start, stream.source.text.indexOf('\n', start) + 1);
}

function templateLiterals(stream: TokenStream, token: Token): TemplateItem[] {
  let at = token.start;
  return splitLines(stream.text(token)).map((line) => {
    const range = stream.source.range(at, at + line.length);
    at += line.length;
    return { kind: 'literal', text: unescapeTemplateText(line), range };
  });
}
