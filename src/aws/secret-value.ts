import { BakeError } from '../kernel/errors.ts';
import { isRecord } from '../kernel/is-record.ts';

/**
 * One field of a secret of Secrets Manager. A text that is no JSON object is its own only value; of an object the field
 * named, or its only one. Where Packer takes any of several fields, by chance, this rejects with BakeError
 * `secret-key-missing`. The messages hold names of fields, never values.
 */
export function secretField(name: string, text: string, key: string | undefined): string {
  const fields = fieldsOf(name, text);
  if (fields === undefined) return text;
  const names = Object.keys(fields);
  const known = `The secret "${name}" has ${names.length === 0 ? 'no fields' : `the fields: ${names.sort().join(', ')}`}`;
  const wanted = key || (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) {
    throw new BakeError(`It is not said which field of the secret "${name}" is meant`, {
      code: 'secret-key-missing',
      category: 'template',
      hint: `${known}. Packer takes any of them, by chance: name one as the key.`,
    });
  }
  const value = Object.hasOwn(fields, wanted) ? fields[wanted] : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const isThere = value !== undefined;
  throw new BakeError(
    isThere
      ? `The field "${wanted}" of the secret "${name}" is neither a text nor a number`
      : `The secret "${name}" has no field "${wanted}"`,
    {
      code: isThere ? 'invalid-secret' : 'secret-key-not-found',
      category: 'cloud',
      hint: isThere ? 'Take the whole secret, and read it with jsondecode().' : `${known}.`,
    },
  );
}

/** Undefined when the text is plain. */
function fieldsOf(name: string, text: string): Readonly<Record<string, unknown>> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value === 'string' || typeof value === 'number') return undefined;
  if (isRecord(value) && !Array.isArray(value)) return value;
  throw new BakeError(`The secret "${name}" is JSON, but no object with fields`, {
    code: 'invalid-secret',
    category: 'cloud',
    hint: 'Take the whole secret instead (secret_string, aws_secretsmanager_raw), and read it with jsondecode().',
  });
}
