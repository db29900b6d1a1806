import { parseDuration } from '../../kernel/duration.ts';
import type { AttributeType } from '../../kernel/schema.ts';
import { convert } from '../values/convert.ts';
import type { Path } from '../values/path.ts';
import { BOOL, listOf, mapOf, NUMBER, STRING, type Type } from '../values/types.ts';
import type { Value } from '../values/value.ts';

/** What Packer puts where a text is not known yet. */
export const UNKNOWN_TEXT = '<unknown>';

const TYPES: Readonly<Record<AttributeType, Type>> = {
  string: STRING,
  number: NUMBER,
  bool: BOOL,
  duration: STRING,
  strings: listOf(STRING),
  'string-lists': listOf(listOf(STRING)),
  'string-map': mapOf(STRING),
};

/** How each type is called in messages, and an example of it. */
const DESCRIPTIONS: Readonly<Record<AttributeType, string>> = {
  string: 'a string',
  number: 'a number',
  bool: 'true or false',
  duration: 'a duration, such as "30s", "5m" or "1h30m"',
  strings: 'a list of strings, such as ["a", "b"]',
  'string-lists': 'a list of lists of strings, such as [["a", "b"], ["c"]]',
  'string-map': 'a map of strings, such as { name = "value" }',
};

/** What an option holds while its value is not known, or after an error: nothing may be concluded from it. */
export function standIn(type: AttributeType): unknown {
  switch (type) {
    case 'string':
      return UNKNOWN_TEXT;
    case 'number':
    case 'duration':
      return 0;
    case 'bool':
      return false;
    case 'strings':
    case 'string-lists':
      return [];
    case 'string-map':
      return {};
  }
}

export interface AttributeFault {
  /** Where in the value. */
  readonly path: Path;
  /** A whole sentence. */
  readonly message: string;
}

export type PlainAttribute =
  | { readonly kind: 'value'; readonly data: unknown; readonly unknownPaths: readonly string[] }
  /** Null counts as not written. */
  | { readonly kind: 'null' }
  | { readonly kind: 'fault'; readonly fault: AttributeFault };

/** What to make of each text in a value: the text to use, or undefined when that was refused (and reported). */
export type TextHook = (text: string, path: Path, sensitive: boolean) => string | undefined;

/** A value as the plain data that an option of this type is decoded to. */
export function plainAttribute(value: Value, type: AttributeType, text: TextHook): PlainAttribute {
  const converted = convert(value, TYPES[type]);
  if (!converted.ok) {
    const { path, message } = elementFault(value, type) ?? converted.error;
    return { kind: 'fault', fault: { path, message: `Expected ${DESCRIPTIONS[type]}: ${message}.` } };
  }
  if (converted.value.isNull) return { kind: 'null' };
  const path = pathOfNull(converted.value);
  if (path !== undefined) return { kind: 'fault', fault: { path, message: NULL_ELEMENT } };
  return new PlainReader(text).read(converted.value, type);
}

/** Which element of a list or map is no text; a conversion as a whole only says that one of them is not. */
function elementFault(value: Value, type: AttributeType): { path: Path; message: string } | undefined {
  const { kind } = value.type;
  const fits = type === 'strings' ? kind === 'tuple' : type === 'string-map' && kind === 'object';
  if (!fits || value.isNull || value.isUnknown) return undefined;
  const keys = kind === 'object' ? [...value.asEntries().keys()] : undefined;
  for (const [index, element] of value.children().entries()) {
    const converted = convert(element, STRING);
    const key = keys?.[index] ?? index;
    if (!converted.ok) return { path: [{ kind: 'index', key }], message: converted.error.message };
  }
  return undefined;
}

/** All numbers of Packer's options are whole ones. */
const NOT_WHOLE = 'Expected a whole number, without a fraction and of at most 15 digits.';

const NULL_ELEMENT =
  'It is null, which no element of a list or map can be. Leave it out, or write "" for the empty text.';

/** Where a null is within a list or map; Packer refuses it there. */
function pathOfNull(value: Value): Path | undefined {
  const { kind } = value.type;
  if (value.isUnknown || value.isNull || (kind !== 'list' && kind !== 'map')) return undefined;
  const keys = kind === 'map' ? [...value.asEntries().keys()] : undefined;
  for (const [index, element] of value.children().entries()) {
    const below = element.isNull ? [] : pathOfNull(element);
    if (below === undefined) continue;
    // The keys of a sensitive map are not to be told.
    return value.isSensitive ? [] : [{ kind: 'index', key: keys?.[index] ?? index }, ...below];
  }
  return undefined;
}

class PlainReader {
  readonly #text: TextHook;
  readonly #unknownPaths: string[] = [];

  constructor(text: TextHook) {
    this.#text = text;
  }

  read(value: Value, type: AttributeType): PlainAttribute {
    if (value.isUnknown) return { kind: 'value', data: standIn(type), unknownPaths: [''] };
    if (type === 'duration') return this.#duration(value);
    if (type === 'number' && !Number.isSafeInteger(value.asNumber().toNumber())) {
      return { kind: 'fault', fault: { path: [], message: NOT_WHOLE } };
    }
    return { kind: 'value', data: this.#data(value, type), unknownPaths: this.#unknownPaths };
  }

  #data(value: Value, type: Exclude<AttributeType, 'duration'>): unknown {
    switch (type) {
      case 'string':
        return this.#textAt(value, [], '', value.isSensitive);
      case 'number':
        return value.asNumber().toNumber();
      case 'bool':
        return value.asBool();
      case 'strings':
        return this.#texts(value, [], '', value.isSensitive);
      case 'string-lists':
        return value
          .asElements()
          .map((list, index) => this.#texts(list, [{ kind: 'index', key: index }], `[${index}]`, value.isSensitive));
      case 'string-map':
        return Object.fromEntries(
          Array.from(value.asEntries(), ([name, element]) => [
            name,
            this.#textAt(element, [{ kind: 'index', key: name }], `.${name}`, value.isSensitive),
          ]),
        );
    }
  }

  #texts(value: Value, path: Path, suffix: string, sensitive: boolean): readonly string[] {
    if (value.isUnknown) this.#unknownPaths.push(suffix);
    if (value.isUnknown) return [];
    return value
      .asElements()
      .map((element, index) =>
        this.#textAt(
          element,
          [...path, { kind: 'index', key: index }],
          `${suffix}[${index}]`,
          sensitive || value.isSensitive,
        ),
      );
  }

  #textAt(value: Value, path: Path, suffix: string, sensitive: boolean): string {
    if (value.isUnknown) {
      this.#unknownPaths.push(suffix);
      return UNKNOWN_TEXT;
    }
    return this.#text(value.asString(), path, sensitive || value.isSensitive) ?? '';
  }

  #duration(value: Value): PlainAttribute {
    const text = this.#text(value.asString(), [], value.isSensitive);
    const milliseconds = text === undefined ? 0 : parseDuration(text);
    if (text === undefined || milliseconds !== undefined) {
      return { kind: 'value', data: milliseconds, unknownPaths: [] };
    }
    const shown = value.isSensitive ? 'This' : JSON.stringify(text);
    const unit = /^\d+$/.test(text) && !value.isSensitive ? ` The unit is missing: "${text}s" would be seconds.` : '';
    return { kind: 'fault', fault: { path: [], message: `${shown} is not ${DESCRIPTIONS.duration}.${unit}` } };
  }
}
