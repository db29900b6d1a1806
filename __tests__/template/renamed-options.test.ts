import { describe, expect, it } from '@jest/globals';
import { Source } from '../../src/hcl/source.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { withNewName } from '../../src/template/renamed-options.ts';
import { load } from './support/load.ts';

/** What is said of an unknown option, the first line of a file. */
function said(type: string, name: string): string {
  const source = new Source('a', `${name} = 1`);
  const parts = { code: 'unknown-option', summary: 's', detail: 'unknown', subject: source.range(0, name.length) };
  return withNewName(errorDiagnostic(parts), type, () => source).detail;
}

describe('an option that Packer once had', () => {
  it.each([
    ['amazon-ebs', 'enhanced_networking', 'ena_support'],
    ['amazon-ebsvolume', 'ssh_private_ip', 'ssh_interface = "private_ip"'],
    ['amazon-ebs', 'shutdown_behaviour', 'shutdown_behavior'],
    ['amazon-ebs', 'temporary_security_group_source_cidr', 'temporary_security_group_source_cidrs'],
    ['amazon-ebs', 'ssh_key_path', 'ssh_private_key_file'],
    ['null', 'ssh_disable_agent', 'ssh_disable_agent_forwarding'],
    ['ansible-local', 'galaxycommand', 'galaxy_command'],
    ['manifest', 'filename', 'output'],
  ])('is named with what to write now: %s, %s', (type, name, now) => {
    expect(said(type, name)).toContain(`Packer has no argument named "${name}" any more.`);
    expect(said(type, name)).toContain(now);
  });

  it.each([
    ['shell', 'filename'],
    ['amazon-ebs', 'galaxycommand'],
    ['amazon-ebs', 'something'],
  ])('is nothing that another component never had: %s, %s', (type, name) => {
    expect(said(type, name)).toBe('unknown');
  });

  it.each([
    [
      'a.pkr.hcl',
      'source "amazon-ebs" "x" {\n  ami_name            = "x"\n  enhanced_networking = true\n}\nbuild {\n  sources = ["amazon-ebs.x"]\n}\n',
    ],
    ['a.json', '{"builders": [{"type": "amazon-ebs", "ami_name": "x", "enhanced_networking": true}]}'],
  ])('is found in a whole template: %s', async (template, text) => {
    const { messages } = await load('', { template, files: { [template]: text } });
    expect(messages).toContainEqual(
      expect.stringContaining(
        'Packer has no argument named "enhanced_networking" any more. It is named ena_support now.',
      ),
    );
  });
});
