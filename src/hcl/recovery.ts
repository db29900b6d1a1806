import { isFirstOnLine, startsNewItem } from './item-start.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';

const OPENING = new Set(['{', '[', '(', 'open-quote', 'open-heredoc', 'open-interpolation', 'open-directive']);
const CLOSING = new Set(['}', ']', ')', 'close-quote', 'close-heredoc', 'close-sequence']);

/**
 * Goes to where the next item of a body should start, after an error in the item that starts at `itemStart`: to the end
 * of the line on which its brackets are balanced, or before a line that is indented as the item is and looks like
 * another one, which is what follows when a bracket was left open.
 */
export function skipItem(stream: TokenStream, itemStart: number): void {
  const failedAt = stream.mark();
  const first = stream.tokenAt(itemStart);
  const { column } = stream.source.position(first.start);
  const open: Token[] = [];
  stream.withNewlines('count', () => {
    stream.goTo(itemStart);
    for (let token = stream.peek(); token.kind !== 'end'; token = stream.peek()) {
      const mayStop = stream.mark() >= failedAt && token !== first;
      const ends =
        open.length === 0 ? token.kind === 'newline' || token.kind === '}' : startsOutside(stream, token, column);
      if (mayStop && ends) return;
      if (OPENING.has(token.kind)) open.push(token);
      else if (CLOSING.has(token.kind)) open.pop();
      else if (token.kind === 'missing-quote') leaveTemplates(stream, open, token);
      stream.next();
    }
  });
}

/** A missing quote ends all templates that were opened on its line. */
function leaveTemplates(stream: TokenStream, open: Token[], end: Token): void {
  const lineStart = stream.source.text.lastIndexOf('\n', end.start - 1) + 1;
  const outermost = open.findIndex((token) => token.kind.startsWith('open-') && token.start >= lineStart);
  if (outermost !== -1) open.length = outermost;
}

/** Whether a token that is seemingly within brackets is, by its indentation, outside of them. */
function startsOutside(stream: TokenStream, token: Token, itemColumn: number): boolean {
  if (!isFirstOnLine(stream, token)) return false;
  const { column } = stream.source.position(token.start);
  if (token.kind === '}') return column < itemColumn;
  return column <= itemColumn && startsNewItem(stream, token);
}
