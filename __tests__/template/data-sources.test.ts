import { describe, expect, it } from '@jest/globals';
import { mapOf, STRING } from '../../src/hcl/values/types.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import { option } from '../../src/kernel/schema.ts';
import type { DataOutputs, DataSource } from '../../src/template/data-source.ts';
import type { TemplatePorts } from '../../src/template/request.ts';
import { type Given, load, SMALLEST } from './support/load.ts';

interface Asked {
  readonly name: unknown;
  readonly secret: unknown;
}

/** A data source `fake` that upper-cases its name, and notes what it was asked. */
function fakes(answer = ({ name }: Asked): Promise<DataOutputs> => Promise.resolve(loud(name))) {
  const asked: string[] = [];
  const fake: DataSource<Asked> = {
    type: 'fake',
    schema: {
      name: option.string.required({ doc: 'Name.' }),
      secret: option.bool.withDefault(false, { doc: 'Whether it is one.' }),
    },
    outputs: { value: STRING, tags: mapOf(STRING) },
    actions: [],
    secretOutputs: ({ secret }) => (secret === true ? ['value'] : []),
    validate: (decoded) =>
      decoded.options.name === 'bad' && !decoded.unknown('name')
        ? [errorDiagnostic({ code: 'bad', summary: 'Bad name', detail: 'No.', subject: decoded.range('name') })]
        : [],
    read: ({ options }) => {
      asked.push(String(options.name));
      return answer(options);
    },
  };
  return { asked, dataSources: new Map<string, DataSource<unknown>>([['fake', fake]]) };
}

function loud(name: unknown): DataOutputs {
  return { value: String(name).toUpperCase(), tags: { Name: String(name) } };
}

const using = (expression: string, rest: string): string => `source "amazon-ebs" "base" {
  ami_name = ${expression}
}
build {
  sources = ["source.amazon-ebs.base"]
}
${rest}`;

async function amiName(template: string, given: Given): Promise<unknown> {
  const { plan, messages } = await load(template, given);
  return plan?.builds[0]?.builder.decoded.options ?? messages;
}

const X = 'data "fake" "x" {\n  name = "a"\n}\n';

describe('data sources', () => {
  it.each([
    ['their outputs', 'data.fake.x.value', X, { ami_name: 'A' }],
    ['a map among them', 'data.fake.x.tags["Name"]', X, { ami_name: 'a' }],
    ['through locals', 'local.l', `locals {\n  l = "\${data.fake.x.value}!"\n}\n${X}`, { ami_name: 'A!' }],
    [
      'of each other and of locals, in any order',
      'data.fake.z.value',
      `data "fake" "z" {\n  name = "\${data.fake.x.value}-\${local.l}"\n}\nlocals {\n  l = data.fake.x.tags.Name\n}\n${X}`,
      { ami_name: 'A-A' },
    ],
    [
      'what their texts come to',
      'data.fake.t.value',
      'data "fake" "t" {\n  name = "{{ isotime `2006` }}-{{ upper `x` }}"\n}\n',
      { ami_name: '2026-X' },
    ],
    ['all of one type', 'join("", [for d in data.fake : d.value])', X, { ami_name: 'A' }],
  ])('give %s when they are evaluated', async (_, expression, rest, expected) => {
    const { dataSources } = fakes();
    expect(await amiName(using(expression, rest), { dataSources, evaluateDataSources: true })).toMatchObject(expected);
  });

  it('end in the budget where very many locals look at very many of them, not in all pairs', async () => {
    const { dataSources } = fakes();
    const numbers = Array.from({ length: 1_000 }, (_, index) => index);
    const data = numbers.map((number) => `data "fake" "d${number}" {\n  name = "a"\n}\n`).join('');
    const locals = numbers.map((number) => `  v${number} = length(data.fake)\n`).join('');
    const { messages } = await load(using('"x"', `${data}locals {\n${locals}}\n`), { dataSources });
    expect(messages).toEqual([expect.stringContaining(' evaluation-limit: ')]);
  });

  it('are not asked at validation, and what they would give is unknown without being wrong', async () => {
    const { dataSources, asked } = fakes();
    for (const expression of [
      'data.fake.x.value',
      `"\${data.fake.x.value}-1"`,
      'upper(data.fake.x.value)',
      'data.fake.x.value == "a" ? "b" : "c"',
      'join("", [for k, v in data.fake.x.tags : v])',
      'local.l',
    ]) {
      const template = using(expression, `locals {\n  l = split("-", data.fake.x.value)[0]\n}\n${X}`);
      const { plan, messages } = await load(template, { dataSources });
      expect([expression, messages, plan?.builds[0]?.builder.decoded.unknown('ami_name')]).toEqual([
        expression,
        [],
        true,
      ]);
    }
    expect(asked).toEqual([]);
  });

  it('are asked once each, and those that do not need each other at the same time', async () => {
    let release = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      release = resolve;
    });
    let running = 0;
    const { dataSources, asked } = fakes(async ({ name }) => {
      running += 1;
      if (running === 2) release();
      await both;
      return loud(name);
    });
    const template = using(`"\${data.fake.x.value}\${data.fake.y.value}"`, `${X}data "fake" "y" {\n  name = "b"\n}\n`);
    expect(await amiName(template, { dataSources, evaluateDataSources: true })).toMatchObject({ ami_name: 'AB' });
    expect(asked.toSorted()).toEqual(['a', 'b']);
  });

  it.each([
    [
      'data "fake" "x" {\n  nam = "a"\n}',
      [
        'error 2:3-2:6 unknown-option: Unsupported argument | An argument named "nam" is not expected here. Did you mean "name"?',
      ],
    ],
    ['data "fake" "x" {\n  name = "bad"\n}', ['error 2:10-2:15 bad: Bad name | No.']],
    [
      `${X.trim()}\ndata "fake" "x" {\n  name = "b"\n}`,
      [
        'error 4:1-4:16 duplicate-data-source: Duplicate data source "fake.x" | A data source of that type and name is declared at a.pkr.hcl:1 already.',
      ],
    ],
    [
      'data "fak" "x" {}',
      [
        'error 1:6-1:11 unknown-data-source: Unknown data source "fak" | There is no data source of that type. Did you mean "fake"? There are: fake. Plugins are not downloaded: a value that another plugin would find can be passed in as a variable.',
      ],
    ],
    [
      'data "hcp-packer-version" "x" {}',
      [
        'error 1:6-1:26 unsupported-data-source: The data source "hcp-packer-version" is not supported | bake-ami does not use HCP Packer. Find the image with data "amazon-ami" and its filters, or pass its id in as a variable.',
      ],
    ],
    [
      `locals {\n  a = data.fake.b.value\n}\ndata "fake" "b" {\n  name = local.a\n}`,
      [
        'error 2:3-2:4 data-source-cycle: Locals and data sources that need each other | None of these can be computed first: local.a → data.fake.b → local.a.',
      ],
    ],
    [
      'data "fake" "x" {\n  name = data.fake.x.value\n}',
      [
        'error 1:1-1:16 data-source-cycle: A data source that needs itself: fake.x | None of these can be computed first: data.fake.x → data.fake.x.',
      ],
    ],
    [
      'data "fake" "x" {\n  name = length(data.fake)\n}',
      [
        'error 1:1-1:16 data-source-cycle: A data source that needs itself: fake.x | None of these can be computed first: data.fake.x → data.fake → data.fake.x.',
      ],
    ],
    [
      `${X.trim()}\nlocals {\n  l = data.fake.y.value\n}`,
      [
        'error 5:16-5:18 undeclared-data-source: Undeclared data source "fake.y" | The template declares no data source of type "fake" named "y". Did you mean "fake.x"?',
      ],
    ],
  ])('are checked without being asked: %j', async (blocks, expected) => {
    const { dataSources, asked } = fakes();
    const { messages } = await load(`${blocks}\n${SMALLEST}`, { dataSources, evaluateDataSources: true });
    expect(messages).toEqual(expected);
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  it('point at their block when they can not be read, and nothing follows from it', async () => {
    const { dataSources } = fakes(() =>
      Promise.reject(new BakeError('Nothing matches', { code: 'nope', category: 'cloud', hint: 'Look again.' })),
    );
    const { plan, messages } = await load(using('data.fake.x.value', X), { dataSources, evaluateDataSources: true });
    expect(plan).toBeUndefined();
    expect(messages).toEqual([
      'error 7:1-7:16 nope: The data source fake.x could not be read | Nothing matches. Look again.',
    ]);
  });

  it('make their secret outputs known as secrets, and no others', async () => {
    const { dataSources } = fakes();
    const given = { dataSources, evaluateDataSources: true };
    const secret = X.replace('}', '  secret = true\n}');
    expect((await load(using('"x"', secret), given)).sensitiveValues).toEqual(['A']);
    expect((await load(using('"x"', X), given)).sensitiveValues).toEqual([]);
  });
});

describe('functions that ask services elsewhere', () => {
  const answering = (answers: Readonly<Record<string, string>>) => {
    const asked: string[] = [];
    const askRemote: TemplatePorts['askRemote'] = (question) => {
      const text = [question.function, ...question.arguments.map(String)].join(' ');
      asked.push(text);
      const answer = answers[text];
      return answer === undefined
        ? Promise.reject(new BakeError(`Nothing at ${text}`, { code: 'nope', category: 'cloud' }))
        : Promise.resolve(answer);
    };
    return { asked, askRemote };
  };

  it('are answered at the build, each question once, also where one answer leads to the next', async () => {
    const { asked, askRemote } = answering({
      'consul_key path': 'p',
      'vault p k': 's3cret',
      'aws_secretsmanager a undefined': 'b',
    });
    const template = using(
      `"\${vault(consul_key("path"), "k")}\${local.l}\${aws_secretsmanager("a", null)}"`,
      'locals {\n  l = vault("p", "k")\n}\n',
    );
    expect(await amiName(template, { askRemote, evaluateDataSources: true })).toMatchObject({
      ami_name: 's3crets3cretb',
    });
    expect(asked.toSorted()).toEqual(['aws_secretsmanager a undefined', 'consul_key path', 'vault p k']);
  });

  it('ask nobody at validation', async () => {
    const { asked, askRemote } = answering({});
    const { plan, messages } = await load(using('vault("p", "k")', ''), { askRemote });
    expect([messages, plan?.builds[0]?.builder.decoded.unknown('ami_name')]).toEqual([[], true]);
    expect(asked).toEqual([]);
  });

  it('say at the call why there is no answer', async () => {
    const { askRemote } = answering({});
    const { messages } = await load(using('vault("p", "k")', ''), { askRemote, evaluateDataSources: true });
    expect(messages).toEqual([expect.stringMatching(/^error 2:14-2:19 .*Nothing at vault p k\.$/)]);
  });

  it('come to an end when each answer leads to a new question', async () => {
    const askRemote: TemplatePorts['askRemote'] = ({ arguments: [first] }) => Promise.resolve(`${first}x`);
    const template = using(`"\${${'consul_key('.repeat(60)}"a"${')'.repeat(60)}}"`, '');
    const { messages } = await load(template, { askRemote, evaluateDataSources: true });
    expect(messages).toEqual([expect.stringContaining('its arguments are different each time')]);
  });
});
