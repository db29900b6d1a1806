import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leftovers } from '../../../src/hcl/decode/content.ts';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import { jsonExpression } from '../../../src/hcl/json/json-expression.ts';
import type { JsonNode } from '../../../src/hcl/json/nodes.ts';
import { parseJson, parseJsonFile } from '../../../src/hcl/json/parse-json.ts';
import { MAXIMUM_LENGTH } from '../../../src/hcl/parser.ts';
import { renderDiagnostic } from '../../../src/hcl/print-diagnostic.ts';
import { references } from '../../../src/hcl/references.ts';
import { EMPTY_SCOPE } from '../../../src/hcl/scope.ts';
import { Source } from '../../../src/hcl/source.ts';
import { toJson } from '../../../src/hcl/values/json.ts';
import { SCOPE } from '../support.ts';

/** `code line:column-line:column detail` */
function problems(text: string): string[] {
  return parseJson(new Source('t.json', text)).diagnostics.map(({ code, subject, detail }) => {
    const { start, end } = subject ?? new Source('', '').range(0, 0);
    return `${code} ${start.line}:${start.column}-${end.line}:${end.column} ${detail}`;
  });
}

const COMMENT =
  'JSON has no comments. Remove it, or write it as a property "//", which is passed over in a block: "//": "why it is so".';

describe('text that is not quite JSON', () => {
  it.each([
    [
      '{\n  // why\n  "a": 1 /* how */\n}',
      [`comment-in-json 2:3-2:9 ${COMMENT}`, `comment-in-json 3:10-3:19 ${COMMENT}`],
    ],
    ['{\n  # why\n  "a": 1\n}', [`comment-in-json 2:3-2:4 ${COMMENT}`]],
    [
      '{"a": [1, 2,], "b": {"c": 1,\n}}',
      [
        'trailing-comma 1:12-1:13 After this comma comes "]". JSON has commas between items only: remove this one.',
        'trailing-comma 1:28-1:29 After this comma comes "}". JSON has commas between items only: remove this one.',
      ],
    ],
    ["{'a': 1}", [`wrong-quotes 1:2-1:5 In JSON strings and names are written in double quotes ("), not in '.`]],
    [
      '{a: 1}',
      [
        'invalid-json 1:2-1:3 This means nothing in JSON. Text and names are written in double quotes, and in a template an expression as a string: "${var.name}".',
      ],
    ],
    ['{"a": True}', ['invalid-json 1:7-1:11 Did you mean true? For text, enclose it in double quotes.']],
    ['{"a": None}', ['invalid-json 1:7-1:11 Did you mean null? For text, enclose it in double quotes.']],
    [
      '{"a": 1\n "b": 2}',
      ['invalid-json 2:2-2:5 Expected "," between this item and the one before it, but found a string.'],
    ],
    [
      '{"a" 1}',
      ['invalid-json 1:6-1:7 Expected ":" between the name of a property and its value, but found a number.'],
    ],
    [
      '{"a": }',
      [
        'invalid-json 1:7-1:8 Expected a value, but found "}". A value is a string in double quotes, a number, true, false, null, an object or an array.',
      ],
    ],
    ['{\n"a": {"b": 1\n', ['invalid-json 2:6-2:7 There is no "}" to end this object before the file ends.']],
    ['{"a": [{}', ['invalid-json 1:7-1:8 There is no "]" to end this array before the file ends.']],
    [
      '{"a": "x\n}',
      [
        'unclosed-string 1:7-1:9 There is no closing quote (") for this string on its line. Within a string a quote is written \\" and a line ending \\n.',
      ],
    ],
    ['{} {}', ['invalid-json 1:4-1:5 The JSON value is complete, but after it comes "{".']],
    [
      '{"a": "\\x", "b": "\\u12"}',
      ['1:7-1:11', '1:18-1:24'].map(
        (at) =>
          `invalid-escape ${at} A "\\" in this string begins no escape sequence. For a backslash itself write two ("\\\\"); valid are \\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t and \\uNNNN.`,
      ),
    ],
    [
      '{"a": "x\ty"}',
      [
        'invalid-json 1:7-1:12 A control character has to be written as an escape sequence: a tab \\t, a line ending \\n, any other \\uNNNN.',
      ],
    ],
  ])('is told what to do: %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('never shows what may be a secret', () => {
    for (const text of ['{"p": hunter2}', '{"p": "hunter2" "hunter2"}', "{'hunter2': 1}", '{"p": hunter2secret, 1}']) {
      expect(problems(text).join()).not.toContain('hunter');
    }
  });

  it('is refused where it is too deep, however deep it is', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(problems(deep(100))).toEqual([]);
    expect(problems(deep(101))).toEqual([
      "nesting-too-deep 1:101-1:102 Objects and arrays can't be nested more than 100 levels deep.",
    ]);
    expect(problems('{"a":'.repeat(200_000))).toHaveLength(1);
  });

  it('is refused where it is too long', () => {
    expect(problems(`"${'x'.repeat(MAXIMUM_LENGTH)}"`)[0]).toMatch(/^text-too-long/);
  });

  it('has to be an object or an array of objects to be a file', () => {
    const { diagnostics } = parseJsonFile(new Source('t.json', '"x"'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['invalid-json-body']);
  });
});

describe('a value with its place', () => {
  it('is read after a byte order mark', () => {
    const { body, diagnostics } = parseJsonFile(new Source('t.json', '\uFEFF{"a": 1}'));
    expect(diagnostics).toEqual([]);
    expect(leftovers(body).map((item) => item.range.start)).toEqual([{ line: 1, column: 2, offset: 2 }]);
  });

  /** What the first error's place holds when a template in a string is evaluated. */
  function faultIn(text: string): string {
    const source = new Source('t.json', text);
    const { value } = parseJson(source);
    const expression = jsonExpression(value ?? { kind: 'null', range: source.range(0, 0) });
    const [problem] = evaluate(expression, SCOPE).diagnostics;
    return problem?.subject === undefined ? '' : source.slice(problem.subject);
  }

  it.each([
    ['"${nope}"', 'nope'],
    ['"a\\n\\t\\"b\\u00e9 ${nope} c"', 'nope'],
    ['"\\ud83d\\ude00 é 👩‍👩‍👧 ${ nope }"', 'nope'],
    ['"\\u0024{nope}"', 'nope'],
    ['"${upper(\\"x\\", nope)}"', 'nope'],
    ['["${s}", {"${nope}": 1}]', 'nope'],
    ['"${"', '${'],
    ['"\\"${s} ${1 +}"', '}'],
    ['"%{ if t }x"', '%{ if t }'],
  ])('holds what is wrong in a template, escapes or not: %j', (text, fault) => {
    expect(faultIn(text)).toBe(fault);
  });
});

describe('any value', () => {
  it('comes back as it was, without a scope and with one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, undefined, 2);
        const parsed = parseJson(new Source('t.json', text));
        expect(parsed.diagnostics).toEqual([]);
        if (parsed.value === undefined) throw new Error('No value');
        const result = evaluate(jsonExpression(parsed.value), EMPTY_SCOPE);
        expect(result.diagnostics).toEqual([]);
        const wellFormed = JSON.stringify(value).normalize('NFC');
        expect(sorted(JSON.parse(toJson(result.value)))).toEqual(sorted(JSON.parse(wellFormed)));
      }),
      { numRuns: 300 },
    );
  });
});

/** HCL has no negative zero. */
function sorted(value: unknown): unknown {
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

/** Pieces that mean something to the language, so that random texts get far into it. */
const PIECES = [
  ['{', '}', '[', ']', ':', ',', '"a"', '"b":', '"${s}"', '"dynamic":', '"content":', '"for_each":', '"//":'],
  ['1', '-0.5', '1e9', '01', '-', 'true', 'null', 'nul', "'", '#', '//', '/*', '*/', '\\', '\n', '\r\n', '\t', ' '],
  ['"', '${', '%{', '}', '\\u0024', '\\ud83d', '\\n', '\\"', 'é', '👩‍👩‍👧‍👦', '\ud800', '\uFEFF', '\0', '\u202e'],
].flat();

describe('any text at all', () => {
  it('is JSON or gets an error, every one at a place within it, and is evaluated without an exception', () => {
    const text = fc
      .array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
        maxLength: 60,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (content) => {
        const source = new Source('fuzz.json', content);
        const { value, diagnostics } = parseJson(source);
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
        const reports = [...diagnostics, ...(value === undefined ? [] : evaluated(value))];
        for (const each of reports) {
          expect(each.subject?.start.offset).toBeLessThanOrEqual(each.subject?.end.offset ?? -1);
          expect(each.subject?.end.offset).toBeLessThanOrEqual(content.length);
          expect(renderDiagnostic(each, { source: () => source })).not.toMatch(/(?!\n)\p{Cc}/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  function evaluated(value: JsonNode) {
    const expression = jsonExpression(value);
    expect(references(expression).length).toBeGreaterThanOrEqual(0);
    return evaluate(expression, SCOPE).diagnostics;
  }
});
