import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';

/** What a token is, in words that fit after "but found". */
export function describeToken(stream: TokenStream, token: Token): string {
  const text = stream.text(token);
  switch (token.kind) {
    case 'end':
      return 'the end of the text';
    case 'newline':
      return 'the end of the line';
    case 'identifier':
      return `the name "${text}"`;
    case 'number':
      return `the number ${text}`;
    case 'open-quote':
      return 'a quoted string';
    case 'open-heredoc':
      return 'a heredoc';
    case 'close-sequence':
      return 'the "}" that ends the template sequence';
    case 'missing-quote':
      return 'the end of the line, within a string that is not closed';
    case 'invalid':
      return describeInvalid(text);
    default:
      return `"${text}"`;
  }
}

/** What to do about a token that never belongs where it stands, as a sentence with a blank before it; or nothing. */
export function adviceOn(stream: TokenStream, token: Token): string {
  const text = stream.text(token);
  const following = stream.source.text.slice(token.start, token.start + 8);
  if (token.kind === 'invalid') return adviceOnInvalid(text);
  if (/^<<(?!=)/.test(following)) {
    return ' A heredoc is introduced by "<<" and a name, both unquoted, with nothing after them on their line: <<EOT';
  }
  if (token.kind === 'open-quote' && stream.source.text.slice(token.start - 2, token.start) === '""') {
    return ' Three quotes have no meaning; a text of several lines is written as a heredoc (<<EOT).';
  }
  if (token.kind === '*' && stream.source.text[token.start - 1] === '*') {
    return ' There is no operator for powers; call a function such as pow(2, 8).';
  }
  if (token.kind === '=' && !following.startsWith('==')) return ' To compare two values, write "==".';
  return '';
}

function describeInvalid(text: string): string {
  if (text.startsWith('/*')) return 'a comment that is not closed';
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text)) return `the character ${text === '"' ? text : `"${text}"`}`;
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `the invisible character U+${code}`;
}

function adviceOnInvalid(text: string): string {
  if (text.startsWith('/*')) return ' Close it with "*/".';
  switch (text) {
    case "'":
      return ' Enclose strings in double quotes (").';
    case '`':
      return ' Enclose strings in double quotes ("), or write a text of several lines as a heredoc (<<EOT).';
    case '“':
    case '”':
    case '„':
    case '«':
    case '»':
    case '‘':
    case '’':
      return ' Replace the typographic quotation marks by straight double quotes ("); word processors put them in.';
    case ';':
      return ' Write each argument on a line of its own, and commas between the items of a list.';
    case '&':
      return ' The operator for "and" is "&&"; there are no operators on bits.';
    case '|':
      return ' The operator for "or" is "||"; there are no operators on bits.';
    case '~':
      return ' The operator for "not" is "!"; there are no operators on bits.';
    case '$':
      return ` Outside of strings an expression is written as it is, without "\${" and "}".`;
    case '\r':
      return ' It is half of a Windows line ending; save the file with LF or CR LF line endings.';
    default:
      return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text)
        ? ' It has no meaning in this language outside of strings and comments.'
        : ' Delete it and type the text around it again; it may have come with copied text.';
  }
}
