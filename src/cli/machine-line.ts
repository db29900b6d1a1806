/**
 * One line of Packer's machine-readable output: `<unix seconds>,<target>,<category>,<data…>`, with its line ending. Commas
 * in data are written `%!(PACKER_COMMA)`, line endings `\r` and `\n` (Packer, "Machine-Readable Output").
 */
export function machineLine(now: number, target: string, category: string, data: readonly string[]): string {
  return `${[String(Math.floor(now / 1000)), ...[target, category, ...data].map(escaped)].join(',')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll(',', '%!(PACKER_COMMA)').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}
