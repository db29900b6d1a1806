import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writeLeg } from '../../../src/app/outputs/leg-file.ts';
import { outputsRecord } from '../../../src/app/outputs/outputs-record.ts';
import { NO_OUTPUTS } from '../../../src/app/run/run-report.ts';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { mergeCommand } from '../../../src/cli/commands/merge.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';

/** In a folder with what one run has handed on, whose build `web` succeeded without an image. */
function prepared() {
  const folder = temporaryFolder();
  const leg = { outcome: 'succeeded', builds: { web: 'succeeded' }, outputs: outputsRecord(NO_OUTPUTS) } as const;
  writeLeg(path.join(folder, 'web.json'), { ...leg, manifest: undefined }, randomIds);
  const terminal = fakeTerminal(folder);
  const run = (...words: readonly string[]) =>
    mergeCommand.run(parseArguments('merge', words, mergeCommand.flags), terminal);
  return { run, terminal };
}

describe('bake-ami merge', () => {
  it('prints the joined outputs, and then fails where a build is missing, with a code that is explained', async () => {
    const { run, terminal } = prepared();
    await expect(run('-builds=web,db', 'web.json')).rejects.toMatchObject({
      code: 'legs-missing',
      message: 'Nothing was handed on for db',
    });
    expect(JSON.parse(terminal.out.text)).toMatchObject({ ami_id: '', reused: false });
  });

  it('is content with what there is where builds may be missing, and says which are', async () => {
    const { run, terminal } = prepared();
    expect(await run('-builds=web,db', '-allow-missing', '.')).toBe(0);
    expect(terminal.err.text).toBe('Nothing was handed on for db.\n');
  });

  it('says of a name at which there is nothing what belongs there', async () => {
    await expect(prepared().run('baked')).rejects.toMatchObject({
      code: 'outputs-folder-unreadable',
      message: 'There is nothing at baked',
      hint: expect.stringContaining('outputs-file'),
    });
  });
});
