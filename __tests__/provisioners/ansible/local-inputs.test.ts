import { describe, expect, it } from '@jest/globals';
import { localInputs } from '../../../src/provisioners/ansible/local-inputs.ts';
import { type AnsibleOptions, ansibleSchema } from '../../../src/provisioners/ansible/options.ts';
import { decodedOptions } from '../../support/plugin-context.ts';

function inputsOf(given: Partial<AnsibleOptions>) {
  const { options } = decodedOptions<AnsibleOptions>(ansibleSchema, given);
  const [beside, ...named] = localInputs(options, '/project');
  return { beside, named: named.map(({ path }) => path) };
}

describe('the local inputs of a play', () => {
  it('are the whole folder of a playbook that has one of its own', () => {
    const { beside } = inputsOf({ playbook_file: 'ansible/site.yml' });
    expect(beside?.path).toBe('/project/ansible');
    expect(beside?.includes?.('scripts', true)).toBe(true);
    expect(beside?.includes?.('README.md', false)).toBe(true);
    expect(beside?.includes?.('.git', true)).toBe(false);
  });

  it('are what Ansible looks for beside a playbook at the top of the working directory', () => {
    const { beside } = inputsOf({ playbook_file: 'site.yml' });
    expect(beside?.path).toBe('/project');
    const includes = (name: string, isFolder: boolean) => beside?.includes?.(name, isFolder);
    expect(['roles', 'group_vars', 'filter_plugins', 'files'].map((name) => includes(name, true))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['.github', 'src', 'node_modules', '.git'].map((name) => includes(name, true))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([includes('vars.yml', false), includes('README.md', false)]).toEqual([true, false]);
    expect(includes('roles/README.md', false)).toBe(true);
  });

  it('are the files that options name, and no list of hosts', () => {
    const { named } = inputsOf({
      playbook_file: 'ansible/site.yml',
      galaxy_file: 'requirements.yml',
      inventory_file: 'localhost,',
      extra_arguments: ['-e', '@vars.yml', '--extra-vars=@more.json', '-e', 'a=@b', '-vv'],
    });
    expect(named).toEqual(['ansible/site.yml', 'ansible.cfg', 'requirements.yml', 'vars.yml', 'more.json']);
  });
});
