import { rangeBetween, type SourceRange } from '../kernel/source-range.ts';
import type { BlockLabel } from './ast.ts';
import { unescapeQuotedText } from './template-literals.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { adviceOn, describeToken } from './unexpected-token.ts';

interface BlockHeader {
  readonly type: string;
  readonly typeRange: SourceRange;
  readonly labels: readonly BlockLabel[];
  readonly headerRange: SourceRange;
}

/** The type and the labels of a block; the next token afterwards is the opening brace. */
export function parseBlockHeader(stream: TokenStream): BlockHeader {
  const type = stream.next();
  const typeRange = stream.range(type);
  const labels: BlockLabel[] = [];
  for (;;) {
    const token = stream.peek();
    switch (token.kind) {
      case '{': {
        const headerRange = rangeBetween(typeRange, labels.at(-1)?.range ?? typeRange);
        return { type: stream.text(type), typeRange, labels, headerRange };
      }
      case 'identifier':
        stream.next();
        labels.push({ text: stream.text(token), quoted: false, range: stream.range(token) });
        break;
      case 'open-quote':
        labels.push(parseQuotedLabel(stream));
        break;
      default:
        if (!skipToBraceOnNextLine(stream, token)) throw braceExpected(stream, type, labels, token);
    }
  }
}

function parseQuotedLabel(stream: TokenStream): BlockLabel {
  const open = stream.next();
  const literal = stream.accept('quoted-literal');
  const text =
    literal === undefined
      ? ''
      : unescapeQuotedText(stream.source, literal.start, literal.end, (diagnostic) => stream.report(diagnostic));
  const close = stream.peek();
  if (literal !== undefined && stream.text(literal).includes('\n')) throw multiLineLabel(stream, literal);
  if (close.kind === 'open-interpolation' || close.kind === 'open-directive') {
    throw stream.fail({
      code: 'template-in-label',
      summary: 'Template sequence in a block label',
      detail: `Block labels are literal text and can't hold expressions. For the characters "${stream.text(close).slice(0, 2)}" themselves, double the first one.`,
      subject: stream.range(close),
    });
  }
  if (close.kind !== 'close-quote') {
    throw stream.fail({
      code: 'unclosed-string',
      summary: 'Unclosed string',
      detail: 'There is no closing quote (") for this block label on its line.',
      subject: stream.rangeFrom(open, close),
    });
  }
  stream.next();
  return { text, quoted: true, range: stream.rangeFrom(open, close) };
}

function multiLineLabel(stream: TokenStream, literal: Token): Error {
  return stream.fail({
    code: 'multi-line-string',
    summary: 'Line ending in a quoted string',
    detail: 'A block label must end on the line on which it starts.',
    subject: stream.range(literal),
  });
}

/** An opening brace on a line of its own is refused, but the block can be read. */
function skipToBraceOnNextLine(stream: TokenStream, token: Token): boolean {
  const brace = stream.peek(1);
  if (token.kind !== 'newline' || brace.kind !== '{') return false;
  stream.report({
    code: 'brace-on-next-line',
    summary: 'Opening brace on the next line',
    detail: 'The opening brace of a block must be on the line of its type and labels.',
    subject: stream.range(brace),
  });
  stream.next();
  return true;
}

/** What was meant by a name that neither an equals sign nor a block follows. */
function braceExpected(stream: TokenStream, type: Token, labels: readonly BlockLabel[], token: Token): Error {
  const name = stream.text(type);
  const subject = stream.range(token);
  if (labels.length === 0) {
    return stream.fail({
      code: 'value-or-block-expected',
      summary: 'Argument or block expected',
      detail: `Expected "=" and a value (to set the argument "${name}") or "{" (to start a block "${name}"), but found ${describeToken(stream, token)}.${headerAdvice(stream, token)}`,
      subject,
      context: stream.rangeFrom(type, token),
    });
  }
  return stream.fail({
    code: 'brace-expected',
    summary: 'Invalid block header',
    detail: `Expected another label or "{" after the header of the block "${name}", but found ${describeToken(stream, token)}.${headerAdvice(stream, token)}`,
    subject,
    context: stream.rangeFrom(type, token),
  });
}

function headerAdvice(stream: TokenStream, token: Token): string {
  if (token.kind === ':') return ' Arguments are set by "=", not by ":".';
  if (token.kind === '==') return ' Arguments are set by a single "=".';
  if (token.kind === '.' || token.kind === '[') return ' Only whole arguments can be set, not parts of their values.';
  if (token.kind === '+' || token.kind === '-') return ' There are no assignments that add to a value.';
  return adviceOn(stream, token);
}
