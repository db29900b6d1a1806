import type { Diagnosed, Diagnostic } from '../kernel/diagnostics.ts';
import { errorDiagnostic } from '../kernel/diagnostics.ts';
import type { Body, NativeBody } from './ast.ts';
import { parseFileBody } from './body-parser.ts';
import type { Expression, TemplateExpression } from './expression-ast.ts';
import { parseExpression as parseExpressionTokens } from './expression-parser.ts';
import { MAXIMUM_TOKENS, tokenize, tokenizeTemplate } from './lexer.ts';
import { Source } from './source.ts';
import { parseBareTemplate } from './template-parser.ts';
import type { Token } from './token.ts';
import { SyntaxFailure, TokenStream } from './token-stream.ts';
import { adviceOn, describeToken } from './unexpected-token.ts';

/** Longest text that is read, in UTF-16 code units: far above what people write, far below what fills the memory. */
export const MAXIMUM_LENGTH = 4 * 1024 * 1024;

export interface ParsedFile<B extends Body = Body> {
  /** What could be read; where something could not, an invalid expression stands, or the item is missing. */
  readonly body: B;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file of HCL native syntax (HCL spec, "Structural Elements"). Never throws; several errors come out together. */
export function parseFile(source: Source): ParsedFile<NativeBody> {
  const { value, diagnostics } = parse(source, tokenize, parseFileBody);
  return { body: value ?? emptyBody(source), diagnostics };
}

/** Parses a text that is one expression. There is no value where there are errors. */
export function parseExpression(text: string, filename: string): Diagnosed<Expression> {
  return parseExpressionIn(new Source(filename, text));
}

/** The same for a text that has its place in a file. */
export function parseExpressionIn(source: Source): Diagnosed<Expression> {
  return parse(source, tokenize, (stream) =>
    // As if it stood in parentheses: there is nothing around that a line ending could separate it from.
    stream.withNewlines('ignored', () => {
      const expression = parseExpressionTokens(stream);
      const extra = stream.peek();
      if (extra.kind === 'end') return expression;
      throw stream.fail({
        code: 'extra-text',
        summary: 'Extra text after an expression',
        detail: `The expression is complete, but after it comes ${describeToken(stream, extra)}.${adviceOn(stream, extra)}`,
        subject: stream.range(extra),
        context: expression.range,
      });
    }),
  );
}

/** Parses a text that is a template as a whole (HCL spec, "Templates"). There is no value where there are errors. */
export function parseTemplate(text: string, filename: string): Diagnosed<TemplateExpression> {
  return parseTemplateIn(new Source(filename, text));
}

/** The same for a text that has its place in a file. */
export function parseTemplateIn(source: Source): Diagnosed<TemplateExpression> {
  return parse(source, tokenizeTemplate, (stream) => parseBareTemplate(stream, parseExpressionTokens));
}

function parse<T>(
  source: Source,
  lex: (source: Source) => readonly Token[],
  read: (stream: TokenStream) => T,
): Diagnosed<T> {
  const excess = checkLength(source);
  if (excess !== undefined) return { value: undefined, diagnostics: [excess] };
  const tokens = lex(source);
  if (tokens.length > MAXIMUM_TOKENS) return { value: undefined, diagnostics: [tooManyTokens(source)] };
  const stream = new TokenStream(source, tokens);
  try {
    const value = read(stream);
    return { value, diagnostics: stream.diagnostics };
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return { value: undefined, diagnostics: stream.diagnostics };
    throw failure;
  }
}

function tooManyTokens(source: Source): Diagnostic {
  return errorDiagnostic({
    code: 'text-too-long',
    summary: 'Text too long',
    detail: `"${source.filename}" has more than ${MAXIMUM_TOKENS} words and signs; no more are read. Is it really a template? Large data can stay in a file of its own, for the functions file, jsondecode, yamldecode or csvdecode.`,
    subject: source.range(source.start, source.start),
  });
}

/** What to say of a text that is too long to be read. */
export function checkLength(source: Source): Diagnostic | undefined {
  if (source.text.length <= MAXIMUM_LENGTH) return undefined;
  return errorDiagnostic({
    code: 'text-too-long',
    summary: 'Text too long',
    detail: `"${source.filename}" has ${source.text.length} characters; at most ${MAXIMUM_LENGTH} are read. Is it really a template?`,
    subject: source.range(source.start, source.start),
  });
}

function emptyBody(source: Source): NativeBody {
  const end = source.range(source.text.length, source.text.length);
  const range = source.range(source.start, source.text.length);
  return { kind: 'body', items: [], attributes: new Map(), blocks: [], range, endRange: end };
}
