import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type Circumstances, fingerprintOf, template } from './support/template.ts';

const SHELL = 'provisioner "shell" { inline = ["echo one"] }';
const DAY = 24 * 3_600_000;

/** What an image of the first would say has changed for the second. */
async function changes(
  [first, before]: readonly [string, Circumstances?],
  [second, after]: readonly [string, Circumstances?],
): Promise<readonly string[] | undefined> {
  const earlier = await fingerprintOf(first, before);
  const later = await fingerprintOf(second, after);
  const changed = later.changesSince(earlier.tags);
  expect(later.id === earlier.id).toBe(changed?.length === 0);
  return changed;
}

describe('a fingerprint', () => {
  it('is the same for the same template on another day, in another folder, with a timestamp in its name', async () => {
    const text = template('tags = { built = timestamp() }\nami_description = "made {{isotime}}"', SHELL);
    expect(await changes([text], [text, { afterMs: 123 * DAY + 5_000 }])).toEqual([]);
  });

  it.each([
    ['source = "${path.root}/app/"', []],
    ['source = "app/"', []],
    ['source = "${path.cwd}/app/"', ['provisioner 1 (file)']],
  ])('sees of a path what it is evaluated to in another folder: %s', async (source, expected) => {
    const text = template('', `provisioner "file" {\n${source}\ndestination = "/tmp/"\n}`);
    const files = { 'app/main': 'one', 'app/other': 'two' };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    expect(await changes([text, { files }], [text, { files: reversed }])).toEqual(expected);
  });

  it('does not see comments, formatting, the order of options, and a default that is written', async () => {
    const plain = template('ssh_clear_authorized_keys = true', 'provisioner "shell" { inline = ["echo one"] }');
    const other = template(
      '# a comment',
      'provisioner "shell" {\n    valid_exit_codes = ["0"]\n\n    inline           = ["echo ${"one"}"]\n  }',
    );
    expect(await changes([plain], [other])).toEqual([]);
  });

  it.each([
    ['tags = { a = "b" }'],
    ['ami_description = "x"'],
    ['ami_regions = ["eu-west-1"]'],
    ['run_tags = { a = "b" }'],
    ['deprecate_at = "2040-01-01T00:00:00Z"'],
    ['ssh_timeout = "9m"'],
    ['spot_price = "auto"\nspot_instance_types = ["t3.small"]'],
    ['subnet_id = "subnet-12345678"'],
    ['access_key = "AKIAEXAMPLE"\nsecret_key = "not-a-secret"'],
  ])('is the same with %s, which makes no other image', async (source) => {
    expect(await changes([template('', SHELL)], [template(source, SHELL)])).toEqual([]);
  });

  it.each([
    ['encrypt_boot = true', 'the option encrypt_boot (new)'],
    ['ami_users = ["111122223333"]', 'the option ami_users (new)'],
    ['user_data = "#!/bin/sh"', 'the option user_data (new)'],
    [
      'launch_block_device_mappings {\n device_name = "/dev/sda1"\n volume_size = 20\n}',
      'the option launch_block_device_mappings (new)',
    ],
  ])('is another one with %s', async (source, label) => {
    expect(await changes([template('', SHELL)], [template(source, SHELL)])).toEqual([label]);
  });

  it('names the source image, provisioners that are new, gone or different, and their files', async () => {
    const file = 'provisioner "file" {\n source = "a.txt"\n destination = "/tmp/a"\n}';
    const text = template('', `${SHELL}\n${file}`);
    const files = { 'a.txt': 'a' };
    expect(await changes([text, { files }], [text, { files, sourceImageId: 'ami-newer' }])).toEqual(['the source AMI']);
    expect(await changes([text, { files }], [text, { files: { 'a.txt': 'b' } }])).toEqual([
      'files of provisioner 2 (file)',
    ]);
    expect(await changes([text, { files }], [template('', SHELL)])).toEqual([
      'provisioner 2 (file) (gone)',
      'files of provisioner 2 (gone)',
    ]);
    const other = template('', SHELL.replace('echo one', 'echo two'));
    expect(await changes([template('', SHELL)], [other])).toEqual(['provisioner 1 (shell)']);
  });

  it('sees variables where they are used for the image, and nowhere else', async () => {
    const declared = 'variable "sha" { default = "0" }\nvariable "version" { default = "1" }';
    const text = template(
      'tags = { commit = var.sha }',
      'provisioner "shell" { inline = ["get ${var.version}"] }',
      declared,
    );
    expect(await changes([text], [text, { variables: { sha: 'abc' } }])).toEqual([]);
    expect(await changes([text], [text, { variables: { version: '2' } }])).toEqual(['provisioner 1 (shell)']);
  });

  it('sees the part of a name that does not come from the time', async () => {
    const declared = 'variable "stage" { default = "dev" }';
    const text = template('', SHELL, declared).replace('app-{{timestamp}}', 'app-${var.stage}-{{timestamp}}');
    expect(await changes([text], [text, { afterMs: 40 * DAY }])).toEqual([]);
    expect(await changes([text], [text, { variables: { stage: 'prod' } }])).toEqual(['the option ami_name']);
  });

  it.each(['${formatdate("YYYYMMDD-hhmm", timestamp())}', '{{isotime `2006-01-02`}}', '${uuidv4()}', '{{uuid}}'])(
    'passes over %s in a name, whenever the run is',
    async (part) => {
      const text = template('', SHELL).replace('{{timestamp}}', `v2-${part}-x`);
      const ids = [];
      for (const days of [0, 1, 17, 200])
        ids.push((await fingerprintOf(text, { afterMs: days * DAY + days * 1_001 })).id);
      expect(new Set(ids).size).toBe(1);
    },
  );

  it.each([
    ['a local', 'locals { now = regex_replace(timestamp(), "[- TZ:]", "") }', 'app-${local.now}'],
    ['a variable', 'variable "name" { default = "app {{timestamp}}" }', '${var.name}'],
    ['clean names', '', 'app-{{isotime | clean_resource_name}}'],
    ['a shorter time', 'locals { now = formatdate("YYYYMMDDhhmmss", timestamp()) }', 'app${local.now}'],
  ])('passes over the time that comes into a name by %s', async (_, before, name) => {
    const text = template('', SHELL, before).replace('app-{{timestamp}}', name);
    expect(await changes([text], [text, { afterMs: 77 * DAY + 12_345 }])).toEqual([]);
    const other = template('', SHELL, before.replace('app', 'web')).replace(
      'app-{{timestamp}}',
      name.replace('app', 'web'),
    );
    expect(await changes([text], [other])).toEqual(['the option ami_name']);
  });

  it('is made of templates in the older JSON format, too', async () => {
    const json = (inline: string) =>
      JSON.stringify({
        variables: { stage: 'dev' },
        builders: [
          {
            type: 'amazon-ebs',
            name: 'app',
            ami_name: 'app {{user `stage`}} {{timestamp}}',
            instance_type: 't3.micro',
            ssh_username: 'ubuntu',
            source_ami: 'ami-0123456789abcdef0',
          },
        ],
        provisioners: [{ type: 'shell', inline: [inline] }],
      });
    const one = { name: 'app.json' } as const;
    expect(await changes([json('echo'), one], [json('echo'), { ...one, afterMs: DAY }])).toEqual([]);
    expect(await changes([json('echo'), one], [json('date'), one])).toEqual(['provisioner 1 (shell)']);
    const prod = { ...one, variables: { stage: 'prod' } };
    expect(await changes([json('echo'), one], [json('echo'), prod])).toEqual(['the option ami_name']);
    expect((await fingerprintOf(json('echo {{timestamp}}'), one)).moot).toMatchObject([{ code: 'reuse-moot' }]);
  });

  it('takes what only a machine knows for what it is, and sees the rest of such a text', async () => {
    const shell = (text: string) => template('', `provisioner "shell" { inline = ["${text}"] }`);
    const one = shell('echo ${build.ID} ${build.SourceAMIName} {{build `Host`}} one');
    expect(await changes([one], [one])).toEqual([]);
    expect(await changes([one], [one.replace(' one"', ' two"')])).toEqual(['provisioner 1 (shell)']);
    expect((await fingerprintOf(one)).moot).toEqual([]);
  });

  it('does not see what only decides whether and when a provisioner runs', async () => {
    const patient = SHELL.replace('{ ', '{\n pause_before = "10s"\n timeout = "1h"\n max_retries = 3\n').replace(
      ' }',
      '\n}',
    );
    expect(await changes([template('', SHELL)], [template('', patient)])).toEqual([]);
  });
});

describe('what has another value in each run', () => {
  it.each([
    ['inline = ["echo one", "echo ${timestamp()}"]', 'inline[1]'],
    ['inline = ["echo {{isotime}}"]', 'inline[0]'],
    ['inline = ["echo one"]\n env = { ID = uuidv4() }', 'env.ID'],
  ])('is named with its place: %s', async (options, path) => {
    const { moot } = await fingerprintOf(template('', `provisioner "shell" {\n ${options}\n}`));
    expect(moot).toMatchObject([
      {
        severity: 'warning',
        code: 'reuse-moot',
        detail: expect.stringContaining(`"${path}" of provisioner 1 (shell)`),
      },
    ]);
    expect(moot[0]?.subject?.filename).toBe('app.pkr.hcl');
    expect(moot[0]?.subject?.start.line).toBeGreaterThan(11);
  });

  it('is not what only changes with the day', async () => {
    const text = template('', 'provisioner "shell" { inline = ["echo ${formatdate("YYYY-MM-DD", timestamp())}"] }');
    expect((await fingerprintOf(text)).moot).toEqual([]);
    expect(await changes([text], [text, { afterMs: DAY }])).toEqual(['provisioner 1 (shell)']);
  });
});

describe('a secret that goes into an image', () => {
  const declared = 'variable "token" {\n default = "1234"\n sensitive = true\n}';
  const text = template(
    '',
    `provisioner "shell" {\n inline = ["login"]\n env = { TOKEN = var.token }\n}\n${SHELL}`,
    declared,
  );

  it('makes another image when it changes, and is told of with the block that it is in', async () => {
    expect(await changes([text], [text])).toEqual([]);
    expect(await changes([text], [text, { variables: { token: '5678' } }])).toEqual(['provisioner 1 (shell)']);
  });

  it('can not be tried out with plain hashes: the account takes part, and a key where there is one', async () => {
    const digest = async (circumstances: Circumstances) =>
      (await fingerprintOf(text, circumstances)).inputs.find(({ name }) => name === '1.shell')?.digest;
    const digests = [
      await digest({}),
      await digest({ accountId: '999999999999' }),
      await digest({ key: 'k1' }),
      await digest({ key: 'k2' }),
    ];
    expect(new Set(digests).size).toBe(4);
    expect(await digest({})).toBe(digests[0]);
  });

  it('is said to be exposed to guesses without a key, and only then', async () => {
    expect((await fingerprintOf(text)).exposesSecrets).toBe(true);
    expect((await fingerprintOf(text, { key: 'k1' })).exposesSecrets).toBe(false);
    expect((await fingerprintOf(template('', SHELL, declared))).exposesSecrets).toBe(false);
  });

  it('does not show in the tags', async () => {
    const { tags } = await fingerprintOf(text, { variables: { token: 'correct-horse' } });
    expect(JSON.stringify(tags)).not.toContain('horse');
  });

  it('leads to no list of changes when another key was used, but to that guess', async () => {
    expect(await changes([text, { key: 'k1' }], [text, { key: 'k2' }])).toEqual([
      'all that counts, which most likely means that it was made with another fingerprint key',
    ]);
  });
});

describe('files that change after the fingerprint was made out', () => {
  const UPLOAD = 'provisioner "file" {\n source = "app"\n destination = "/tmp/app"\n }';
  const inFolder = async (build: string) => {
    const folder = temporaryFolder('changing');
    const made = await fingerprintOf(template('', build), { folder, files: { 'app/main': 'one', other: 'x' } });
    return { made, main: path.join(folder, 'app', 'main'), other: path.join(folder, 'other') };
  };

  it('are named, also where they are gone, and those that no provisioner uploads do not count', async () => {
    const { made, main, other } = await inFolder(UPLOAD);
    writeFileSync(other, 'y');
    expect(await made.changedMeanwhile()).toEqual([]);
    writeFileSync(main, 'two');
    expect(await made.changedMeanwhile()).toEqual(['files of provisioner 1 (file)']);
    writeFileSync(main, 'one');
    expect(await made.changedMeanwhile()).toEqual([]);
    rmSync(main);
    expect(await made.changedMeanwhile()).toEqual(['files of provisioner 1 (file)']);
  });

  it.each([
    ['has a command for this machine', 'provisioner "shell-local" { inline = ["make"] }'],
    [
      'downloads a file',
      'provisioner "file" {\n direction = "download"\n source = "/tmp/a"\n destination = "app/main"\n }',
    ],
  ])('do not count where the build %s, which may be there to make them', async (_, before) => {
    const { made, main } = await inFolder(`${before}\n${UPLOAD}`);
    writeFileSync(main, 'two');
    expect(await made.changedMeanwhile()).toEqual([]);
  });
});
