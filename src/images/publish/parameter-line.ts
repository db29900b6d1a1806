/** One line of the input `ssm-parameter`. */
export interface ParameterLine {
  /** As it is written, with its `{{ }}`. */
  readonly name: string;
  /** Undefined: that of the build. */
  readonly region: string | undefined;
}

/** `name` or `name=region`; undefined: it is neither. What stands in `{{ }}` may hold a "=". */
export function parseParameterLine(line: string): ParameterLine | undefined {
  const text = line.trim();
  const outside = text.replace(/\{\{.*?\}\}/gs, (braces) => '_'.repeat(braces.length));
  const at = outside.indexOf('=');
  if (at === -1) return text === '' ? undefined : { name: text, region: undefined };
  const name = text.slice(0, at).trim();
  const region = text.slice(at + 1).trim();
  return name !== '' && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region) ? { name, region } : undefined;
}
