import type { SourceRange } from '../kernel/source-range.ts';
import { parseForIntroduction } from './collection-parser.ts';
import type { Expression, Name } from './expression-ast.ts';
import type { LiteralPiece } from './template-literals.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { describeToken } from './unexpected-token.ts';

type ParseExpression = (stream: TokenStream) => Expression;

/** One element of a template before the directives are matched with their ends. */
export type TemplateItem = LiteralPiece | SequenceItem;

/** An interpolation or a directive, and whether it strips the blanks before and after itself (`~`). */
export type SequenceItem = {
  readonly range: SourceRange;
  readonly stripBefore: boolean;
  readonly stripAfter: boolean;
} & (
  | { readonly kind: 'interpolation'; readonly expression: Expression }
  | { readonly kind: 'if'; readonly condition: Expression }
  | {
      readonly kind: 'for';
      readonly keyName: Name | undefined;
      readonly valueName: Name;
      readonly collection: Expression;
    }
  | { readonly kind: 'else' | 'endif' | 'endfor' }
);

/** Reads `${…}` or `%{…}`; the next token opens it. */
export function parseSequenceItem(stream: TokenStream, parseExpression: ParseExpression): SequenceItem {
  const open = stream.next();
  return stream.withNewlines('ignored', () => {
    const content =
      open.kind === 'open-interpolation'
        ? ({ kind: 'interpolation', expression: parseInterpolated(stream, open, parseExpression) } as const)
        : parseDirective(stream, open, parseExpression);
    const close = closeSequence(stream, open);
    return {
      ...content,
      range: stream.rangeFrom(open, close),
      stripBefore: stream.text(open).endsWith('~'),
      stripAfter: stream.text(close).startsWith('~'),
    };
  });
}

function parseInterpolated(stream: TokenStream, open: Token, parseExpression: ParseExpression): Expression {
  const token = stream.peek();
  refuseOpenEnd(stream, open, token);
  if (token.kind !== 'close-sequence') return parseExpression(stream);
  throw stream.fail({
    code: 'expression-expected',
    summary: 'Empty interpolation',
    detail: `Expected an expression between "\${" and "}". For these characters themselves, write "$\${".`,
    subject: stream.rangeFrom(open, token),
  });
}

function closeSequence(stream: TokenStream, open: Token): Token {
  const close = stream.accept('close-sequence');
  if (close !== undefined) return close;
  const token = stream.peek();
  refuseOpenEnd(stream, open, token);
  const opening = stream.text(open).slice(0, 2);
  throw stream.fail({
    code: 'sequence-end-expected',
    summary: opening === '${' ? 'Extra text in an interpolation' : 'Extra text in a template directive',
    detail: `Expected "}" to end this sequence, but found ${describeToken(stream, token)}. If "${opening}" is meant for another language, a shell for instance, write "${opening.charAt(0)}${opening}" to have it left alone.`,
    subject: stream.range(token),
    context: stream.rangeFrom(open, token),
  });
}

function refuseOpenEnd(stream: TokenStream, open: Token, token: Token): void {
  if (!isOpenEnd(stream, token)) return;
  const opening = stream.text(open).slice(0, 2);
  throw stream.fail({
    code: 'unclosed-sequence',
    summary: opening === '${' ? 'Unclosed interpolation' : 'Unclosed template directive',
    detail: `There is no "}" to end this sequence before the ${token.kind === 'end' ? 'text' : 'string'} ends. For the characters "${opening}" themselves, write "${opening.charAt(0)}${opening}".`,
    subject: stream.range(open),
    context: stream.rangeFrom(open, token),
  });
}

/** Whether the template ends here; a quote that is not closed again on its line is the template's own. */
function isOpenEnd(stream: TokenStream, token: Token): boolean {
  if (token.kind === 'end' || token.kind === 'missing-quote') return true;
  if (token.kind !== 'open-quote') return false;
  const literal = stream.peek(1).kind === 'quoted-literal';
  return stream.peek(literal ? 2 : 1).kind === 'missing-quote';
}

function parseDirective(stream: TokenStream, open: Token, parseExpression: ParseExpression) {
  const token = stream.peek();
  refuseOpenEnd(stream, open, token);
  const keyword = token.kind === 'identifier' ? stream.text(token) : '';
  switch (keyword) {
    case 'if':
      stream.next();
      return { kind: 'if', condition: parseExpression(stream) } as const;
    case 'for':
      return { kind: 'for', ...parseForIntroduction(stream, parseExpression) } as const;
    case 'else':
    case 'endif':
    case 'endfor':
      stream.next();
      return { kind: keyword } as const;
    default:
      throw stream.fail({
        code: 'unknown-directive',
        summary: 'Unknown template directive',
        detail: `Expected if, else, endif, for or endfor after "%{", but found ${describeToken(stream, token)}. For the characters "%{" themselves, write "%%{".`,
        subject: stream.range(token),
        context: stream.rangeFrom(open, token),
      });
  }
}
