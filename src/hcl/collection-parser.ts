import type { Expression, Name, ObjectItem, ObjectKey } from './expression-ast.ts';
import { closing, parseSequence, refuseUnclosed } from './sequence-parser.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { adviceOn, describeToken } from './unexpected-token.ts';

type ParseExpression = (stream: TokenStream) => Expression;

/** What `for` introduces, in expressions and in template directives. */
export interface ForIntroduction {
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

/** `[…]`: a tuple, or a for expression that makes one. */
export function parseTupleOrFor(stream: TokenStream, parseExpression: ParseExpression): Expression {
  const open = stream.next();
  if (startsFor(stream)) return stream.withNewlines('ignored', () => parseForTuple(stream, open, parseExpression));
  const { items, close } = parseSequence(stream, {
    open,
    close: ']',
    what: 'list',
    item: () => parseExpression(stream),
  });
  return { kind: 'tuple', items, range: stream.rangeFrom(open, close) };
}

/** `{…}`: an object, or a for expression that makes one. */
export function parseObjectOrFor(stream: TokenStream, parseExpression: ParseExpression): Expression {
  const open = stream.next();
  if (startsFor(stream)) return stream.withNewlines('ignored', () => parseForObject(stream, open, parseExpression));
  return stream.withNewlines('count', () => parseObject(stream, open, parseExpression));
}

function startsFor(stream: TokenStream): boolean {
  return stream.withNewlines('ignored', () => stream.atKeyword('for'));
}

function parseObject(stream: TokenStream, open: Token, parseExpression: ParseExpression): Expression {
  const items: ObjectItem[] = [];
  for (;;) {
    while (stream.accept('newline') !== undefined);
    const close = stream.accept('}');
    if (close !== undefined) return { kind: 'object', items, range: stream.rangeFrom(open, close) };
    refuseEnd(stream, open);
    const key = parseObjectKey(stream, parseExpression);
    readAssignment(stream, open, key);
    items.push({ key, value: parseExpression(stream) });
    const { kind } = stream.peek();
    if (kind === '}') continue;
    if (stream.accept(',') === undefined && stream.accept('newline') === undefined)
      throw separatorExpected(stream, open);
  }
}

/** Within braces a line `name = …` is an item like any other, so only the end of the text shows that they are open. */
function refuseEnd(stream: TokenStream, open: Token): void {
  const { kind } = stream.peek();
  if (kind === 'end' || kind === 'missing-quote') refuseUnclosed(stream, open, '}', 'object');
}

function parseObjectKey(stream: TokenStream, parseExpression: ParseExpression): ObjectKey {
  const token = stream.peek();
  const follower = stream.peek(1).kind;
  if (token.kind === 'identifier' && (follower === '=' || follower === ':')) {
    stream.next();
    return { kind: 'name', name: stream.text(token), range: stream.range(token) };
  }
  const expression = parseExpression(stream);
  return { kind: 'expression', expression, range: expression.range };
}

function readAssignment(stream: TokenStream, open: Token, key: ObjectKey): void {
  if (stream.accept('=') !== undefined || stream.accept(':') !== undefined) return;
  refuseEnd(stream, open);
  const token = stream.peek();
  throw stream.fail({
    code: 'object-value-expected',
    summary: 'Missing value of an object item',
    detail: `Expected "=" and a value after the name of this item, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
    subject: stream.range(token),
    context: { ...key.range, end: stream.range(token).end },
  });
}

function separatorExpected(stream: TokenStream, open: Token): Error {
  refuseEnd(stream, open);
  const token = stream.peek();
  return stream.fail({
    code: 'item-separator-expected',
    summary: 'Missing comma or new line',
    detail: `Items of an object are separated by commas or line endings, but after this one comes ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
    subject: stream.range(token),
    context: stream.rangeFrom(open, token),
  });
}

function parseForTuple(stream: TokenStream, open: Token, parseExpression: ParseExpression): Expression {
  const introduction = parseForHead(stream, parseExpression);
  const value = parseExpression(stream);
  const arrow = stream.peek();
  if (arrow.kind === '=>') {
    throw stream.fail({
      code: 'key-in-tuple-for',
      summary: 'Key in a for expression that makes a list',
      detail:
        'A for expression in square brackets has one result per element. To make keys and values, use braces: { for … : key => value }',
      subject: stream.range(arrow),
      context: stream.rangeFrom(open, arrow),
    });
  }
  const condition = parseForCondition(stream, parseExpression);
  const close = closing(stream, open, ']', 'for expression');
  return { kind: 'for-tuple', ...introduction, value, condition, range: stream.rangeFrom(open, close) };
}

function parseForObject(stream: TokenStream, open: Token, parseExpression: ParseExpression): Expression {
  const introduction = parseForHead(stream, parseExpression);
  const key = parseExpression(stream);
  const arrow = stream.peek();
  if (stream.accept('=>') === undefined) {
    throw stream.fail({
      code: 'for-value-expected',
      summary: 'Missing value of a for expression',
      detail: `A for expression in braces makes keys and values; expected "=>" after the key, but found ${describeToken(stream, arrow)}. To make a list, use square brackets.`,
      subject: stream.range(arrow),
      context: stream.rangeFrom(open, arrow),
    });
  }
  const value = parseExpression(stream);
  const grouping = stream.accept('...') !== undefined;
  const condition = parseForCondition(stream, parseExpression);
  const close = closing(stream, open, '}', 'for expression');
  return { kind: 'for-object', ...introduction, key, value, grouping, condition, range: stream.rangeFrom(open, close) };
}

function parseForHead(stream: TokenStream, parseExpression: ParseExpression): ForIntroduction {
  const introduction = parseForIntroduction(stream, parseExpression);
  if (stream.accept(':') !== undefined) return introduction;
  const token = stream.peek();
  throw stream.fail({
    code: 'invalid-for',
    summary: 'Invalid for expression',
    detail: `Expected ":" after the collection, but found ${describeToken(stream, token)}. Write: for name in collection : result`,
    subject: stream.range(token),
  });
}

function parseForCondition(stream: TokenStream, parseExpression: ParseExpression): Expression | undefined {
  if (!stream.atKeyword('if')) return undefined;
  stream.next();
  return parseExpression(stream);
}

/** `for name in collection` or `for key, value in collection`; the next token is `for`. */
export function parseForIntroduction(stream: TokenStream, parseExpression: ParseExpression): ForIntroduction {
  stream.next();
  const first = parseLoopName(stream);
  const second = stream.accept(',') === undefined ? undefined : parseLoopName(stream);
  const token = stream.peek();
  if (!stream.atKeyword('in')) {
    throw stream.fail({
      code: 'invalid-for',
      summary: 'Invalid for expression',
      detail: `Expected "in" and a collection after the variable names, but found ${describeToken(stream, token)}. Write: for name in collection`,
      subject: stream.range(token),
    });
  }
  stream.next();
  const collection = parseExpression(stream);
  return second === undefined
    ? { keyName: undefined, valueName: first, collection }
    : { keyName: first, valueName: second, collection };
}

function parseLoopName(stream: TokenStream): Name {
  const token = stream.peek();
  if (token.kind === 'identifier') {
    stream.next();
    return { text: stream.text(token), range: stream.range(token) };
  }
  throw stream.fail({
    code: 'invalid-for',
    summary: 'Invalid for expression',
    detail: `Expected the name of a variable after "for", but found ${describeToken(stream, token)}. Write: for name in collection. (A key that is called "for" must be quoted.)`,
    subject: stream.range(token),
  });
}
