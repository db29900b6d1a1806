import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromPlain, toJson } from '../../../src/hcl/values/json.ts';
import { callByName } from './call-by-name.ts';
import { described } from './described.ts';

describe('encodings', () => {
  it.each<[string, unknown[], string]>([
    ['base64encode', ['Hello World'], '"SGVsbG8gV29ybGQ="'],
    ['base64encode', ['é'], '"w6k="'],
    ['base64decode', ['SGVsbG8gV29ybGQ='], '"Hello World"'],
    ['base64decode', ['SGVs\nbG8='], '"Hello"'],
    ['urlencode', ['Hello World!'], '"Hello+World%21"'],
    ['urlencode', ['☃'], '"%E2%98%83"'],
    ['urlencode', ['foo:bar@localhost?foo=bar&bar=baz'], '"foo%3Abar%40localhost%3Ffoo%3Dbar%26bar%3Dbaz"'],
    ['urlencode', ["a-b_c.d~e*f'g(h)"], '"a-b_c.d~e%2Af%27g%28h%29"'],
    ['textencodebase64', ['Hello World', 'UTF-16LE'], '"SABlAGwAbABvACAAVwBvAHIAbABkAA=="'],
    ['textdecodebase64', ['SABlAGwAbABvACAAVwBvAHIAbABkAA==', 'UTF-16LE'], '"Hello World"'],
    ['textencodebase64', ['é', 'ISO-8859-1'], '"6Q=="'],
    ['textdecodebase64', ['6Q==', 'windows-1252'], '"é"'],
  ])('%s %j (Terraform documentation, Go)', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it.each<[string, unknown[], string]>([
    [
      'base64decode',
      ['SGVsbG8'],
      'Invalid value for "str" parameter: the string is not valid Base64 (standard alphabet, with padding).',
    ],
    [
      'base64decode',
      ['-_-_'],
      'Invalid value for "str" parameter: the string is not valid Base64 (standard alphabet, with padding).',
    ],
    [
      'base64decode',
      ['/w=='],
      'Invalid value for "str" parameter: the result of decoding the provided string is not valid UTF-8.',
    ],
    [
      'textencodebase64',
      ['€', 'ISO-8859-1'],
      'Invalid value for "string" parameter: the string contains characters that "ISO-8859-1" does not have.',
    ],
    [
      'textencodebase64',
      ['a', 'base64'],
      'Invalid value for "encoding" parameter: "base64" is not a supported IANA encoding name or alias.',
    ],
    [
      'jsondecode',
      ['{"a":}'],
      'Invalid value for "str" parameter: the string is not JSON: a value is expected here (line 1, column 6).',
    ],
    [
      'jsondecode',
      ['{"password":"hunter2'],
      'Invalid value for "str" parameter: the string is not JSON: a string in double quotes is expected here (line 1, column 13).',
    ],
    [
      'jsondecode',
      ['1e999999'],
      'Invalid value for "str" parameter: the string is not JSON: the number is too large (line 1, column 1).',
    ],
    [
      'csvdecode',
      ['a,b\n1\n'],
      'Invalid value for "str" parameter: the string is not CSV near line 2: wrong number of fields.',
    ],
    ['csvdecode', ['a,a\n'], 'Invalid value for "str" parameter: duplicate column name "a".'],
    [
      'yamldecode',
      ['a: ['],
      'Invalid value for "src" parameter: on line 1, column 5: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['yamldecode', ['a: !x 1'], 'Invalid value for "src" parameter: unsupported tag "!x".'],
  ])('refuses %s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it('compresses to gzip that can be read again, the same on every system', () => {
    const base64 = described('base64gzip', ['hello '.repeat(100)]).slice(1, -1);
    const bytes = Buffer.from(base64, 'base64');
    expect(gunzipSync(bytes).toString()).toBe('hello '.repeat(100));
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  });

  it('stops at YAML aliases that multiply without end, or refer to themselves', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let letter = 98; letter < 106; letter += 1) {
      const [name, previous] = [String.fromCharCode(letter), String.fromCharCode(letter - 1)];
      bomb.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${previous}`).join(', ')}]`);
    }
    const tooLarge = 'Invalid value for "src" parameter: the document is too large or refers to itself.';
    expect(described('yamldecode', [bomb.join('\n')])).toBe(tooLarge);
    expect(described('yamldecode', ['&a [*a]'])).toBe(tooLarge);
  });

  it('refuses JSON that is nested too deeply for the stack instead of crashing', () => {
    expect(described('jsondecode', ['['.repeat(200_000) + ']'.repeat(200_000)])).toBe(
      'Invalid value for "str" parameter: the string is not JSON: it is nested too deeply (line 1, column 1002).',
    );
  });

  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(
        fc.string().map((text) => text.normalize('NFC')),
        tie('value'),
      ),
    ),
  })).value;

  it('gives back what it has encoded, as JSON and as YAML', () => {
    fc.assert(
      fc.property(json, (data) => {
        const value = fromPlain(data);
        for (const format of ['json', 'yaml']) {
          const encoded = callByName(`${format}encode`, [value]);
          const decoded = encoded.ok ? callByName(`${format}decode`, [encoded.value]) : encoded;
          expect(decoded.ok ? toJson(decoded.value) : decoded.detail).toBe(toJson(value));
        }
      }),
      { numRuns: 300 },
    );
  });
});
