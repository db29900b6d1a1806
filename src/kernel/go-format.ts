/** `%s` and `%%` of Go's fmt.Sprintf: what Packer's formats of variables hold. A value that is missing is empty. */
export function goFormat(pattern: string, values: readonly string[]): string {
  let next = 0;
  return pattern.replace(/%[s%]/g, (verb) => {
    if (verb === '%%') return '%';
    const value = values[next] ?? '';
    next += 1;
    return value;
  });
}
