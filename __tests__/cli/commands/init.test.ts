import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { initCommand } from '../../../src/cli/commands/init.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';
import { runOnTemplate, type TemplateRun } from '../support/run-on-template.ts';

const run = (...given: TemplateRun) => runOnTemplate(initCommand, ...given);

const requiring = (amazon: string, more = '') => `
packer {
  required_plugins {
    amazon = { source = "github.com/hashicorp/amazon", version = "${amazon}" }
    ${more}
  }
}
variable "unset" {}
`;

describe('bake-ami init', () => {
  it('says which plugins are built in and which are not, and downloads nothing', async () => {
    const azure = 'azure = { source = "github.com/hashicorp/azure", version = "~> 2" }';
    const { exitCode, lines } = await run(requiring('>= 1.2.8', azure));
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      'Built in: amazon (github.com/hashicorp/amazon >= 1.2.8), behaving as version 1.8.3.',
      "Not built in: azure (github.com/hashicorp/azure ~> 2). Builds that use it can't run here: leave them out with -only or -except, or run them with Packer.",
    ]);
  });

  it('warns where another version is asked for than the one whose behaviour is built in', async () => {
    const { exitCode, output } = await run(requiring('< 1.0'));
    expect(exitCode).toBe(0);
    expect(output).toContain('Warning: The plugin "amazon" is required in another version');
    expect(output).toContain('app.pkr.hcl:4');
  });

  it('is content with a template that requires none, and says that -upgrade and -force have nothing to do', async () => {
    const { exitCode, lines } = await run('variable "unset" {}', ['-upgrade', '-force']);
    expect(exitCode).toBe(0);
    expect(lines[0]).toContain('No plugins requirement found');
    expect(lines.slice(1)).toEqual([
      '-upgrade has nothing to do: plugins are built in and never downloaded.',
      '-force has nothing to do: plugins are built in and never downloaded.',
    ]);
  });

  it('ends with 1 where a requirement can’t be read', async () => {
    const { exitCode, output } = await run(requiring('newest'));
    expect(exitCode).toBe(1);
    expect(output).toContain('Error: Invalid version constraint');
  });

  it('refuses a legacy JSON template, as Packer does: it can’t require plugins', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'old.json'), '{ "builders": [{ "type": "amazon-ebs" }] }');
    const terminal = fakeTerminal(folder);
    const parsed = parseArguments('init', ['old.json'], initCommand.flags);
    expect(await initCommand.run(parsed, terminal)).toBe(1);
    expect(terminal.out.lines).toEqual([
      'Error: "old.json" is a legacy JSON template, which can\'t require plugins',
      '',
      'Leave "init" out for it: nothing has to be downloaded, and "validate" says',
      'whether all that it uses is built in.',
      '',
    ]);
  });

  it('writes lines for programs with -machine-readable, and events with -json', async () => {
    const machine = await run(requiring('>= 1'), ['-machine-readable']);
    expect(machine.output).toMatch(/^\d+,,ui,say,Built in: amazon .* 1\.8\.3\.\n$/);
    expect(machine.output).toContain('>= 1)%!(PACKER_COMMA) behaving');
    const json = await run(requiring('>= 1'), ['-json']);
    expect(JSON.parse(json.output)).toMatchObject({
      type: 'log',
      message: expect.stringContaining('Built in: amazon'),
    });
  });
});
