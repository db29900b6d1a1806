import { describe, expect, it, jest } from '@jest/globals';
import { load, SMALLEST } from './support/load.ts';

// Each template is a stranger's attempt to hang or to crash whoever validates it. The guard is generous, since tests
// run on busy machines, and what is free already counts until Node gives it back: without a limit each of them takes
// minutes, or all memory.
const GUARD_MS = 60_000;
const GUARD_BYTES = 1_536 * 1024 * 1024;

/** `v0` and so on, each local made of the one before it. */
function chain(first: string, next: (previous: string) => string, length = 40): string {
  const lines = Array.from({ length: length - 1 }, (_, index) => `v${index + 1} = ${next(`local.v${index}`)}`);
  return `locals {\nv0 = ${first}\n${lines.join('\n')}\n}\n`;
}

/** So many locals, `v0` and so on. */
function locals(count: number, expression: (index: number) => string): string {
  return `locals {\n${Array.from({ length: count }, (_, index) => `v${index} = ${expression(index)}`).join('\n')}\n}\n`;
}

const local = (expression: string): string => `locals {\na = ${expression}\n}\n`;
/** As often as a loop of loops can. */
const loop = (expression: string): string => local(`[for i in range(1024) : [for j in range(1024) : ${expression}]]`);
const MANY = '[for i in range(1024) : "aaaaaaaaaaaaaaaa"]';
const SIXTEEN = '"aaaaaaaaaaaaaaaa"';
const twice = (value: string): string => `"\${${value}}\${${value}}"`;

/** A template with so many sources, and so many provisioners for each of them. */
function manySteps(sources: number, provisioners: number): string {
  const names = Array.from({ length: sources }, (_, index) => `s${index}`);
  const written = names.map((name) => `source "amazon-ebs" "${name}" {\nami_name = "x"\n}\n`);
  const step = 'provisioner "shell" {\ninline = ["x"]\n}\n';
  return `${written.join('')}build {\nsources = ${JSON.stringify(names.map((name) => `amazon-ebs.${name}`))}\n${step.repeat(provisioners)}}\n`;
}

/** A dynamic block of so many, each with a dynamic block of so many in it. */
function dynamicBlocks(outer: string, inner: string, count: number): string {
  const block = (type: string, content: string): string =>
    `dynamic "${type}" {\nfor_each = range(${count})\ncontent {\n${content}\n}\n}`;
  const body = block(outer, block(inner, 'device_name = "x"'));
  return `source "amazon-ebs" "y" {\nami_name = "y"\n${body}\n}\nbuild {\nsources = ["amazon-ebs.y"]\n}\n`;
}

/** A tuple of 65,536 numbers, the same as a secret, a map of 32,768 keys, and a text of 100,000 characters. */
const BIG = `locals {
big = flatten([for i in range(64) : range(1024)])
keys = merge([for i in range(32) : { for j in range(1024) : "key-\${i}-\${j}" => j }]...)
text = format("%099999d", 0)
}
local "hidden" {
expression = local.big
sensitive = true
}
`;
const NESTED_LOOPS = `${'%{ for i in range(1024) }'.repeat(4)}${'%{ endfor }'.repeat(4)}`;

const TOO_LARGE = 'value-too-large';
const TOO_LONG = 'evaluation-limit';
const FAILED = 'function-failed';
const ARGUMENT = 'invalid-argument';

const HOSTILE: readonly (readonly [name: string, template: string, code: string, words: string])[] = [
  ['a list that doubles', chain('["a"]', (v) => `concat(${v}, ${v})`), TOO_LARGE, 'larger than 16 MiB'],
  ['a tuple of itself twice', chain('["a"]', (v) => `[${v}, ${v}]`), TOO_LARGE, 'larger than 16 MiB'],
  ['an object of itself twice', chain('{}', (v) => `{ a = ${v}, b = ${v} }`), TOO_LARGE, 'larger than 16 MiB'],
  ['a text that doubles', chain('"a"', twice), TOO_LARGE, 'larger than 16 MiB'],
  ['values that nest', chain('1', (v) => `[${v}]`, 1_000), TOO_LARGE, 'nested more than 500 levels'],
  ['a wide field', local('format("%1000000000s", "a")'), ARGUMENT, 'too wide a field'],
  ['a wide indentation', local('indent(1000000000, "\\n")'), FAILED, 'larger than 16 MiB'],
  ['replacements that multiply', local(`replace(join("", ${MANY}), "a", join("", ${MANY}))`), FAILED, '16 MiB'],
  ['the same by pattern', local(`regex_replace(join("", ${MANY}), "a", join("", ${MANY}))`), FAILED, '16 MiB'],
  ['a product of sets', local('setproduct(range(1000), range(1000), range(1000))'), FAILED, '16 MiB'],
  ['a range without end', local('range(100000000)'), FAILED, 'more than 1024 values'],
  [
    'much to compress',
    `${chain(SIXTEEN, twice, 17)}${local('[for i in range(1024) : base64gzip(local.v16)]')}`,
    TOO_LONG,
    'the template needs',
  ],
  ['a password that takes hours', local('bcrypt("x", 31)'), TOO_LONG, 'the template needs'],
  [
    'a pattern as long as its text',
    local(`regex("${'(a|b|c)*?'.repeat(2_000)}", join("", ${MANY}))`),
    TOO_LONG,
    'the template needs',
  ],
  ['a number of very many digits', local(`parseint("${'z'.repeat(200_000)}", 36)`), ARGUMENT, 'at most 10000 digits'],
  ['many numbers of many digits', loop(`parseint("${'9'.repeat(9_000)}", 10)`), TOO_LONG, 'the template needs'],
  ['a pattern that repeats', loop('regex("(a?){1000}", "a")'), TOO_LONG, 'the template needs'],
  ['a pattern of repetitions', loop('regex("((a{1,10}){1,10}){1,10}", "a")'), TOO_LONG, 'the template needs'],
  [
    'a pattern of groups',
    loop(`regexall("${'(a)'.repeat(500)}", "${'a'.repeat(4_096)}")`),
    TOO_LONG,
    'the template needs',
  ],
  [
    'a pattern of files that stands for everything in very many ways',
    loop(`fileset(path.root, "${'{*,**/*}'.repeat(2_000)}")`),
    TOO_LONG,
    'the template needs',
  ],
  ['matches of nothing', loop(`length(regexall("", "${'a'.repeat(65_536)}"))`), TOO_LONG, 'the template needs'],
  ['capitals without end', loop(`length(upper("${'a'.repeat(65_536)}"))`), TOO_LONG, 'the template needs'],
  ['titles without end', loop(`length(title("${'a '.repeat(32_768)}"))`), TOO_LONG, 'the template needs'],
  ['a cutset as long as its text', loop(`trim("${'a'.repeat(65_536)}", "${'b'.repeat(65_536)}")`), TOO_LONG, 'needs'],
  ['line breaks before the end', loop(`length(chomp("x${'\\n'.repeat(100_000)}x"))`), TOO_LONG, 'the template needs'],
  ['remainders of very large numbers', loop('1e19999 % 7'), TOO_LONG, 'the template needs'],
  ['quotients of many digits', loop(`1 / 1.${'7'.repeat(150)}`), TOO_LONG, 'the template needs'],
  ['lists of wide fields', local('formatlist("%99999s", range(1000))'), FAILED, 'larger than 16 MiB'],
  ['fields wider than their texts', loop('format("%.50000f", 1)'), TOO_LONG, 'the template needs'],
  ['splats', `${local('[for i in range(1000) : range(1000)[*]]')}${loop('range(1000)[*]')}`, TOO_LONG, 'needs'],
  [
    'types to make one of',
    loop('false ? [for i in range(500) : { a = i }] : [for i in range(400) : { b = i }]'),
    TOO_LONG,
    'needs',
  ],
  [
    'YAML aliases of many anchors',
    loop(`yamldecode("${Array.from({ length: 2_000 }, (_, i) => `k${i}: &a${i} x\\nj${i}: *a${i}`).join('\\n')}\\n")`),
    TOO_LONG,
    'the template needs',
  ],
  ['values that are refused again and again', loop(`can(split("", "${'a'.repeat(150_000)}"))`), TOO_LONG, 'needs'],
  ['loops of no text', local(`"${NESTED_LOOPS}"`), TOO_LONG, 'the template needs'],
  ['a large value that is asked for', `${BIG}${loop('can(local.big)')}`, TOO_LONG, 'the template needs'],
  ['elements of what is large and sensitive', `${BIG}${loop('local.hidden[0]')}`, TOO_LONG, 'the template needs'],
  ['keys near one that is missing', `${BIG}${loop('can(local.keys.nope)')}`, TOO_LONG, 'the template needs'],
  ['keys as long as a file', `${BIG}${loop('can(local.keys[local.text])')}`, TOO_LONG, 'the template needs'],
  [
    'a type of very many attributes',
    loop(`can(convert({}, object({ ${Array.from({ length: 5_000 }, (_, i) => `a${i} = string`).join(', ')} })))`),
    TOO_LONG,
    'the template needs',
  ],
  ['functions that are not there', loop('can(sirt([]))'), TOO_LONG, 'the template needs'],
  [
    'very many elements of which one is of another type',
    `${BIG}${local('distinct(concat([for i in local.big : true], [[]]))')}`,
    ARGUMENT,
    'the same type',
  ],
  [
    'large tuples that are compared with small ones',
    `${BIG}${local('index([for i in local.big : []], local.big)')}`,
    FAILED,
    'item not found',
  ],
  ['a number above all', local('sum([9e20000, 9e20000])'), FAILED, 'too large a number'],
  ['an exponent above all', local('1e1000000000'), 'number-too-large', 'exponent'],
  ['a product above all', local('1e19999 * 1e19999'), 'invalid-operand', 'too large a number'],
  ['a YAML anchor in itself', local('yamldecode("a: &a [*a]")'), ARGUMENT, 'refers to itself'],
  ['a YAML map merged with itself', local('yamldecode("a: &a {<<: *a}")'), ARGUMENT, 'refers to itself'],
  ['deep YAML', local(`yamldecode("${'['.repeat(5_000)}${']'.repeat(5_000)}")`), ARGUMENT, ''],
  ['deep JSON', local(`jsondecode("${'['.repeat(200_000)}")`), ARGUMENT, 'nested too deeply'],
  ['JSON of very many values', local(`jsondecode("[${'1,'.repeat(1_000_000)}1]")`), FAILED, 'larger than 16 MiB'],
  ['networks out of range', local('cidrsubnets("10.0.0.0/8", 1000000000)'), ARGUMENT, 'insufficient address space'],
  ['deep brackets', local(`${'['.repeat(100_000)}`), 'nesting-too-deep', '100 levels'],
  ['deep templates', local('"${'.repeat(5_000)), 'nesting-too-deep', '100 levels'],
  ['deep conditionals', local(`${'true ? '.repeat(50_000)}1`), 'nesting-too-deep', '100 levels'],
  ['deep blocks', 'a {\n'.repeat(20_000), 'nesting-too-deep', '100 levels'],
  ['deep negation', local(`${'!'.repeat(100_000)}true`), 'nesting-too-deep', '100 levels'],
  ['more words than a template has', local(`1${' + 1'.repeat(200_000)}`), 'text-too-long', '250000 words'],
  ['all locals in each of very many', locals(6_000, () => 'keys(local)'), TOO_LONG, 'the template needs'],
  [
    'as many circles as pairs of locals',
    locals(5_000, (i) => `[local.v${(i + 1) % 5_000}, local.v0]`),
    'local-cycle',
    'None of these can be computed first',
  ],
  ['very many steps', manySteps(1_000, 100), 'plan-too-large', '1000 sources with 100 provisioners'],
  [
    'dynamic blocks in each other',
    dynamicBlocks('launch_block_device_mappings', 'launch_block_device_mappings', 1_000),
    TOO_LONG,
    'more blocks than can be evaluated',
  ],
  ['dynamic blocks of no known type', dynamicBlocks('launch_block_device_mappings', 'x', 1_000), TOO_LONG, 'blocks'],
  [
    'blocks that make blocks',
    'source "amazon-ebs" "y" {\nami_name = "y"\ndynamic "launch_block_device_mappings" {\nfor_each = [for i in setproduct(range(110), range(110)) : i]\ncontent {\ndevice_name = "x"\n}\n}\n}\nbuild {\nsources = ["amazon-ebs.y"]\n}\n',
    'invalid-for-each',
    'at most 10000',
  ],
];

jest.setTimeout(90_000);

describe('a line of very many characters that are no ASCII', () => {
  it('is read in no time', async () => {
    const start = performance.now();
    const { messages } = await load(`${local(`"${'👩‍👩‍👧‍👦'.repeat(300_000)}"`)}${SMALLEST}`);
    expect(performance.now() - start).toBeLessThan(GUARD_MS / 4);
    expect(messages).toEqual([]);
  });
});

describe('a large template that somebody may have', () => {
  it('is planned: 200 sources with 50 provisioners each', async () => {
    const { plan, messages } = await load(manySteps(200, 50));
    expect(messages).toEqual([]);
    expect(plan?.builds).toHaveLength(200);
    expect(plan?.builds[199]?.provisioners).toHaveLength(50);
  });

  it('takes elements out of a large list, and looks up in a large map, as often as they have entries', async () => {
    const lists = `locals {\nlist = ${MANY}\nmap = { for i in range(1024) : "k\${i}" => "aaaaaaaaaaaaaaaa" }\n}\n`;
    const elements = local('[for i in range(1024) : element(local.list, i + length(local.list))]');
    const entries = 'locals {\nb = [for i in range(1024) : lookup(local.map, "k${i}", "")]\n}\n';
    expect((await load(`${lists}${elements}${entries}${SMALLEST}`)).messages).toEqual([]);
  });

  it('is planned in part when all of it is too much', async () => {
    const template = manySteps(1_000, 100);
    const { plan, messages } = await load(template, { only: ['*.s7', '*.s8'] });
    expect(messages).toEqual([]);
    expect(plan?.builds).toHaveLength(2);
  });

  it('is refused in the older JSON, too, when it is too much', async () => {
    const builders = Array.from({ length: 1_000 }, (_, index) => ({
      type: 'amazon-ebs',
      name: `b${index}`,
      ami_name: 'x',
    }));
    const provisioners = Array.from({ length: 100 }, () => ({ type: 'shell', inline: ['x'] }));
    const files = { 'b.json': JSON.stringify({ builders, provisioners }) };
    const { plan, messages } = await load('', { template: 'b.json', files });
    expect(plan).toBeUndefined();
    expect(messages).toEqual([expect.stringContaining('plan-too-large: Too many steps | The builds come to 101000')]);
  });
});

describe('a text of very many marks on one letter', () => {
  it('is put in order in no time, cut as Go cuts it', async () => {
    const marks = '\u0301\u0316'.repeat(100_000);
    const start = performance.now();
    const { messages } = await load(`${local(`length("e${marks}")`)}${SMALLEST}`);
    expect(performance.now() - start).toBeLessThan(GUARD_MS);
    expect(messages).toEqual([]);
  });
});

describe('a hostile template', () => {
  it.each(HOSTILE)('ends in an error that names the limit: %s', async (_, template, code, words) => {
    const memory = process.memoryUsage().rss;
    const start = performance.now();
    const { plan, messages } = await load(`${template}${SMALLEST}`);
    expect(performance.now() - start).toBeLessThan(GUARD_MS);
    expect(process.memoryUsage().rss - memory).toBeLessThan(GUARD_BYTES);
    expect(plan).toBeUndefined();
    const found = messages
      .filter((message) => message.includes(` ${code}: `))
      .map((message) => message.slice(0, 2_000));
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(words)]));
  });
});
