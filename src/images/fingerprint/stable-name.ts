/**
 * What stays of a name when time goes on: the same name at other times and with other random values is put beside it, and
 * what is alike in all of them counts, without the digits next to what is not. The whole name where nothing differs.
 *
 * @param others the same name at other times, of which no part of a date or time is alike in all (`moments.ts`)
 */
export function stableName(name: string, others: readonly string[]): string {
  if (others.every((other) => other === name)) return name;
  const prefix = others.reduce((common, other) => common.slice(0, commonStart(common, other)), name);
  const reversed = others
    .map(reverse)
    .reduce((common, other) => common.slice(0, commonStart(common, other)), reverse(name));
  const suffix = reverse(reversed.slice(0, name.length - prefix.length));
  return `${prefix.replace(/\d+$/, '')}…${suffix.replace(/^\d+/, '')}`;
}

function commonStart(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let index = 0;
  while (index < length && a[index] === b[index]) index += 1;
  return index;
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}
