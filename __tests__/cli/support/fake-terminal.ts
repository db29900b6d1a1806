import type { BREAK, Output, Terminal } from '../../../src/cli/terminal.ts';
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
  /** What would be said if a second signal came now. */
  lastWords(): string;
}

export interface TerminalSetting {
  readonly isTTY?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is typed into it, line by line. */
  readonly input?: readonly (string | typeof BREAK)[];
}

async function* typed(lines: readonly (string | typeof BREAK)[]) {
  yield* lines;
}

/** A pipe or a terminal in a folder, with an environment that is empty unless it is given. */
export function fakeTerminal(
  workingDirectory: string,
  { isTTY = false, environment = {}, input = [] }: TerminalSetting = {},
): FakeTerminal {
  const secrets = new SecretRegistry();
  const { signal } = new AbortController();
  let lastWords = (): string => '';
  return {
    sayInTheEnd: (tell) => {
      lastWords = tell;
    },
    lastWords: () => lastWords(),
    out: new RecordedOutput(isTTY),
    err: new RecordedOutput(isTTY),
    input: { isTTY, lines: () => typed(input), bytes: async () => Buffer.from(input.map(String).join('')) },
    workingDirectory,
    environment,
    secrets,
    signal,
    installation: '/nowhere/dist',
    surroundings: (reporter) => ({ clock: systemClock, ids: randomIds, environment, reporter, secrets, signal }),
  };
}
