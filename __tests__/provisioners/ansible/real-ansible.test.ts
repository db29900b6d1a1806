import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sshCommunicator } from '../../../src/communicators/ssh/index.ts';
import { type SshOptions, sshSchema } from '../../../src/communicators/ssh/options.ts';
import type { Communicator } from '../../../src/engine/ports.ts';
import { ansibleProvisioner } from '../../../src/provisioners/ansible/index.ts';
import { type AnsibleOptions, ansibleSchema } from '../../../src/provisioners/ansible/options.ts';
import { hasOpenSsh, hasStranger, type OpenSshServer, startOpenSsh } from '../../support/openssh-server.ts';
import { buildContext, decodedOptions, provisionContext } from '../../support/plugin-context.ts';

/** BAKE_AMI_ANSIBLE_BIN: the folder of Ansible's programs, where that is not on the PATH. */
const SEARCH = [process.env['BAKE_AMI_ANSIBLE_BIN'], process.env['PATH']]
  .filter((entry) => entry !== undefined)
  .join(':');
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const hasAnsible = hasStranger(
  'Ansible',
  SEARCH.split(':').some((entry) => existsSync(path.join(entry, 'ansible-playbook'))),
);
const real = hasOpenSsh() && hasAnsible ? describe : describe.skip;

real('the ansible provisioner with real Ansible and OpenSSH', () => {
  let server: OpenSshServer;
  let machine: Communicator;
  const login = async (options: Partial<SshOptions>): Promise<Communicator> => {
    const connector = await sshCommunicator({ hostKeyPolicy: 'first' }).connector(
      decodedOptions<SshOptions>(sshSchema, { ssh_username: server.username, ...options }),
      buildContext(),
    );
    if (connector.login.kind === 'temporary-key') await server.authorize(connector.login.publicKey);
    const { host, port } = server;
    return connector.connect(
      { name: 'machine', address: async () => ({ host, port }), provenHostKeys: undefined },
      new AbortController().signal,
    );
  };
  const provision = async (playbook: string, options: Partial<AnsibleOptions> = {}, on = machine) => {
    const folder = await mkdtemp(path.join(server.folder, 'play-'));
    await writeFile(path.join(folder, 'site.yml'), playbook);
    await mkdir(path.join(folder, 'tmp'));
    const context = provisionContext(on, {
      workingDirectory: folder,
      temporaryDirectory: path.join(folder, 'tmp'),
      environment: { PATH: SEARCH, HOME: folder, LANG: 'C.UTF-8' },
    });
    const decoded = decodedOptions<AnsibleOptions>(ansibleSchema, {
      playbook_file: 'site.yml',
      // What Ansible would find by itself may be a wrapper of this machine's login shell.
      extra_arguments: ['-e', `ansible_python_interpreter=${PYTHON}`],
      ...options,
    });
    const result = ansibleProvisioner.provision(decoded, context);
    await result.catch(() => undefined);
    return { result, context, folder, output: context.lines.map(({ text }) => text).join('\n') };
  };

  beforeAll(async () => {
    server = await startOpenSsh();
    machine = await login({});
  });
  afterAll(async () => {
    await machine.close();
    await server[Symbol.asyncDispose]();
  });

  it('runs a playbook on the machine and leaves nothing running', async () => {
    const made = path.join(server.folder, 'made by ansible');
    const { result, output, folder } = await provision(
      [
        '- hosts: web',
        '  tasks:',
        `    - ansible.builtin.copy: {dest: "${made}", content: "{{ packer_build_name }} {{ packer_builder_type }}\\n"}`,
        '    - ansible.builtin.command: echo on the machine',
        '',
      ].join('\n'),
      { groups: ['web'] },
    );
    await expect(result).resolves.toBeUndefined();
    expect(output).toMatch(/default\s+: ok=3\s+changed=2/);
    expect(await readFile(made, 'utf8')).toBe('machine amazon-ebs\n');
    expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
    const processes = execFileSync('ps', ['-e', '-o', 'args='], { encoding: 'utf8' });
    expect(processes.split('\n').filter((line) => line.includes(folder))).toEqual([]);
  }, 60_000);

  it('fails when a task fails', async () => {
    const { result, output } = await provision(
      '- hosts: all\n  gather_facts: false\n  tasks:\n    - command: /bin/false\n',
    );
    await expect(result).rejects.toMatchObject({
      code: 'ansible-failed',
      message: 'ansible-playbook exited with status 2',
    });
    expect(output).toContain('non-zero return code');
  }, 60_000);

  it('refuses a machine with another host key', async () => {
    const [line = ''] = machine.access.knownHosts;
    const other = line.replace(/AAAA\S+/, machineKeyOf(await otherKey(server.folder)));
    const impostor: Communicator = Object.create(machine, {
      access: { value: { ...machine.access, knownHosts: [other] } },
      host: { value: machine.host },
      port: { value: machine.port },
      username: { value: machine.username },
    });
    const { result, output } = await provision('- hosts: all\n  gather_facts: false\n  tasks: []\n', {}, impostor);
    await expect(result).resolves.toBeUndefined();
    const failing = await provision('- hosts: all\n  gather_facts: false\n  tasks:\n    - ping:\n', {}, impostor);
    await expect(failing.result).rejects.toMatchObject({ code: 'ansible-failed' });
    expect(failing.output).toContain('REMOTE HOST IDENTIFICATION HAS CHANGED');
    expect(output).not.toContain('UNREACHABLE');
  }, 60_000);

  it('goes through a jump host', async () => {
    const keyFile = path.join(server.folder, 'jump key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keyFile]);
    await server.authorize((await readFile(`${keyFile}.pub`, 'utf8')).trim());
    expect((await stat(keyFile)).mode & 0o77).toBe(0);
    await using behind = await login({
      ssh_bastion_host: '127.0.0.1',
      ssh_bastion_port: server.port,
      ssh_bastion_private_key_file: keyFile,
    });
    const { result, output } = await provision(
      '- hosts: all\n  gather_facts: false\n  tasks:\n    - ping:\n',
      {},
      behind,
    );
    expect(output).toMatch(/default\s+: ok=1/);
    await expect(result).resolves.toBeUndefined();
  }, 60_000);
});

async function otherKey(folder: string): Promise<string> {
  const file = path.join(folder, 'other_host_key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  return readFile(`${file}.pub`, 'utf8');
}

function machineKeyOf(publicKey: string): string {
  return publicKey.split(' ')[1] ?? '';
}
