import { formatNumber } from '../../hcl/values/number.ts';
import { BOOL } from '../../hcl/values/types.ts';
import { Value } from '../../hcl/values/value.ts';
import type { AttributeType } from '../../kernel/schema.ts';

/**
 * A value as Packer takes it from a JSON template for an option of this type (mapstructure, weakly typed): "true" and 1 for
 * true, "8" for 8, "a,b" for a list of two, one value for a list of one, a bare number for nanoseconds, the empty text for
 * what is not set. What fits in no such way is given back as it is, for the decoder to judge.
 */
export function weaklyTyped(value: Value, type: AttributeType): Value {
  const { kind } = value.type;
  switch (type) {
    case 'string':
      return asText(value);
    case 'number':
      return asWholeNumber(value);
    case 'bool':
      return asBool(value);
    case 'duration':
      return kind === 'number' ? Value.string(`${formatNumber(value.asNumber())}ns`) : value;
    case 'strings':
      return asTexts(value);
    case 'string-lists':
      return kind === 'tuple' ? Value.tuple(value.asElements().map(asTexts)) : value;
    case 'string-map':
      return asTextMap(value);
  }
}

/** A fraction is cut off; a text may have the prefix of another base, and a 0 alone is that of 8 (Go: strconv.ParseInt). */
function asWholeNumber(value: Value): Value {
  switch (value.type.kind) {
    case 'bool':
      return Value.number(value.asBool() ? 1 : 0);
    case 'number':
      return Value.number(value.asNumber().trunc());
    case 'string': {
      if (isEmptyText(value)) return Value.nullOf(value.type);
      const [, sign, digits] = /^([+-]?)(0[box]?\w+)$/i.exec(value.asString()) ?? [];
      if (digits === undefined) return value;
      const number = Number(digits.replace(/^0(?=\d)/, '0o'));
      return Number.isNaN(number) ? value : Value.number(sign === '-' ? -number : number);
    }
    default:
      return value;
  }
}

function isEmptyText(value: Value): boolean {
  return value.type.kind === 'string' && value.asString() === '';
}

function asText(value: Value): Value {
  if (value.type.kind === 'bool') return Value.string(value.asBool() ? '1' : '0');
  return value;
}

/** A null in a list or map is the empty text. */
function elementText(value: Value): Value {
  return value.isNull ? Value.string('') : asText(value);
}

/** Go: strconv.ParseBool. */
const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

function asBool(value: Value): Value {
  if (value.type.kind === 'number') return Value.bool(!value.asNumber().isZero());
  if (value.type.kind !== 'string') return value;
  const text = value.asString();
  if (text === '') return Value.nullOf(BOOL);
  if (TRUE.has(text)) return Value.bool(true);
  return FALSE.has(text) ? Value.bool(false) : value;
}

function asTexts(value: Value): Value {
  switch (value.type.kind) {
    case 'string':
      return Value.tuple(isEmptyText(value) ? [] : value.asString().split(',').map(Value.string));
    case 'number':
    case 'bool':
      return Value.tuple([asText(value)]);
    case 'tuple':
      return Value.tuple(value.asElements().map(elementText));
    case 'object':
      return value.asEntries().size === 0 ? Value.tuple([]) : value;
    default:
      return value;
  }
}

/** An array of maps counts as one map, in which the later ones win. */
function asTextMap(value: Value): Value {
  const maps = value.type.kind === 'tuple' ? value.asElements() : [value];
  if (!maps.every(({ type, isNull }) => type.kind === 'object' && !isNull)) return value;
  const entries = maps.flatMap((map) => [...map.asEntries()]);
  return Value.object(new Map(entries.map(([name, each]) => [name, elementText(each)])));
}
