/** What a `{{ }}` action can hold; undefined is "no value", which a missing field gives. */
export type TemplateValue = undefined | boolean | number | string | readonly TemplateValue[] | TemplateMap;

export interface TemplateMap {
  readonly [key: string]: TemplateValue;
}

export function isTemplateMap(value: TemplateValue): value is TemplateMap {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isTemplateList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

/** A map's value under a key of its own; what objects inherit is none. */
export function entryOf(map: TemplateMap, key: string): TemplateValue {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Whether `if` takes it: no value, false, 0 and everything empty are false. */
export function isTruthy(value: TemplateValue): boolean {
  if (isTemplateList(value)) return value.length > 0;
  if (isTemplateMap(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** How Go's `%v` shows a value; `<no value>` at the top, `<nil>` inside. */
export function showValue(value: TemplateValue, missing = '<no value>'): string {
  if (value === undefined) return missing;
  if (typeof value === 'number') return showNumber(value);
  if (isTemplateList(value)) return `[${value.map((element) => showValue(element, '<nil>')).join(' ')}]`;
  if (isTemplateMap(value)) {
    const entries = Object.keys(value).sort();
    return `map[${entries.map((key) => `${key}:${showValue(value[key], '<nil>')}`).join(' ')}]`;
  }
  return String(value);
}

/** Whole numbers plainly; others by the fewest digits, with an exponent below -4 and from 6 on (Go: strconv, format g). */
function showNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const scientific = value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  return Number.isInteger(value) || (exponent >= -4 && exponent < 6) ? String(value) : scientific;
}

/** For messages: `a text`, `a number`, … */
export function nameOfType(value: TemplateValue): string {
  if (value === undefined) return 'no value';
  if (isTemplateList(value)) return 'a list';
  if (isTemplateMap(value)) return 'a map';
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}
