import type { Output, Terminal } from '../../../src/cli/terminal.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';

/** An output that keeps what is written. */
export class RecordedOutput implements Output {
  readonly isTTY: boolean;
  readonly columns = undefined;
  text = '';

  constructor(isTTY = false) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
  }

  get lines(): readonly string[] {
    return this.text.replace(/\n$/, '').split('\n');
  }
}

export interface FakeTerminal extends Terminal {
  readonly out: RecordedOutput;
  readonly err: RecordedOutput;
}

/** A pipe or a terminal in a folder, with an environment that is empty unless it is given. */
export function fakeTerminal(
  workingDirectory: string,
  { isTTY = false, environment = {} as Readonly<Record<string, string>> } = {},
): FakeTerminal {
  const secrets = new SecretRegistry();
  const { signal } = new AbortController();
  return {
    out: new RecordedOutput(isTTY),
    err: new RecordedOutput(isTTY),
    workingDirectory,
    environment,
    secrets,
    signal,
    installation: '/nowhere/dist',
    surroundings: (reporter) => ({ clock: systemClock, ids: randomIds, environment, reporter, secrets, signal }),
  };
}
