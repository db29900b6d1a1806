import path from 'node:path';
import type { WriteStream } from 'node:tty';
import { systemClock } from '../kernel/clock.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { EXIT } from './command.ts';
import { Interruption } from './interruption.ts';
import { processInput } from './process-input.ts';
import type { Output, Terminal } from './terminal.ts';
import { watchOutput } from './unwritable-output.ts';

/** This process as a terminal: the one place in the CLI that knows `process`. */
export function processTerminal(installation: string): Terminal {
  // The bundle holds one version of the AWS SDK: which Node its future versions want is for us to know, not for users.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const secrets = new SecretRegistry();
  const interruption = listenToSignals();
  const { signal } = interruption;
  return {
    out: output(process.stdout),
    err: output(process.stderr),
    input: processInput(signal),
    // Asked for by the command that needs it: it may have been removed, which is an error like any other then.
    get workingDirectory(): string {
      return path.resolve('.');
    },
    environment: process.env,
    secrets,
    signal,
    sayInTheEnd: (lastWords) => interruption.sayInTheEnd(() => secrets.mask(lastWords())),
    installation,
    surroundings: (reporter) => ({
      clock: systemClock,
      ids: randomIds,
      environment: process.env,
      reporter,
      secrets,
      signal,
    }),
  };
}

/** The signals of the operating system, and an output that nobody reads any more, which is never a reason to die on the spot. */
function listenToSignals(): Interruption {
  const interruption = new Interruption({
    write: (text) => void process.stderr.write(text),
    end: (exitCode) => process.exit(exitCode),
  });
  watchOutput(process.stdout, {
    stop: (error) => interruption.stopUnread(error),
    failed: (line) => {
      process.stderr.write(`${line}\n`);
      // Last of all: the command, which may have gone well, gives its own exit code meanwhile.
      process.on('exit', () => {
        process.exitCode ||= EXIT.failed;
      });
    },
  });
  process.stderr.on('error', (error) => interruption.stopUnread(error));
  // A closed terminal asks for the same as Ctrl-C.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interruption.receive(name));
  return interruption;
}

function output(stream: WriteStream | NodeJS.WriteStream): Output {
  return {
    isTTY: stream.isTTY,
    // Windows are resized.
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
    write: (text) => {
      if (stream.writable) stream.write(text);
    },
  };
}
