import type { Attribute, BodyItem } from './ast.ts';
import { attributeOf } from './attribute-parts.ts';
import { parseExpression } from './expression-parser.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { describeToken } from './unexpected-token.ts';

/**
 * The content of `name { argument = value }`, without the braces (HCL spec, "Structural Elements", OneLineBlock). What
 * else is found there is reported once; `parseRest` then reads it as if the block had several lines, complaining less.
 */
export function parseOneLine(stream: TokenStream, parseRest: () => BodyItem[]): BodyItem[] {
  const name = stream.peek();
  if (name.kind === '}') return [];
  const follower = stream.peek(1);
  if (name.kind === 'identifier' && follower.kind === '=') {
    const attribute = parseAttribute(stream);
    const token = stream.peek();
    if (token.kind === '}') return [attribute];
    report(stream, token, token);
    if (token.kind === ',') stream.next();
    return [attribute, ...parseRest()];
  }
  report(stream, name, name.kind === 'identifier' ? follower : name);
  return parseRest();
}

function parseAttribute(stream: TokenStream): Attribute {
  const name = stream.next();
  const equals = stream.next();
  return attributeOf(stream, name, equals, parseExpression(stream));
}

function report(stream: TokenStream, first: Token, last: Token): void {
  const nested = first !== last;
  const open = first.kind === 'newline';
  stream.report({
    code: 'invalid-one-line-block',
    summary: 'Invalid block on one line',
    detail: nested
      ? `A block on one line holds a single argument (name { argument = value }), and no other blocks. Put "${stream.text(first)}" on a line of its own.`
      : open
        ? 'This block has an argument on the line of its opening brace, so it must be closed on that line too. Otherwise start a new line after the opening brace.'
        : `A block on one line must be closed by "}" after its single argument, but found ${describeToken(stream, first)}. Put each argument on a line of its own.`,
    subject: stream.rangeFrom(first, last),
  });
}
