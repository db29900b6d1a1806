import { describe, expect, it } from '@jest/globals';
import { catalogOf } from '../../src/app/registry.ts';
import { foreignComponents } from '../../src/app/templates/foreign-components.ts';
import { originTags } from '../../src/app/templates/origin.ts';
import { registry } from './support/registry.ts';

describe('the registry', () => {
  it('has every plugin under its own name', () => {
    const { declared, askRemote: _, ...running } = registry;
    const names = (plugins: object) =>
      Object.fromEntries(Object.entries(plugins).map(([kind, all]) => [kind, [...all.keys()]]));
    expect(names(running)).toEqual({
      builders: ['amazon-ebs'],
      communicators: ['ssh', 'none'],
      provisioners: ['shell', 'shell-local', 'file', 'ansible', 'sleep', 'breakpoint'],
      postProcessors: ['manifest', 'shell-local'],
      dataSources: ['amazon-ami', 'amazon-parameterstore', 'amazon-secretsmanager', 'http', 'null'],
    });
    expect(names(declared)).toEqual({
      builders: ['amazon-ebssurrogate', 'amazon-ebsvolume', 'amazon-chroot', 'amazon-instance', 'null', 'file'],
      communicators: ['winrm'],
      provisioners: ['powershell', 'windows-shell', 'windows-restart', 'ansible-local', 'hcp-sbom'],
      postProcessors: ['checksum', 'compress', 'artifice', 'provenance', 'amazon-import'],
    });
  });

  it('names what to do instead of each plugin that is missing, in whole sentences', () => {
    for (const [name, remedy] of foreignComponents) {
      expect([name, remedy]).toEqual([name, expect.stringMatching(/^([A-Z]|bake-ami).*\.$/)]);
      for (const plugins of [registry.builders, registry.provisioners, registry.postProcessors]) {
        expect([name, plugins.has(name)]).toEqual([name, false]);
      }
    }
  });
});

describe('the catalogue for templates', () => {
  const { builders } = catalogOf(registry);
  const source = builders.get('amazon-ebs');

  it('gives a source the options of its builder, of the communicators, and the choice between them', () => {
    expect(source?.schema).toMatchObject({
      ami_name: { kind: 'attribute' },
      ssh_username: { kind: 'attribute' },
      communicator: { kind: 'attribute', default: 'ssh', choices: ['ssh', 'none', 'winrm'] },
    });
    expect(source?.schema).toMatchObject({
      winrm_username: { kind: 'attribute', required: false },
      ssh_interface: { choices: expect.arrayContaining(['public_ip', 'session_manager']) },
    });
    // What SSH requires, a source without SSH does not.
    expect(source?.schema['ssh_username']).toMatchObject({ required: false });
    expect(source?.generatedNames).toContain('SourceAMIName');
  });
});

describe('the tags that say where a run comes from', () => {
  it('name commit and run in GitHub Actions, and nothing elsewhere', () => {
    expect(
      originTags({
        GITHUB_SHA: 'abc123',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'octo/app',
        GITHUB_RUN_ID: '42',
      }),
    ).toEqual({ 'bake-ami:commit': 'abc123', 'bake-ami:run-url': 'https://github.com/octo/app/actions/runs/42' });
    expect(originTags({})).toEqual({});
  });
});
