import { describe, expect, it } from '@jest/globals';
import { commandFirst, parseArguments } from '../../../src/cli/arguments.ts';
import { versionCommand } from '../../../src/cli/commands/version.ts';
import { VERSION } from '../../../src/kernel/version.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';

async function run(...words: readonly string[]) {
  const terminal = fakeTerminal('/nowhere');
  const exitCode = await versionCommand.run(parseArguments('version', words, versionCommand.flags), terminal);
  return { exitCode, lines: terminal.out.lines };
}

describe('bake-ami version', () => {
  it('tells the version, and whose behaviour it has', async () => {
    expect(await run()).toEqual({ exitCode: 0, lines: [`bake-ami ${VERSION} (behaves as Packer 1.16.0)`] });
  });

  it('tells it to programs in Packer’s categories', async () => {
    const { lines } = await run('-machine-readable');
    expect(lines.map((line) => line.replace(/^\d+/, 'T'))).toEqual([
      `T,,version,${VERSION}`,
      'T,,version-prelease,',
      'T,,version-commit,',
      `T,,ui,say,bake-ami ${VERSION} (behaves as Packer 1.16.0)`,
    ]);
  });

  it('takes no more words', async () => {
    await expect(run('now')).rejects.toMatchObject({ code: 'usage', message: 'bake-ami version takes no "now".' });
  });

  it('may be asked with -machine-readable before the command', () => {
    expect(commandFirst(['-machine-readable', 'version'])).toEqual(['version', '-machine-readable']);
    expect(commandFirst(['build', '-machine-readable', 'x'])).toEqual(['build', '-machine-readable', 'x']);
    expect(commandFirst(['-machine-readable'])).toEqual(['-machine-readable']);
  });
});
