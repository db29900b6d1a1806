import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';

/**
 * Whether the next token, met where an expression should go on, is the start of another argument or block or the end of
 * the block around: then a bracket was left open, and the token itself is not at fault.
 */
export function startsNewItem(stream: TokenStream, token: Token): boolean {
  if (!isFirstOnLine(stream, token)) return false;
  if (token.kind === '}') return true;
  if (token.kind !== 'identifier') return false;
  const follower = stream.peek(1);
  const between = stream.source.text.slice(token.end, follower.start);
  return !between.includes('\n') && ['=', '{', 'open-quote'].includes(follower.kind);
}

export function isFirstOnLine(stream: TokenStream, token: Token): boolean {
  const { text } = stream.source;
  let at = token.start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at === stream.source.start || text[at - 1] === '\n';
}
