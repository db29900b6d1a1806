/** Escape sequences (ECMA-48): those of a control sequence, of a string for the operating system, and of two characters. */
const ESCAPES = /\u001b(?:\[[0-9;:]*m|\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_]|.)?/g;
/** Control characters, and those that turn the direction of text around (Unicode Annex #9): what is seen is another text. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
/** Select Graphic Rendition: colours and weights, the one kind of escape sequence that is harmless (ECMA-48, 8.3.117). */
const COLOUR = /^\u001b\[[0-9;:]*m$/;

/**
 * Makes one line of a machine's output safe to print: nothing in it moves the cursor, clears the screen, sets a title or
 * starts a new line; colours stay when `colours` is true. Without this, a provisioner could hide or forge log lines.
 */
export function printableLine(text: string, colours: boolean): string {
  return text
    .replace(ESCAPES, (sequence) => (colours && COLOUR.test(sequence) ? sequence : ''))
    .replace(CONTROLS, (character) => (character === '\r' ? ' ' : '\ufffd'))
    .replaceAll('\n', ' ');
}
