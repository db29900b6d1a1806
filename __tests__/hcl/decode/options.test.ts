import { describe, expect, it } from '@jest/globals';
import { type DecodeHooks, decodeOptions } from '../../../src/hcl/decode/options.ts';
import { parseFile } from '../../../src/hcl/parser.ts';
import { Source } from '../../../src/hcl/source.ts';
import { errorDiagnostic } from '../../../src/kernel/diagnostics.ts';
import { option } from '../../../src/kernel/schema.ts';
import { SCOPE } from '../support.ts';

const schema = {
  region: option.string.required({ doc: 'Where.' }),
  kind: option.string.withDefault('small', { doc: 'How large.', choices: ['small', 'large'] }),
  secret: option.string.optional({ doc: 'Hidden.', sensitive: true, choices: ['a', 'b'] }),
  size: option.string.optional({
    doc: 'How wide.',
    choices: ['narrow', 'wide'],
  }),
  count: option.number.optional({ doc: 'How many.' }),
  fast: option.bool.withDefault(false, { doc: 'Whether.' }),
  wait: option.duration.withDefault(5_000, { doc: 'How long.' }),
  names: option.strings.withDefault([], { doc: 'Which.' }),
  tags: option.stringMap.withDefault({}, { doc: 'Tags.' }),
  text: option.string.optional({ doc: 'Text.', emptyIsValue: true }),
  old: option.string.optional({ doc: 'Old.', note: 'It does nothing any more.' }),
  spot: option.string.optional({ doc: 'Spot.', choices: ['auto'], notYet: 'Use "region" in its place.' }),
  eager: option.bool.withDefault(false, { doc: 'Eager.', notYet: 'Wait.' }),
  vault: option.block(
    { name: option.string.optional({ doc: 'Name.' }) },
    { doc: 'Vault.', notYet: 'Use the environment.' },
  ),
  disk: option.blocks(
    { size: option.number.required({ doc: 'GiB.' }), label: option.string.optional({ doc: 'Name.' }) },
    { doc: 'Disks.' },
  ),
  network: option.block({ id: option.string.optional({ doc: 'Id.' }) }, { doc: 'The network.' }),
};

function decode(text: string, hooks?: DecodeHooks) {
  const source = new Source('t.hcl', text);
  const { body, diagnostics } = parseFile(source);
  expect(diagnostics).toEqual([]);
  const decoded = decodeOptions(body, schema, SCOPE, hooks);
  const errors = decoded.diagnostics.map(({ severity, stopsBuild, code, subject, summary, detail }) =>
    [
      stopsBuild ? `${severity}, stops the build` : severity,
      code,
      subject && source.slice(subject),
      summary,
      detail,
    ].join(' | '),
  );
  const { options } = decoded.value;
  return {
    options,
    errors,
    given: (path: string) => decoded.value.given(path),
    unknown: (path: string) => decoded.value.unknown(path),
    text: (path?: string) => source.slice(decoded.value.range(path)),
  };
}

describe('an option with an empty value', () => {
  it('counts as not written, as for Packer: variables leave options out that way', () => {
    const { options, errors, given } = decode('region = s\nkind = ""\ncount = 0\nnames = []\ntags = {}\nsize = ""\n');
    expect(errors).toEqual([]);
    expect(options).toMatchObject({ kind: 'small', count: undefined, names: [], tags: {}, size: undefined });
    expect(['kind', 'count', 'names', 'tags', 'size'].filter(given)).toEqual([]);
  });

  it('has it where it is required, where it says so, and where it is false or a time', () => {
    const { options, errors, given } = decode('region = ""\ntext = ""\nfast = false\nwait = "0s"\n');
    expect(errors).toEqual([]);
    expect(options).toMatchObject({ region: '', text: '', fast: false, wait: 0 });
    expect(['region', 'text', 'fast', 'wait'].filter(given)).toEqual(['region', 'text', 'fast', 'wait']);
  });
});

describe('an option with a list of values', () => {
  it('names them, but not the empty text that stands for the default', () => {
    expect(decode('region = s\nsize = ""\n').errors).toEqual([]);
    expect(decode('region = s\nsize = "wid"\n').errors).toEqual([
      'error | invalid-option-value | "wid" | Invalid value for "size" | "wid" is not one of the values that "size" can have: narrow, wide. Did you mean "wide"?',
    ]);
  });
});

describe('an option that does not work yet', () => {
  it('is decoded and judged as every other, and says what to do instead', () => {
    const { options, errors } = decode('region = s\nspot = "auto"\neager = true\nvault {\n  name = "n"\n}\n');
    expect(options).toMatchObject({ spot: 'auto', eager: true, vault: { name: 'n' } });
    expect(errors).toEqual([
      'warning, stops the build | option-not-yet | spot | "spot" does not work yet | Use "region" in its place.',
      'warning, stops the build | option-not-yet | eager | "eager" does not work yet | Wait.',
      'warning, stops the build | option-not-yet | vault | "vault" does not work yet | Use the environment.',
    ]);
    expect(decode('region = s\neager = []\nvault {\n  nam = 1\n}\n').errors).toEqual([
      'error | invalid-option-value | [] | Invalid value for "eager" | Expected true or false: bool required, but have tuple.',
      'warning, stops the build | option-not-yet | vault | "vault" does not work yet | Use the environment.',
      'error | unknown-option | nam | Unsupported argument | An argument named "nam" is not expected here. Did you mean "name"?',
    ]);
  });

  it('is nothing to speak of where it asks for what there is without it', () => {
    expect(decode('region = s\nspot = ""\neager = false\n').errors).toEqual([]);
    expect(decode('region = s\nspot = null\neager = null\n').errors).toEqual([]);
  });
});

describe('decodeOptions', () => {
  it('gives plain data of the declared types, and defaults for what is not written', () => {
    const { options, errors } = decode(
      'region = s\ncount = "7"\nfast = "true"\nwait = "1m30s"\nnames = ["x", 1]\ntags = { a = 1, b = t }\n',
    );
    expect(errors).toEqual([]);
    expect(options).toEqual({
      region: 'str',
      kind: 'small',
      secret: undefined,
      size: undefined,
      count: 7,
      fast: true,
      wait: 90_000,
      names: ['x', '1'],
      tags: { a: '1', b: 'true' },
      old: undefined,
      text: undefined,
      spot: undefined,
      eager: false,
      vault: undefined,
      disk: [],
      network: undefined,
    });
  });

  it('reads blocks, one or several, and knows where everything stands', () => {
    const { options, errors, given, text } = decode(
      'region = "r"\ntags = {\n  Name = "n"\n  "b" = "c"\n}\ndisk {\n  size = 1\n}\ndisk {\n  size = 2\n  label = "l"\n}\nnetwork {\n  id = "i"\n}\n',
      { header: new Source('t.hcl', 'region').range(0, 6) },
    );
    expect(errors).toEqual([]);
    expect(options.disk).toEqual([
      { size: 1, label: undefined },
      { size: 2, label: 'l' },
    ]);
    expect(options.network).toEqual({ id: 'i' });
    expect(['region', 'tags.Name', 'tags.b', 'disk[1].size', 'network.id'].map(text)).toEqual([
      '"r"',
      '"n"',
      '"c"',
      '2',
      '"i"',
    ]);
    expect(['disk[0].label', 'network.other', 'tags.other', 'nothing', undefined].map(text)).toEqual([
      'disk',
      'network',
      '{\n  Name = "n"\n  "b" = "c"\n}',
      'region',
      'region',
    ]);
    expect(['region', 'disk[0].label', 'disk[1].label', 'fast'].map(given)).toEqual([true, false, true, false]);
  });

  it('reports everything that is wrong at once, each at its place', () => {
    const { errors } = decode(
      'kind = "larg"\nsecret = "c"\ncount = "x"\nwait = "5"\nnames = ["a", []]\ntags = { a = [] }\nold = ""\nregoin = 1\ndisk = []\ntags2 {}\nnetwork "x" {}\nnetwork {}\nkind {}\n',
    );
    expect(errors).toEqual([
      'error | extra-label | "x" | Extra block label | A block "network" has no labels. Write it: network { … }',
      'error | unknown-option | regoin | Unsupported argument | An argument named "regoin" is not expected here. Did you mean "region"?',
      'error | unknown-option | disk | Unsupported argument | "disk" is a block, not an argument. Write it without "=": disk { … }',
      'error | unknown-option | tags2 | Unsupported block type | Blocks of type "tags2" are not expected here. Did you mean "tags"?',
      'error | unknown-option | kind | Unsupported block type | "kind" is an argument, not a block. Write it with "=": kind = …',
      'error | invalid-option-value | "larg" | Invalid value for "kind" | "larg" is not one of the values that "kind" can have: small, large. Did you mean "large"?',
      'error | invalid-option-value | "c" | Invalid value for "secret" | This value is not one of the values that "secret" can have: a, b.',
      'error | invalid-option-value | "x" | Invalid value for "count" | Expected a number: a number is required.',
      'error | invalid-option-value | "5" | Invalid value for "wait" | "5" is not a duration, such as "30s", "5m" or "1h30m". The unit is missing: "5s" would be seconds.',
      'error | invalid-option-value | [] | Invalid value for "names[1]" | Expected a list of strings, such as ["a", "b"]: string required, but have tuple.',
      'error | invalid-option-value | [] | Invalid value for "tags["a"]" | Expected a map of strings, such as { name = "value" }: string required, but have tuple.',
      'warning | option-note | old | Note on "old" | It does nothing any more.',
      'error | duplicate-block | network | Block written twice | There may be only one block "network" here.',
    ]);
  });

  it.each(['1.5', '-0.1', '1e300', '"2.5"'])('takes %s for no whole number, as all numbers of options are', (text) => {
    const { errors } = decode(`count = ${text}\n`);
    expect(errors).toContain(
      `error | invalid-option-value | ${text} | Invalid value for "count" | Expected a whole number, without a fraction and of at most 15 digits.`,
    );
  });

  it('takes null for not written', () => {
    const { options, given, errors } = decode('region = "r"\nkind = null\ncount = nuls\ntags = nul\n');
    expect(errors).toEqual([]);
    expect([options.kind, options.count, options.tags, given('kind')]).toEqual(['small', undefined, {}, false]);
    expect(decode('region = null\n').errors).toEqual([
      'error | missing-option | null | Missing argument | The argument "region" is required, but its value is null, which counts as not written.',
    ]);
  });

  it('refuses a null within a list or map, as Packer does', () => {
    expect(decode('region = "r"\nnames = ["a", null]\ntags = { a = "x", b = nuls }\n').errors).toEqual([
      'error | invalid-option-value | null | Invalid value for "names[1]" | It is null, which no element of a list or map can be. Leave it out, or write "" for the empty text.',
      'error | invalid-option-value | nuls | Invalid value for "tags["b"]" | It is null, which no element of a list or map can be. Leave it out, or write "" for the empty text.',
    ]);
  });

  it('puts stand-ins where values are not known, and says so', () => {
    const { options, unknown, errors } = decode(
      'region = u\ncount = un\nfast = ub\nwait = u\nkind = u\nnames = ["a", u]\ntags = { a = u, b = "b" }\nsecret = ud\n',
    );
    expect(errors).toEqual([]);
    expect(options).toMatchObject({
      region: '<unknown>',
      count: 0,
      fast: false,
      wait: 0,
      kind: '<unknown>',
      names: ['a', '<unknown>'],
      tags: { a: '<unknown>', b: 'b' },
    });
    expect(['region', 'names', 'names[0]', 'names[1]', 'tags.a', 'tags.b', 'old'].map(unknown)).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('hands every text to the hook, with its path, its place and whether it is secret', () => {
    const seen: string[] = [];
    const { options, errors, unknown } = decode(
      'region = "r"\nwait = "{{w}}"\nnames = ["n", sec]\ntags = { a = "bad" }\nsecret = "a"\n',
      {
        text: (text, { path, option: { rendering, sensitive }, range, sensitive: secret }) => {
          seen.push(
            `${path} ${JSON.stringify(rendering)} ${sensitive} ${secret} ${range.start.line}:${range.start.column}`,
          );
          if (text === 'bad') {
            return errorDiagnostic({ code: 'bad', summary: 'Bad', detail: 'Very bad.', subject: range });
          }
          return text === '{{w}}' ? '2s' : text === 'a' ? text : text.toUpperCase();
        },
      },
    );
    expect(seen).toEqual([
      'region "prepare" false false 1:10',
      'secret "prepare" true true 5:10',
      'wait "prepare" false false 2:8',
      'names[0] "prepare" false false 3:10',
      'names[1] "prepare" false true 3:15',
      'tags.a "prepare" false false 4:14',
    ]);
    expect(options).toMatchObject({ region: 'R', wait: 2_000, names: ['N', 'HUSH'] });
    expect(errors).toEqual(['error | bad | "bad" | Bad | Very bad.']);
    expect(unknown('tags')).toBe(true);
  });

  it('expands dynamic blocks', () => {
    const { options, errors, text } = decode(
      'region = "r"\ndynamic "disk" {\n  for_each = m\n  content {\n    size  = disk.value\n    label = disk.key\n  }\n}\ndisk {\n  size = 9\n}\n',
    );
    expect(errors).toEqual([]);
    expect(options.disk).toEqual([
      { size: 1, label: 'x' },
      { size: 2, label: 'y' },
      { size: 9, label: undefined },
    ]);
    expect(text('disk[1].size')).toBe('disk.value');
  });

  it('does not judge, but checks, blocks of which the number is not known', () => {
    const { options, errors, unknown } = decode(
      'region = "r"\ndynamic "disk" {\n  for_each = ul\n  iterator = each\n  content {\n    size = each.value\n    labell = each.nope\n  }\n}\n',
    );
    expect(options.disk).toEqual([]);
    expect(unknown('disk')).toBe(true);
    expect(errors).toEqual([
      'error | unknown-option | labell | Unsupported argument | An argument named "labell" is not expected here. Did you mean "label"?',
    ]);
  });
});
