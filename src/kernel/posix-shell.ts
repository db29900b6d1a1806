/** The text as one word of a POSIX shell command line, whatever is in it (POSIX XCU 2.2.2, single quotes). */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(text)) return text;
  return `'${escapeForSingleQuotes(text)}'`;
}

/** The text so that it can stand between single quotes that are already written. */
export function escapeForSingleQuotes(text: string): string {
  return text.replaceAll("'", `'"'"'`);
}
