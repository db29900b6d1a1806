import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';
import { runDemo } from '../../app/demo.ts';
import { describeDuration } from '../../kernel/duration.ts';
import { refusePositionals } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Bake the example on the embedded local cloud: no AWS account, no network, nothing to install',
  positionals: '',
  flags: OUTPUT_FLAGS,
  async run(parsed, terminal) {
    refusePositionals('demo', parsed);
    const { imageId, elapsedMs } = await runDemo({
      ...terminal.surroundings(reporterFor(parsed, terminal)),
      exampleDirectory: path.join(terminal.installation, '..', 'examples', 'node-app'),
      cliPath: path.join(terminal.installation, 'cli.js'),
      runDirectory: mkdtempSync(path.join(tmpdir(), 'bake-ami-')),
      narrate: (text) =>
        terminal.out.write(
          `\n${terminal.out.isTTY ? styleText('cyan', `# ${text}`, { validateStream: false }) : `# ${text}`}\n\n`,
        ),
    });
    terminal.out.write(
      `\nThe demo is over after ${describeDuration(elapsedMs)}: ${imageId} was baked, launched, looked into and removed.\n`,
    );
    return EXIT.done;
  },
};
