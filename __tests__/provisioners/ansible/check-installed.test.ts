import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ansibleProvisioner } from '../../../src/provisioners/ansible/index.ts';
import { type AnsibleOptions, ansibleSchema } from '../../../src/provisioners/ansible/options.ts';
import { buildContext, decodedOptions } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

/** A program that writes down how it was called. */
async function install(name: string, then = 'echo version 1'): Promise<void> {
  await writeFile(path.join(folder, name), `#!/bin/sh\necho "${name} $*" >>calls\n${then}\n`, { mode: 0o755 });
}

const calls = () => readFile(path.join(folder, 'calls'), 'utf8').catch(() => '');

async function prepare(options: Partial<AnsibleOptions>, unknown: readonly string[] = []): Promise<void> {
  const decoded = decodedOptions<AnsibleOptions>(ansibleSchema, { playbook_file: 'site.yml', ...options });
  await ansibleProvisioner.prepare?.(
    { ...decoded, unknown: (name) => unknown.includes(name) },
    buildContext({ workingDirectory: folder, temporaryDirectory: folder, environment: { PATH: folder } }),
  );
}

describe('before a machine is launched, the ansible provisioner', () => {
  it('asks the program that runs playbooks for its version', async () => {
    await install('ansible-playbook');
    await prepare({});
    expect(await calls()).toBe('ansible-playbook --version\n');
  });

  it('asks the program that installs roles too, where there are some to install', async () => {
    await install('ansible-playbook');
    await install('ansible-galaxy');
    await prepare({ galaxy_file: 'requirements.yml' });
    expect(await calls()).toBe('ansible-playbook --version\nansible-galaxy --version\n');
  });

  it('says what to do when Ansible is not installed', async () => {
    await expect(prepare({})).rejects.toMatchObject({
      code: 'ansible-not-found',
      category: 'provision',
      message: 'The program ansible-playbook, which provisioner "ansible" needs, is not on this machine',
      hint: 'Install Ansible in a step before this one (pip install ansible-core), or say with command where it is. Nothing was launched.',
    });
    await install('ansible-playbook');
    await expect(prepare({ galaxy_file: 'r.yml', galaxy_command: '/no/galaxy' })).rejects.toMatchObject({
      message: 'The program /no/galaxy, which provisioner "ansible" needs, is not on this machine',
      hint: expect.stringContaining('say with galaxy_command where it is'),
    });
  });

  it('says what a broken installation printed', async () => {
    await install('ansible-playbook', 'echo "ModuleNotFoundError: no ansible" >&2; exit 3');
    await expect(prepare({})).rejects.toMatchObject({
      code: 'ansible-not-working',
      message: 'ansible-playbook does not work on this machine: ansible-playbook --version exited with status 3',
      hint: 'The last that it printed: "ModuleNotFoundError: no ansible". A program that does not know --version needs skip_version_check = true.',
    });
  });

  it('looks where ansible_env_vars say that programs are', async () => {
    await install('ansible-playbook', 'test "$EXTRA" = 1 && test "$LATER" = ""');
    await prepare({ ansible_env_vars: ['EXTRA=1', 'LATER={{ .Host }}'] });
    expect(await calls()).toBe('ansible-playbook --version\n');
  });

  it('looks for nothing that the template does not want to be looked for, or that is not known yet', async () => {
    await prepare({ skip_version_check: true });
    await prepare({}, ['command']);
  });
});
