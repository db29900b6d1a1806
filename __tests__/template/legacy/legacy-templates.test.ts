import { describe, expect, it } from '@jest/globals';
import { type Given, load } from '../support/load.ts';

const EBS = { type: 'amazon-ebs', ami_name: 'x' };

/** Loads a template in the older JSON format: a text, or what is to be written as JSON on one line. */
async function legacy(template: unknown, given: Given = {}) {
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  return load('', { template: 'a.json', ...given, files: { 'a.json': text, ...given.files } });
}

async function options(builder: object, given: Given = {}, rest: object = {}): Promise<unknown> {
  const { plan, messages } = await legacy({ ...rest, builders: [{ ...EBS, ...builder }] }, given);
  expect(messages).toEqual([]);
  return plan?.builds[0]?.builder.decoded.options;
}

async function problems(template: unknown, given: Given = {}): Promise<readonly string[]> {
  return (await legacy(template, given)).messages;
}

describe('values of options', () => {
  it('are taken weakly typed, as mapstructure takes them for Packer', async () => {
    expect(
      await options({
        region: 5,
        instance_type: true,
        force_deregister: 'T',
        ssh_timeout: 2_000_000_000,
        ami_regions: 'a,b',
        tags: { n: 1, t: false },
        source_ami_filter: { most_recent: 1, owners: 'self', filters: [{ a: 'x' }, { b: 'y' }] },
        launch_block_device_mappings: { device_name: '/dev/x', volume_size: '8' },
      }),
    ).toMatchObject({
      region: '5',
      instance_type: '1',
      force_deregister: true,
      ssh_timeout: 2000,
      ami_regions: ['a', 'b'],
      tags: { n: '1', t: '0' },
      source_ami_filter: { most_recent: true, owners: ['self'], filters: { a: 'x', b: 'y' } },
      launch_block_device_mappings: [{ device_name: '/dev/x', volume_size: 8 }],
    });
  });

  it.each([
    [8.9, 8],
    [-1.5, -1],
    ['0x10', 16],
    ['-0x10', -16],
    ['010', 8],
    ['0b11', 3],
    ['0', undefined],
    [true, 1],
    ['', undefined],
  ])('are the whole numbers that Go makes of them: %j', async (written, expected) => {
    const disk = { device_name: '/dev/x', volume_size: written };
    expect(await options({ launch_block_device_mappings: [disk] })).toMatchObject({
      launch_block_device_mappings: [{ volume_size: expected }],
    });
  });

  it.each(['1.5', 'x', '0x'])('are refused where they are no whole number: %j', async (written) => {
    const disk = { device_name: '/dev/x', volume_size: written };
    expect(await problems({ builders: [{ ...EBS, launch_block_device_mappings: [disk] }] })).toEqual([
      expect.stringContaining('Invalid value for "volume_size" | Expected a'),
    ]);
  });

  it('are not written when they are null, or empty where a text is none', async () => {
    expect(await options({ region: null, force_deregister: '', ami_regions: '' })).toMatchObject({
      region: undefined,
      force_deregister: false,
      ami_regions: [],
    });
  });

  it('are the empty text where they are null within a list or map', async () => {
    expect(await options({ ami_regions: ['a', null], tags: { n: null } })).toMatchObject({
      ami_regions: ['a', ''],
      tags: { n: '' },
    });
  });

  it('are rendered before they are taken for what their option is', async () => {
    const variables = { size: '16', regions: 'a,b', force: 'true' };
    expect(
      await options(
        {
          ami_regions: '{{user `regions`}}',
          force_deregister: '{{user `force`}}',
          launch_block_device_mappings: [{ device_name: 'x', volume_size: '{{user `size`}}' }],
        },
        {},
        { variables },
      ),
    ).toMatchObject({
      ami_regions: ['a', 'b'],
      force_deregister: true,
      launch_block_device_mappings: [{ volume_size: 16 }],
    });
  });

  it('mean nothing to HCL', async () => {
    expect(await options({ region: `\${local.x} %{ if }` })).toMatchObject({ region: `\${local.x} %{ if }` });
  });

  it('are refused where they fit in no way, at their place', async () => {
    expect(
      await problems({ builders: [{ ...EBS, regoin: 'x', force_deregister: 'yes', ami_regions: { a: 1 } }] }),
    ).toMatchSnapshot();
  });
});

describe('user variables', () => {
  it('are given by files and by -var, and refer to each other and to the environment', async () => {
    expect(
      await options(
        { ami_name: '{{user `c`}}-{{user `given`}}' },
        {
          files: { 'v.json': '{"b": "from file", "given": "g"}' },
          variableFiles: ['v.json'],
          variables: [{ name: 'given', value: 'v' }],
          environment: { HOME: '/home/me' },
        },
        { variables: { c: '{{user `b`}} {{env `HOME`}}', b: null } },
      ),
    ).toMatchObject({ ami_name: 'from file /home/me-v' });
  });

  it('are reported when they are unset, unknown, or refer to themselves', async () => {
    expect(
      await problems({
        variables: { req: null, a: '{{user `b`}}', b: '{{user `a`}}', c: 'x{{user `aa`}}', d: '{{user `req`}}' },
        builders: [{ ...EBS, region: 'eu-{{ user `regoin` }}' }],
      }),
    ).toMatchSnapshot();
  });

  it('keep the fields that only a component can fill in', async () => {
    const variables = { name: 'n-{{ .SourceAMI }}' };
    expect(await options({ ami_description: '{{user `name`}}' }, {}, { variables })).toMatchObject({
      ami_description: '{{user `name`}}',
    });
    const { plan } = await legacy({ variables, builders: [EBS] });
    expect(plan?.builds[0]?.render('{{user `name`}}', { SourceAMI: 'ami-1' })).toBe('n-ami-1');
  });

  it('are secret also where a variable file writes a number, which is an error in the line that is shown', async () => {
    const { messages, sensitiveValues } = await legacy(
      { variables: { a: null }, 'sensitive-variables': ['a'], builders: [EBS] },
      { files: { 'v.json': '{ "a": 12345678 }' }, variableFiles: ['v.json'] },
    );
    expect(messages).toEqual([expect.stringContaining('v.json 1:8-1:16 wrong-json-type')]);
    expect(sensitiveValues).toEqual(['12345678']);
  });

  it('are secret where the template says so', async () => {
    const { sensitiveValues } = await legacy({
      variables: { a: 'hunter{{user `n`}}', n: '2' },
      'sensitive-variables': ['a'],
      builders: [{ ...EBS, secret_key: 'key' }],
    });
    expect(sensitiveValues).toEqual(['hunter2', 'key']);
  });

  it('are not quoted in what is said of the texts that use sensitive ones', async () => {
    const sensitive = { variables: { key: 'hunter2' }, 'sensitive-variables': ['key'] };
    const wrong = '{{split (user `key`) "-" 9}}';
    const template = {
      ...sensitive,
      builders: [{ ...EBS, name: wrong }],
      provisioners: [{ type: 'shell', inline: 'true', max_retries: wrong }],
    };
    const told = [
      ...(await problems(template)),
      ...(await problems({ ...template, builders: [{ ...EBS, ami_name: wrong }] })),
      ...(await problems({
        ...sensitive,
        builders: [EBS],
        provisioners: [{ type: 'shell', inline: 'true', max_retries: '{{user `key`}}' }],
      })),
      ...(await problems({ ...sensitive, variables: { key: 'hunter2', other: wrong }, builders: [EBS] })),
    ];
    expect(told.map((each) => each.replace(/^.*? [\d:-]+ /, ''))).toEqual([
      'template-index: Invalid {{ }} in the name of a builder | An action in this sensitive text is wrong.',
      'template-index: Invalid {{ }} in "ami_name" | An action in this sensitive text is wrong.',
      'template-index: Invalid {{ }} in "max_retries" | An action in this sensitive text is wrong.',
      'invalid-value: Invalid value for "max_retries" | The number of tries after the first one has to be a whole number, 0 or more; the sensitive text is not.',
      'template-index: Invalid {{ }} in the variable "other" | An action in this sensitive text is wrong.',
    ]);
  });

  it('come from JSON files of texts only', async () => {
    const files = { 'v.pkrvars.hcl': 'a = 1', 'n.json': '{"a": 1}' };
    expect(
      await problems({ builders: [EBS] }, { files, variableFiles: ['v.pkrvars.hcl', 'n.json'] }),
    ).toMatchSnapshot();
  });
});

describe('builds', () => {
  const template = {
    builders: [{ ...EBS, name: '{{user `n`}}-{{isotime `2006`}}' }, EBS],
    variables: { n: 'base' },
    provisioners: [
      { type: 'shell', inline: ['echo {{build `ID`}} {{build_name}}'], except: ['amazon-ebs'], pause_before: '2s' },
      {
        type: 'shell',
        inline: 'a',
        max_retries: '{{user `n` | len}}',
        timeout: '1m',
        override: { 'amazon-ebs': { inline: ['b'] } },
      },
    ],
    'error-cleanup-provisioner': { type: 'shell', inline: ['clean'] },
    'post-processors': ['manifest', [{ type: 'manifest', name: 'second', keep_input_artifact: true }, 'manifest']],
  };

  it('are called by type and name, and by the type alone where there is no name', async () => {
    const { plan, messages } = await legacy(template);
    expect(messages).toEqual([]);
    expect(plan?.builds.map(({ name, source }) => [name, source.name])).toEqual([
      ['amazon-ebs.base-2026', 'base-2026'],
      ['amazon-ebs', 'amazon-ebs'],
    ]);
  });

  it('have their own steps with their settings', async () => {
    const { plan } = await legacy(template);
    const [first, second] = plan?.builds ?? [];
    expect(first?.provisioners[0]).toMatchObject({
      pauseBeforeMs: 2000,
      decoded: { options: { inline: ['echo {{.ID}} base-2026'] } },
    });
    expect((await first?.provisioners[0]?.atRun({ ID: 'i-1' }))?.value).toMatchObject({
      options: { inline: ['echo i-1 base-2026'] },
    });
    expect(second?.provisioners).toMatchObject([
      { maxRetries: 4, timeoutMs: 60_000, decoded: { options: { inline: ['b'] } } },
    ]);
    expect(second?.errorCleanupProvisioner?.decoded.options).toMatchObject({ inline: ['clean'] });
    expect(second?.postProcessorChains.map((chain) => chain.map(({ name }) => name))).toEqual([
      [undefined],
      ['second', undefined],
    ]);
  });

  it('are chosen by their whole names', async () => {
    const only = await legacy(template, { only: ['base-2026'], except: ['second'] });
    expect(only.plan?.builds.map(({ name }) => name)).toEqual(['amazon-ebs.base-2026']);
    expect(only.plan?.builds[0]?.postProcessorChains).toHaveLength(1);
    expect(await problems(template, { only: ['base-*'] })).toMatchSnapshot();
  });

  it('are not listed where there are none', async () => {
    expect(await problems({ builders: [] }, { only: ['base'] })).toContainEqual(
      expect.stringContaining('names "base", which fits no build | There are no builds. In a JSON template'),
    );
  });
});

describe('what is wrong with a template', () => {
  it.each([
    ['a key that is not known', { builders: [EBS], provisoners: [], _comment: 'fine', push: {} }],
    ['a comment that is no text', { builders: [EBS], _comment: 1 }],
    ['no builder', { builders: [] }],
    ['a builder without a type', { builders: [{ ami_name: 'x' }] }],
    ['two builders of one name', { builders: [EBS, EBS] }],
    [
      'steps for builders that are not there',
      {
        builders: [EBS],
        provisioners: [{ type: 'shell', only: ['amazon-ebz'], override: { x: {} } }],
      },
    ],
    [
      'both only and except',
      {
        builders: [EBS],
        provisioners: [{ type: 'shell', only: ['amazon-ebs'], except: ['amazon-ebs'] }],
      },
    ],
    ['chains in chains', { builders: [EBS], 'post-processors': [[['manifest']]] }],
    [
      'settings of steps',
      {
        builders: [EBS],
        provisioners: [{ type: 'shell', pause_before: '5', timeout: '{{user `t`}}', max_retries: 'x' }],
      },
    ],
    ['a version that is newer', { builders: [EBS], min_packer_version: '99.0.0' }],
    ['a wrong type', { builders: EBS, variables: { a: 1 } }],
    ['something twice', `{"builders":[{"type":"amazon-ebs","ami_name":"x","ami_name":"y"}]}`],
    ['HCL2 in JSON', { source: {}, build: {} }],
    ['an unknown component', { builders: [{ type: 'amazon-ebz' }], provisioners: [{ type: 'shel' }] }],
    ['a template language error', { builders: [{ ...EBS, name: 'x{{usr}}' }] }],
    ['data of the build where there is none yet', { builders: [{ ...EBS, ami_name: '{{build `ID`}} {{ .Host }}' }] }],
    ['fields where there are none yet', { builders: [{ ...EBS, ami_name: 'x {{ .Host }}' }] }],
  ])('is said: %s', async (_, template) => {
    expect(await problems(template)).toMatchSnapshot();
  });
});

describe('variables that a service elsewhere gives', () => {
  const template = {
    variables: {
      name: 'v-{{user `secret`}}',
      secret: '{{ vault `kv/data/app` `password` }}',
      key: '{{ aws_secretsmanager `db` }}',
    },
    builders: [{ ...EBS, ami_name: '{{user `name`}}', ami_regions: ['{{user `key`}}'], instance_type: 't3.nano' }],
  };

  it('are not known before anybody is asked, and neither is what uses them', async () => {
    const { plan, messages, reading } = await legacy(template);
    expect(messages).toEqual([]);
    const decoded = plan?.builds[0]?.builder.decoded;
    expect(['ami_name', 'ami_regions', 'instance_type'].map((name) => decoded?.unknown(name))).toEqual([
      true,
      true,
      false,
    ]);
    expect(reading?.variables.map(({ name, value }) => [name, value.isUnknown])).toEqual([
      ['name', true],
      ['secret', true],
      ['key', true],
    ]);
  });

  it('are asked for when data is to be read', async () => {
    const asked: unknown[] = [];
    const askRemote: Given['askRemote'] = (question) => {
      asked.push(question);
      return Promise.resolve(question.function === 'vault' ? 'hush' : 'eu-west-1');
    };
    const { plan, messages } = await legacy(template, { askRemote, evaluateDataSources: true });
    expect(messages).toEqual([]);
    expect(plan?.builds[0]?.builder.decoded.options).toMatchObject({ ami_name: 'v-hush', ami_regions: ['eu-west-1'] });
    expect(asked).toEqual([
      { function: 'vault', arguments: ['kv/data/app', 'password'] },
      { function: 'aws_secretsmanager', arguments: ['db', undefined] },
    ]);
  });

  it('say at their place why they can not be had', async () => {
    const askRemote: Given['askRemote'] = () => Promise.reject(new Error('VAULT_ADDR is not set'));
    const { messages } = await legacy(template, { askRemote, evaluateDataSources: true });
    expect(messages).toEqual([
      expect.stringMatching(/^error a\.json 1:\d+-1:\d+ remote-function-failed: .*"secret" \| .*VAULT_ADDR is not set/),
      expect.stringMatching(/"key" \| .*VAULT_ADDR is not set/),
    ]);
  });
});
