import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArguments } from '../../../src/cli/arguments.ts';
import type { Command } from '../../../src/cli/command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fakeTerminal } from './fake-terminal.ts';

export type TemplateRun = readonly [
  text: string,
  words?: readonly string[],
  setting?: Parameters<typeof fakeTerminal>[1] & {
    /** The template's own. Default: `app.pkr.hcl`. */
    readonly name?: string;
    readonly files?: Readonly<Record<string, string>>;
  },
];

/** Runs a command, as `main` does, on a template that is one file; `files` are put beside it. */
export async function runOnTemplate(command: Command, ...[text, words = [], setting = {}]: TemplateRun) {
  const folder = temporaryFolder();
  const { name: template = 'app.pkr.hcl' } = setting;
  for (const [name, content] of Object.entries({ [template]: text, ...setting.files })) {
    writeFileSync(path.join(folder, name), content);
  }
  const terminal = fakeTerminal(folder, setting);
  const parsed = parseArguments(command.name, [...words, template], command.flags);
  const exitCode = await command.run(parsed, terminal);
  return { exitCode, output: terminal.out.text, lines: terminal.out.lines, errors: terminal.err.text };
}
