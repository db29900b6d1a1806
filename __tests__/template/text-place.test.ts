import { describe, expect, it } from '@jest/globals';
import { Source } from '../../src/hcl/source.ts';
import { placeInSource } from '../../src/template/text-place.ts';

/** What is found in a source for a part of the text that an expression made. */
function found(written: string, text: string, part: string): string {
  const source = new Source('a.pkr.hcl', `x = ${written}\n`);
  const start = text.indexOf(part);
  const range = placeInSource(source, source.range(4, 4 + written.length), text, { start, end: start + part.length });
  return source.slice(range);
}

describe('placeInSource', () => {
  it.each([
    ['"a {{ foo }} b"', 'a {{ foo }} b', 'foo', 'foo'],
    ['"a\\n{{ foo \\"x\\" }}"', 'a\n{{ foo "x" }}', 'foo "x"', 'foo \\"x\\"'],
    [`"\${var.a}-{{ foo }}"`, 'value-{{ foo }}', 'foo', 'foo'],
    [`"$\${a} {{ b \`$\${c}\` d }}"`, `\${a} {{ b \`\${c}\` d }}`, 'd', 'd'],
    ['"{{ a }} \\u00e9 {{ b }}"', '{{ a }} é {{ b }}', 'b', 'b'],
    ['"{{ \\U0001F600 b }}"', '{{ 😀 b }}', 'b', 'b'],
    // In JSON.
    ['"\\b\\f {{ \\/ b }}"', '\b\f {{ / b }}', 'b }}', 'b }}'],
    ['<<-E\n    {{ a\n    b }}\n  E', '{{ a\nb }}\n', 'b', 'b'],
    ['<<E\n{{ `\\d` b }}\nE', '{{ `\\d` b }}\n', '`\\d` b', '`\\d` b'],
  ])('finds in %j', (written, text, part, expected) => {
    expect(found(written, text, part)).toBe(expected);
  });

  it.each([
    ['var.text', 'a {{ foo }}', 'foo'],
    [`"\${var.a} {{ b }}"`, '{{ a }} {{ b }}', 'b'],
    [`"{{ \${var.a} }}"`, '{{ foo }}', 'foo'],
  ])('gives the whole of %j when the text is made elsewhere', (written, text, part) => {
    expect(found(written, text, part)).toBe(written);
  });
});
