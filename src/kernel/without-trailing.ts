/**
 * The text without any of these characters at its end. A pattern such as `/\s+$/` takes time with the square of a long
 * run that something follows, since it tries again at each character of it.
 */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
