import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import { type Diagnostic, type DiagnosticParts, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import type { Source } from '../source.ts';
import { brackets, isOpening } from './brackets.ts';

/** What is wrong in a place and leaves the rest of the text as readable as it was. */
const LOCAL: ReadonlySet<string> = new Set([
  'InvalidCommentToken',
  'InvalidUnicode',
  'InvalidEscapeCharacter',
  'InvalidCharacter',
]);

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

/** More errors than anybody reads. */
const MAXIMUM_PROBLEMS = 100;

/**
 * What jsonc-parser has found, for people: everything that stands alone, and of what may follow from each other the first.
 */
export function jsonProblems(source: Source, errors: readonly ParseError[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let structural = false;
  // One error may be told twice: of a missing value first as a value, then as a property.
  const seen = new Set<number>();
  for (const error of errors) {
    const trailing = trailingComma(source, error);
    const local = LOCAL.has(printParseErrorCode(error.error)) || trailing !== undefined;
    if (seen.has(error.offset) || (structural && !local) || diagnostics.length >= MAXIMUM_PROBLEMS) continue;
    seen.add(error.offset);
    structural ||= !local;
    diagnostics.push(errorDiagnostic(trailing ?? unclosed(source, error) ?? describe(source, error)));
  }
  return diagnostics;
}

/** A comma after which the object or the array ends. */
function trailingComma(source: Source, { error, offset }: ParseError): DiagnosticParts | undefined {
  const code = printParseErrorCode(error);
  const expected = code === 'PropertyNameExpected' || code === 'ValueExpected';
  const close = source.text[offset];
  if (!expected || (close !== '}' && close !== ']')) return undefined;
  let comma = offset - 1;
  while (/\s/.test(source.text[comma] ?? '')) comma -= 1;
  if (source.text[comma] !== ',') return undefined;
  return {
    code: 'trailing-comma',
    summary: 'Comma after the last item',
    detail: `After this comma comes "${close}". JSON has commas between items only: remove this one.`,
    subject: source.range(comma, comma + 1),
    context: source.range(comma, offset + 1),
  };
}

/** The innermost object or array that the end of the text leaves open. */
function unclosed(source: Source, { error }: ParseError): DiagnosticParts | undefined {
  const code = printParseErrorCode(error);
  if (code !== 'CloseBraceExpected' && code !== 'CloseBracketExpected') return undefined;
  const open: number[] = [];
  for (const at of brackets(source.text)) {
    if (isOpening(source.text, at)) open.push(at);
    else open.pop();
  }
  const at = open.at(-1) ?? source.start;
  const [what, close] = source.text[at] === '[' ? ['array', ']'] : ['object', '}'];
  return {
    code: 'invalid-json',
    summary: `Unclosed ${what}`,
    detail: `There is no "${close}" to end this ${what} before the file ends.`,
    subject: source.range(at, at + 1),
  };
}

/** Where an item of an array is followed by `}`, or one of an object by `]`. */
function otherBracket(source: Source, offset: number): DiagnosticParts {
  const found = source.text.charAt(offset);
  const [what, open, close] = found === '}' ? ['array', '[', ']'] : ['object', '{', '}'];
  return {
    code: 'invalid-json',
    summary: `Missing "${close}"`,
    detail: `The ${what} that is open here ends with "${close}", but "${found}" comes first. Close what "${open}" has opened.`,
    subject: source.range(offset, offset + 1),
  };
}

function describe(source: Source, { error, offset, length }: ParseError): DiagnosticParts {
  const subject = source.range(offset, offset + length);
  const found = foundText(source, offset, length);
  const is = (code: string, summary: string, detail: string): DiagnosticParts => ({ code, summary, detail, subject });
  switch (printParseErrorCode(error)) {
    case 'InvalidCommentToken':
      return commentIn(subject);
    case 'InvalidSymbol':
      return invalidSymbol(source, offset, length);
    case 'PropertyNameExpected':
      return is(
        'invalid-json',
        'Property name expected',
        `Expected the name of a property in double quotes, but found ${found}: { "name": value }`,
      );
    case 'ValueExpected':
      return is(
        'invalid-json',
        'Value expected',
        `Expected a value, but found ${found}. A value is a string in double quotes, a number, true, false, null, an object or an array.`,
      );
    case 'ColonExpected':
      return is(
        'invalid-json',
        'Colon expected',
        `Expected ":" between the name of a property and its value, but found ${found}.`,
      );
    case 'CommaExpected':
      if (source.text[offset] === '}' || source.text[offset] === ']') return otherBracket(source, offset);
      return is(
        'invalid-json',
        'Comma expected',
        `Expected "," between this item and the one before it, but found ${found}.`,
      );
    case 'EndOfFileExpected':
      return is('invalid-json', 'Text after the end', `The JSON value is complete, but after it comes ${found}.`);
    case 'UnexpectedEndOfString':
      return is(
        'unclosed-string',
        'Unclosed string',
        'There is no closing quote (") for this string on its line. Within a string a quote is written \\" and a line ending \\n.',
      );
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return is('invalid-json', 'Invalid number', `A number is written such as 12, -0.5 or 1e3.`);
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return is(
        'invalid-escape',
        'Invalid escape sequence',
        'A "\\" in this string begins no escape sequence. For a backslash itself write two ("\\\\"); valid are \\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t and \\uNNNN.',
      );
    default:
      return is(
        'invalid-json',
        'Invalid character in a string',
        'A control character has to be written as an escape sequence: a tab \\t, a line ending \\n, any other \\uNNNN.',
      );
  }
}

function commentIn(subject: SourceRange): DiagnosticParts {
  return {
    code: 'comment-in-json',
    summary: 'Comment in JSON',
    detail:
      'JSON has no comments. Remove it, or write it as a property "//", which is passed over in a block: "//": "why it is so".',
    subject,
  };
}

/** Something that is no token at all: mostly what another language has in its place. */
function invalidSymbol(source: Source, offset: number, length: number): DiagnosticParts {
  const text = source.text.slice(offset, offset + length);
  const subject = source.range(offset, offset + length);
  if (text.startsWith("'") || text.startsWith('`')) {
    return {
      code: 'wrong-quotes',
      summary: 'Wrong quotes',
      detail: `In JSON strings and names are written in double quotes ("), not in ${text.charAt(0)}.`,
      subject,
    };
  }
  if (text.startsWith('#')) return commentIn(subject);
  const meant = KEYWORDS.get(text.toLowerCase());
  return {
    code: 'invalid-json',
    summary: 'No JSON',
    detail:
      meant === undefined
        ? `This means nothing in JSON. Text and names are written in double quotes, and in a template an expression as a string: "\${var.name}".`
        : `Did you mean ${meant}? For text, enclose it in double quotes.`,
    subject,
  };
}

/** What is found in a place, without its text, which may be a secret in a variable file. */
function foundText(source: Source, offset: number, length: number): string {
  if (offset >= source.text.length) return 'the end of the file';
  const first = source.text.charAt(offset);
  if (first === '"') return 'a string';
  if (/[-0-9]/.test(first)) return 'a number';
  return length > 1 ? 'something else' : `"${first}"`;
}
