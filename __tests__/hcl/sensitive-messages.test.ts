import { describe, expect, it } from '@jest/globals';
import { plainAttribute } from '../../src/hcl/decode/attribute-values.ts';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { loadFunctions } from '../../src/hcl/functions/table.ts';
import { jsonExpression } from '../../src/hcl/json/json-expression.ts';
import { parseJson } from '../../src/hcl/json/parse-json.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { Source } from '../../src/hcl/source.ts';
import { NUMBER, STRING } from '../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../src/hcl/values/value.ts';
import { fakeEnvironment } from './functions/fake-environment.ts';

const WORDS = ['hunter2', 'hunter2'].map(Value.string);

const SECRETS: Readonly<Record<string, Value>> = {
  words: Value.list(STRING, WORDS),
  pins: Value.list(NUMBER, [Value.number(4711)]),
  byname: Value.map(STRING, { hunter2: Value.string('x') }),
  rows: Value.tuple([Value.map(STRING, { hunter2: Value.string('x') })]),
  object: Value.object({ hunter2: Value.string('x') }),
  csv: Value.string('hunter2,11'),
  truth: Value.string('TRUE'),
};

const functions = await loadFunctions(fakeEnvironment());

/** All that is said of the expression where its names are those of secrets, or of the same values as anybody may see. */
function saidOf(text: string, sensitive: boolean, parse = parseExpression): string {
  const mark = (value: Value): Value => (sensitive ? value.withMarks([SENSITIVE]) : value);
  const variables = new Map(Object.entries(SECRETS).map(([name, value]) => [name, mark(value)]));
  const { value: expression } = parse(text, 'test');
  if (expression === undefined) throw new Error(`No expression: ${text}`);
  return JSON.stringify(
    evaluate(expression, { variables, functions }).diagnostics.map(({ detail, values }) => [detail, values]),
  );
}

describe('an error about a sensitive value', () => {
  it.each([
    ['an element that a loop goes over', '[for s in words : parseint(substr(s, 0, 4), 10)]', /hunt/],
    ['a number that a loop goes over, beside the error', '[for p in pins : p ? 1 : 2]', /4711/],
    ['a key that two elements give', '{ for s in words : s => 1 }', /hunter/],
    ['a key that a loop goes over', '[for k, v in byname : parseint(k, 10)]', /hunter/],
    ['an element that a template goes over', '"%{ for p in pins }${p ? 1 : 2}%{ endfor }"', /4711/],
    ['a key near the one that is missing', 'byname.hunter', /hunter2/],
    ['an attribute near the one that is missing', 'object.hunter', /hunter2/],
    ['a key of an element of a splat', 'rows[*].hunter', /hunter2/],
    ['an argument out of an expanded list', 'parseint(split(",", csv)...)', /hunter/],
    ['a key of a map whose element cannot be converted', 'convert(byname, map(number))', /hunter/],
    ['a key that is made on the way to a conversion', 'convert({ (upper(csv)) = [1] }, map(number))', /HUNTER/],
    ['a text in the hint of how to write it', 'convert(truth, bool)', /true/],
  ])('does not quote %s', (_, text, secret) => {
    expect(saidOf(text, false)).toMatch(secret);
    expect(saidOf(text, true)).not.toMatch(secret);
    expect(saidOf(text, true)).not.toBe('[]');
  });

  it('does not quote a property of a JSON object that is written twice', () => {
    const parse: typeof parseExpression = (text, filename) => {
      const { value, diagnostics } = parseJson(new Source(filename, text));
      return { value: value && jsonExpression(value), diagnostics };
    };
    const text = '{ "${substr(csv, 0, 4)}": 1, "${substr(csv, 0, 4)}": 2 }';
    expect(saidOf(text, false, parse)).toMatch(/hunt/);
    expect(saidOf(text, true, parse)).toContain('which is sensitive');
    expect(saidOf(text, true, parse)).not.toMatch(/hunt/);
  });

  it('does not quote the key of a null in a map that an option takes', () => {
    const tags = Value.map(STRING, { hunter2: Value.nullOf(STRING) });
    const path = (value: Value): unknown => {
      const plain = plainAttribute(value, 'string-map', (text) => text);
      return plain.kind === 'fault' ? plain.fault.path : undefined;
    };
    expect(path(tags)).toEqual([{ kind: 'index', key: 'hunter2' }]);
    expect(path(tags.withMarks([SENSITIVE]))).toEqual([]);
  });
});
