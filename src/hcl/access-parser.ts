import type { AccessStep, AttributeStep, Expression, IndexStep, SplatStep } from './expression-ast.ts';
import { closing } from './sequence-parser.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { describeToken } from './unexpected-token.ts';

type ParseExpression = (stream: TokenStream) => Expression;

/** The postfix operators after a term: attributes, indexes and splats (HCL spec, "Index Operator" and what follows). */
export function parseSteps(stream: TokenStream, parseExpression: ParseExpression): AccessStep[] {
  const steps: AccessStep[] = [];
  for (;;) {
    const token = stream.peek();
    if (token.kind === '.') steps.push(parseDotStep(stream));
    else if (token.kind === '[') steps.push(parseBracketStep(stream, parseExpression));
    else return steps;
  }
}

function parseDotStep(stream: TokenStream): AccessStep {
  const dot = stream.next();
  const star = stream.accept('*');
  if (star !== undefined) return parseAttributeOnlySplat(stream, dot, star);
  return parseDottedName(stream, dot);
}

/** `.name`, or `.0` as the older language HIL had it. */
function parseDottedName(stream: TokenStream, dot: Token): AttributeStep | IndexStep {
  const token = stream.peek();
  const text = stream.text(token);
  if (token.kind === 'identifier') {
    stream.next();
    return { kind: 'attribute', name: text, range: stream.rangeFrom(dot, token) };
  }
  if (token.kind === 'number') return parseLegacyIndex(stream, dot, token);
  throw stream.fail({
    code: 'attribute-name-expected',
    summary: 'Missing attribute name',
    detail: `Expected the name of an attribute after ".", but found ${describeToken(stream, token)}.`,
    subject: stream.range(token),
    context: stream.rangeFrom(dot, token),
  });
}

function parseLegacyIndex(stream: TokenStream, dot: Token, token: Token): IndexStep {
  const text = stream.text(token);
  if (!/^\d+$/.test(text)) {
    const indexes = text
      .split('.')
      .map((index) => `[${index}]`)
      .join('');
    throw stream.fail({
      code: 'invalid-legacy-index',
      summary: 'Invalid index after a dot',
      detail: /^\d+\.\d+$/.test(text)
        ? `".${text}" would be two indexes, which can't be chained by dots. Write them in brackets: ${indexes}`
        : `An index must be a whole number, but found ${text}.`,
      subject: stream.range(token),
      context: stream.rangeFrom(dot, token),
    });
  }
  stream.next();
  const key: Expression = { kind: 'number', text, range: stream.range(token) };
  return { kind: 'index', key, legacy: true, range: stream.rangeFrom(dot, token) };
}

function parseAttributeOnlySplat(stream: TokenStream, dot: Token, star: Token): SplatStep {
  const each: AccessStep[] = [];
  let last = star;
  while (stream.peek().kind === '.') {
    const next = stream.next();
    const nested = stream.peek();
    if (nested.kind === '*') {
      throw stream.fail({
        code: 'nested-splat',
        summary: 'Splat within an attribute-only splat',
        detail: 'After ".*" only attributes can follow. To go through lists within lists, write "[*]" for both.',
        subject: stream.range(nested),
        context: stream.rangeFrom(dot, nested),
      });
    }
    each.push(parseDottedName(stream, next));
    last = stream.previous();
  }
  return {
    kind: 'splat',
    form: 'attribute-only',
    each,
    markerRange: stream.rangeFrom(dot, star),
    range: stream.rangeFrom(dot, last),
  };
}

function parseBracketStep(stream: TokenStream, parseExpression: ParseExpression): IndexStep | SplatStep {
  const open = stream.next();
  const step = stream.withNewlines('ignored', (): IndexStep | { star: Token; close: Token } => {
    const star = stream.accept('*');
    const key = star === undefined ? parseExpression(stream) : undefined;
    const close = closing(stream, open, ']', 'index');
    if (key !== undefined) return { kind: 'index', key, legacy: false, range: stream.rangeFrom(open, close) };
    return { star: star ?? open, close };
  });
  if ('kind' in step) return step;
  // A splat takes the steps after it for itself, so they nest.
  const each = stream.nested(() => parseSteps(stream, parseExpression));
  const last = each.length === 0 ? step.close : stream.previous();
  return {
    kind: 'splat',
    form: 'full',
    each,
    markerRange: stream.rangeFrom(open, step.close),
    range: stream.rangeFrom(open, last),
  };
}
