import { createScanner } from 'jsonc-parser';

/** The offset of each `{`, `[`, `}` and `]` that is not within a string or a comment. */
export function* brackets(text: string): Generator<number> {
  const scanner = createScanner(text, true);
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const at = scanner.getTokenOffset();
    if (/^[{[\]}]$/.test(text.slice(at, at + scanner.getTokenLength()))) yield at;
  }
}

/** Whether a bracket opens what another one closes. */
export function isOpening(text: string, at: number): boolean {
  return text[at] === '{' || text[at] === '[';
}
