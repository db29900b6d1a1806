/** Whether the text as a whole is an identifier (HCL spec, "Identifiers"; its scanner also lets one start with `_`). */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(text);
}
