import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ProvisionContext } from '../../../src/engine/ports.ts';
import { ansibleProvisioner } from '../../../src/provisioners/ansible/index.ts';
import { type AnsibleOptions, ansibleSchema } from '../../../src/provisioners/ansible/options.ts';
import { decodedOptions, provisionContext } from '../../support/plugin-context.ts';
import { RecordingCommunicator } from '../../support/recording-communicator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Stands in for Ansible's programs: writes down how it was called and what the files held. */
const RECORDER = `#!/usr/bin/env node
const fs = require('node:fs');
const args = process.argv.slice(2);
const content = (file) => ({ text: fs.readFileSync(file, 'utf8'), mode: (fs.statSync(file).mode & 0o777).toString(8) });
const variables = args.find((argument) => argument.startsWith('@'));
const inventory = args[args.indexOf('-i') + 1];
const record = {
  program: require('node:path').basename(process.argv[1]), args,
  env: process.env,
  variables: variables && content(variables.slice(1)),
  inventory: inventory && fs.existsSync(inventory) && fs.statSync(inventory).isFile() ? content(inventory) : undefined,
};
const key = record.variables && JSON.parse(record.variables.text).ansible_ssh_private_key_file;
record.key = key && content(key);
const known = record.variables && /UserKnownHostsFile="([^"]+)"/.exec(JSON.parse(record.variables.text).ansible_ssh_common_args);
record.knownHosts = known && content(known[1]);
fs.appendFileSync(process.env.RECORD, JSON.stringify(record) + '\\n');
console.log('PLAY RECAP');
process.exit(Number(process.env.STATUS ?? 0));
`;

interface Recorded {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly variables: { readonly text: string; readonly mode: string };
  readonly inventory: { readonly text: string; readonly mode: string };
  readonly key: { readonly text: string; readonly mode: string };
  readonly knownHosts: { readonly text: string };
}

let folder: string;
let machine: RecordingCommunicator;

beforeEach(async () => {
  folder = temporaryFolder();
  machine = new RecordingCommunicator();
  await mkdir(path.join(folder, 'bin'));
  await mkdir(path.join(folder, 'tmp'));
  for (const program of ['ansible-playbook', 'ansible-galaxy']) {
    await writeFile(path.join(folder, 'bin', program), RECORDER, { mode: 0o755 });
  }
  await writeFile(path.join(folder, 'site.yml'), '- hosts: all\n');
});

function context(overrides: Partial<ProvisionContext> = {}) {
  return provisionContext(machine, {
    workingDirectory: folder,
    temporaryDirectory: path.join(folder, 'tmp'),
    environment: {
      PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`,
      RECORD: path.join(folder, 'record'),
    },
    ...overrides,
  });
}

async function run(options: Partial<AnsibleOptions>, used = context()): Promise<readonly Recorded[]> {
  const decoded = decodedOptions<AnsibleOptions>(ansibleSchema, { playbook_file: 'site.yml', ...options });
  await ansibleProvisioner.provision(decoded, used);
  const lines = (await readFile(path.join(folder, 'record'), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Resolves when the process runs no more; one that nobody has waited for yet counts as ended. */
async function ended(pid: number): Promise<void> {
  for (;;) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
    if (status === undefined || /^State:\s+Z/m.test(status)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the ansible provisioner', () => {
  it('runs the playbook against an inventory that leads straight to the machine', async () => {
    const [playbook] = await run({});
    expect(playbook?.args).toEqual([
      '-e',
      'packer_build_name="machine"',
      '-e',
      'packer_builder_type=amazon-ebs',
      '-e',
      expect.stringMatching(/^@.*\/variables\.json$/),
      '-i',
      expect.stringMatching(/\/packer-provisioner-ansible-[a-z0-9]{10}$/),
      path.join(folder, 'site.yml'),
    ]);
    expect(playbook?.inventory).toEqual({
      text: 'default ansible_host=192.0.2.7 ansible_user=ubuntu ansible_port=22\n',
      mode: '600',
    });
  });

  it("checks the machine's host key and logs in with the build's key, both in files of its own", async () => {
    const [playbook] = await run({});
    expect(playbook?.key).toEqual({ text: 'PRIVATE\n', mode: '600' });
    expect(playbook?.variables.mode).toBe('600');
    expect(playbook?.knownHosts.text).toBe('192.0.2.7 ssh-ed25519 AAAA\n');
    const { ansible_ssh_common_args: args } = JSON.parse(playbook?.variables.text ?? '');
    expect(args).toMatch(
      /^-o 'UserKnownHostsFile="[^"]+"' -o GlobalKnownHostsFile=\/dev\/null -o StrictHostKeyChecking=yes -o IdentitiesOnly=yes$/,
    );
    expect(playbook?.env).toMatchObject({ ANSIBLE_HOST_KEY_CHECKING: 'True', ANSIBLE_PIPELINING: 'True' });
  });

  it('goes through the jump host with ssh itself', async () => {
    Object.assign(machine, {
      access: {
        ...machine.access,
        bastion: { host: 'jump.example.org', port: 2222, username: 'me', privateKeyFile: '/keys/my key%1' },
      },
    });
    const [playbook] = await run({});
    const { ansible_ssh_common_args: args } = JSON.parse(playbook?.variables.text ?? '');
    expect(args).toContain('ssh -W %h:%p -o ');
    expect(args).toContain('-p 2222 -i ');
    expect(args).toContain('/keys/my key%%1');
    expect(args).toContain('-l me -- jump.example.org');
  });

  it('keeps a password out of the arguments', async () => {
    Object.assign(machine, { access: { ...machine.access, privateKey: undefined, password: 'hunter2-hunter2' } });
    const [playbook] = await run({});
    expect(JSON.parse(playbook?.variables.text ?? '')).toMatchObject({ ansible_password: 'hunter2-hunter2' });
    expect(playbook?.args.join(' ')).not.toContain('hunter2');
  });

  it('writes groups, empty groups and the name of the machine', async () => {
    const [playbook] = await run({ groups: ['web', 'db'], empty_groups: ['cache'], host_alias: 'box' });
    const line = 'box ansible_host=192.0.2.7 ansible_user=ubuntu ansible_port=22';
    expect(playbook?.inventory.text).toBe(`${line}\n[web]\n${line}\n[db]\n${line}\n[cache]\n`);
  });

  it("writes the machine's line as the template wants it", async () => {
    const [playbook] = await run({
      inventory_file_template: '{{ .HostAlias }} ansible_host={{ .Host }}:{{ .Port }} id={{ .ID }}\n',
    });
    expect(playbook?.inventory.text).toBe('default ansible_host=192.0.2.7:22 id=i-0123456789abcdef0\n');
  });

  it('logs in as the other user only where the template connects directly, since the proxy never did', async () => {
    const [proxied] = await run({ user: 'deploy' });
    expect(proxied?.inventory.text).toContain('ansible_user=ubuntu');
    const [, direct] = await run({ user: 'deploy', use_proxy: false });
    expect(direct?.inventory.text).toContain('ansible_user=deploy');
  });

  it("leads the hosts of the template's own inventory to the machine, where they named Packer's proxy", async () => {
    await writeFile(path.join(folder, 'hosts'), 'default ansible_host=127.0.0.1 ansible_port=2222\n');
    const [proxied, direct] = [
      (await run({ inventory_file: 'hosts', local_port: 2222 }))[0],
      (await run({ inventory_file: 'hosts', use_proxy: false }))[1],
    ];
    expect(proxied?.args).toContain(path.join(folder, 'hosts'));
    expect(JSON.parse(proxied?.variables.text ?? '')).toMatchObject({
      ansible_host: '192.0.2.7',
      ansible_port: 22,
      ansible_user: 'ubuntu',
    });
    expect(JSON.parse(direct?.variables.text ?? '')).not.toHaveProperty('ansible_host');
  });

  it('hands a list of hosts over as it is', async () => {
    const [playbook] = await run({ inventory_file: 'localhost,', use_proxy: false });
    expect(playbook?.args).toEqual(expect.arrayContaining(['-i', 'localhost,']));
  });

  it('puts the inventory where group_vars are, and takes it away again unless it is to be kept', async () => {
    await mkdir(path.join(folder, 'inventory'));
    const [playbook] = await run({ inventory_directory: 'inventory' });
    expect(path.dirname(playbook?.args.at(-2) ?? '')).toBe(path.join(folder, 'inventory'));
    expect(await readdir(path.join(folder, 'inventory'))).toEqual([]);
    await run({ inventory_directory: 'inventory', keep_inventory_file: true });
    expect(await readdir(path.join(folder, 'inventory'))).toHaveLength(1);
  });

  it('hands arguments and environment over, rendered, with the last word on the environment', async () => {
    const [playbook] = await run({
      extra_arguments: ['--extra-vars', 'id={{ .ID }}', '-v'],
      ansible_env_vars: ['ANSIBLE_PIPELINING=False', 'MINE={{ .ID }}'],
      ansible_ssh_extra_args: ['-o Compression=yes', '-v'],
    });
    expect(playbook?.args.slice(6, 11)).toEqual([
      '--ssh-extra-args',
      "'-o Compression=yes' '-v'",
      '--extra-vars',
      'id=i-0123456789abcdef0',
      '-v',
    ]);
    expect(playbook?.env).toMatchObject({ ANSIBLE_PIPELINING: 'False', MINE: 'i-0123456789abcdef0' });
  });

  it.each([
    ['roles:\n  - x\ncollections:\n  - y\n', ['install', 'collection install']],
    ['- src: x\n', ['install']],
    ['collections:\n  - y\n', ['collection install']],
  ])('installs what a requirements file asks for: %j', async (text, kinds) => {
    await writeFile(path.join(folder, 'requirements.yml'), text);
    const runs = await run({
      galaxy_file: 'requirements.yml',
      galaxy_force_install: true,
      roles_path: 'roles',
      collections_path: 'collections',
    });
    const file = path.join(folder, 'requirements.yml');
    expect(runs.map(({ program, args }) => `${program} ${args.join(' ')}`).slice(0, -1)).toEqual(
      kinds.map((kind) => {
        const into = path.join(folder, kind === 'install' ? 'roles' : 'collections');
        return `ansible-galaxy ${kind} -r ${file} -f -p ${into}`;
      }),
    );
    expect(runs.at(-1)?.program).toBe('ansible-playbook');
  });

  it('shows the output and leaves no file behind', async () => {
    const used = context();
    await run({}, used);
    expect(used.lines).toEqual([{ stream: 'stdout', text: 'PLAY RECAP' }]);
    expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
  });

  it('does not show what looks like a password in the command that it prints', async () => {
    const used = context();
    await run({ extra_arguments: ['-e', 'db_password=hunter2', '-e', 'a=1'] }, used);
    const messages = used.events.map((event) => (event.type === 'progress' ? event.message : '')).join('\n');
    expect(messages).toContain('-e db_password=***** -e a=1');
    expect(messages).not.toContain('hunter2');
  });

  it('fails with the exit status', async () => {
    const used = context();
    await expect(run({}, { ...used, environment: { ...used.environment, STATUS: '2' } })).rejects.toMatchObject({
      code: 'ansible-failed',
      message: 'ansible-playbook exited with status 2',
      hint: 'A task failed on the machine; the log has its output.',
    });
    expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
  });

  it('says when Ansible is not installed', async () => {
    await expect(run({ command: 'no-such-ansible' })).rejects.toMatchObject({ code: 'program-not-startable' });
  });

  it('ends the program and what it started when cancelled', async () => {
    const cancel = new AbortController();
    await writeFile(
      path.join(folder, 'bin', 'ansible-playbook'),
      '#!/bin/sh\nsleep 1000 &\necho "started $!"\nwait\n',
      { mode: 0o755 },
    );
    const used = context({ signal: cancel.signal });
    let child = 0;
    const running = run(
      {},
      {
        ...used,
        line: (_, text) => {
          child = Number(/started (\d+)/.exec(text)?.[1]);
          cancel.abort();
        },
      },
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await ended(child);
  });
});

describe('what is wrong with an ansible block is said before anything runs', () => {
  const check = (options: Partial<AnsibleOptions>) =>
    ansibleProvisioner
      .validate(decodedOptions<AnsibleOptions>(ansibleSchema, { playbook_file: '/etc/hostname', ...options }), {
        workingDirectory: '/project',
        force: false,
      })
      .map(({ severity, summary }) => `${severity}: ${summary}`);

  it.each<[Partial<AnsibleOptions>, readonly string[]]>([
    [{}, []],
    [{ use_proxy: false }, []],
    [{ use_proxy: true }, ['warning: No proxy is used']],
    [{ playbook_file: 'site.yml' }, ['error: There is no file site.yml']],
    [{ inventory_file: 'hosts' }, ['warning: There is no file hosts']],
    [{ inventory_file: 'localhost,' }, []],
    [
      { galaxy_file: 'r.yml', inventory_directory: '/etc/hostname' },
      ['error: There is no file r.yml', 'error: There is no folder /etc/hostname'],
    ],
    [{ ansible_env_vars: ['X'] }, ['warning: An environment variable is not written as NAME=value']],
  ])('%j', (options, messages) => {
    expect(check(options)).toEqual(messages);
  });
});
