import type { Filter } from '@aws-sdk/client-ec2';
import { BakeError } from '../kernel/errors.ts';

/**
 * EC2 filters from a map of the template. As in Packer each value is one CSV record, so that `"a,b"` are two values of
 * which one has to match; quotes are lazy and leading blanks do not count (Go's encoding/csv with LazyQuotes and
 * TrimLeadingSpace). Sorted by name.
 */
export function ec2Filters(filters: Readonly<Record<string, string>>): Filter[] {
  return Object.entries(filters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ Name: name, Values: csvRecord(value) }));
}

/** The fields of one CSV record. An empty text has one empty field. Throws where a quoted field does not end. */
export function csvRecord(text: string): string[] {
  const fields: string[] = [];
  let rest = text.replace(/^\s+/, '');
  for (;;) {
    const quoted = rest.startsWith('"');
    const [field, length] = quoted ? quotedField(rest, text) : plainField(rest);
    fields.push(field);
    if (length >= rest.length) return fields;
    rest = rest.slice(length + 1).replace(/^\s+/, '');
  }
}

function plainField(text: string): [field: string, length: number] {
  const comma = text.indexOf(',');
  const length = comma < 0 ? text.length : comma;
  return [text.slice(0, length), length];
}

/** A quote ends the field only in front of a comma or the end; two quotes are one; others stand for themselves. */
function quotedField(text: string, whole: string): [field: string, length: number] {
  let field = '';
  for (let index = 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character !== '"') field += character;
    else if (text[index + 1] === '"') {
      field += '"';
      index += 1;
    } else if (index + 1 === text.length || text[index + 1] === ',') return [field, index + 1];
    else field += '"';
  }
  throw new BakeError(`The filter value ${JSON.stringify(whole)} opens a quote that it does not close`, {
    code: 'invalid-filter',
    category: 'template',
    hint: 'A filter value is a list separated by commas; a value that holds a comma itself is written in double quotes.',
  });
}
