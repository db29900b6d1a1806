import { MAXIMUM_TOKENS, tokenize } from '../lexer.ts';
import { Source } from '../source.ts';
import { alignComments, alignEquals } from './alignment.ts';
import { indentLines } from './indentation.ts';
import { type Line, linesOf } from './piece.ts';
import { setSpaces } from './spacing.ts';

/**
 * The text in the canonical format, which is what HashiCorp's tools give (`packer fmt`): spaces in expressions,
 * indentation by brackets, aligned `=` and comments. Comments, blank lines and line endings stay as they are, and so
 * does the meaning; a byte order mark goes. The text must be one that parses; of others, the result is unspecified.
 */
export function formatHcl(text: string): string {
  const source = new Source('', text);
  const tokens = tokenize(source);
  // Beyond this the rest of the text is left out. Such a text does not parse, and must not lose its rest here either.
  if (tokens.length > MAXIMUM_TOKENS) return text;
  const lines = linesOf(source, tokens);
  for (const { pieces } of lines) setSpaces(pieces);
  indentLines(lines);
  alignEquals(lines);
  alignComments(lines);
  return lines.map(write).join('');
}

function write({ pieces, ending }: Line): string {
  return pieces.map(({ text, blanks }) => ' '.repeat(blanks) + text).join('') + ending;
}
