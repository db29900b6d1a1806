import { startsNewItem } from './item-start.ts';
import type { Token, TokenKind } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { adviceOn, describeToken } from './unexpected-token.ts';

interface SequenceRules<T> {
  /** The opening bracket, which has been read. */
  readonly open: Token;
  readonly close: ')' | ']';
  /** What the brackets enclose, for messages: `list`. */
  readonly what: string;
  /** Reads one item. */
  readonly item: () => T;
}

/** Items between brackets, separated by commas, one more comma allowed at the end; line endings mean nothing. */
export function parseSequence<T>(stream: TokenStream, rules: SequenceRules<T>): { items: T[]; close: Token } {
  return stream.withNewlines('ignored', () => {
    const items: T[] = [];
    for (;;) {
      const end = stream.accept(rules.close);
      if (end !== undefined) return { items, close: end };
      refuseUnclosed(stream, rules.open, rules.close, rules.what);
      items.push(rules.item());
      if (stream.peek().kind === rules.close) continue;
      if (stream.accept(',') === undefined) throw separatorExpected(stream, rules);
    }
  });
}

/** Reads the closing bracket of `what`, or reports that it is missing. */
export function closing(stream: TokenStream, open: Token, kind: TokenKind, what: string): Token {
  const token = stream.accept(kind);
  if (token !== undefined) return token;
  refuseUnclosed(stream, open, kind, what);
  const found = stream.peek();
  throw stream.fail({
    code: 'closing-bracket-expected',
    summary: `Missing "${kind}"`,
    detail: `Expected "${kind}" to end the ${what}, but found ${describeToken(stream, found)}.${adviceOn(stream, found)}`,
    subject: stream.range(found),
    context: stream.rangeFrom(open, found),
  });
}

/** Reports brackets that are still open where the text ends or visibly goes on with something else. */
export function refuseUnclosed(stream: TokenStream, open: Token, close: TokenKind, what: string): void {
  const token = stream.peek();
  const ended = token.kind === 'end' || token.kind === 'missing-quote';
  if (!ended && !startsNewItem(stream, token)) return;
  const where = ended ? 'before the text ends' : `before ${describeToken(stream, token)} starts something new`;
  throw stream.fail({
    code: 'unclosed-bracket',
    summary: `Unclosed "${stream.text(open)}"`,
    detail: `There is no "${close}" to end this ${what} ${where}. Brackets that do not match further on can also be the reason.`,
    subject: stream.range(open),
  });
}

function separatorExpected<T>(stream: TokenStream, rules: SequenceRules<T>): Error {
  refuseUnclosed(stream, rules.open, rules.close, rules.what);
  const token = stream.peek();
  return stream.fail({
    code: 'comma-expected',
    summary: 'Missing comma',
    detail: `Expected "," or "${rules.close}" after an item of this ${rules.what}, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
    subject: stream.range(token),
    context: stream.rangeFrom(rules.open, token),
  });
}
