import { parseExpression } from './parser.ts';

/** What says that the text ended too early, wherever that is noticed. */
const UNFINISHED: ReadonlySet<string> = new Set(['unclosed-bracket', 'unclosed-heredoc']);

/**
 * Whether a text that is typed line by line is the beginning of an expression: a bracket or a heredoc is open, or an
 * operator waits for what comes after it.
 */
export function expectsMore(text: string): boolean {
  const written = text.trimEnd();
  if (written === '') return false;
  // A heredoc needs a line of its own before it is seen as one.
  if (/<<-?[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(written) && written === text) return true;
  return parseExpression(text, 'input').diagnostics.some(
    ({ code, subject }) => UNFINISHED.has(code) || (subject?.start.offset ?? 0) >= written.length,
  );
}
