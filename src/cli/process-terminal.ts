import path from 'node:path';
import type { WriteStream } from 'node:tty';
import { systemClock } from '../kernel/clock.ts';
import { cancelledError } from '../kernel/errors.ts';
import { randomIds } from '../kernel/ids.ts';
import { SecretRegistry } from '../kernel/secrets.ts';
import { EXIT } from './command.ts';
import { processInput } from './process-input.ts';
import type { Output, Terminal } from './terminal.ts';
import { watchOutput } from './unwritable-output.ts';

/** This process as a terminal: the one place in the CLI that knows `process`. */
export function processTerminal(installation: string): Terminal {
  // The bundle holds one version of the AWS SDK: which Node its future versions want is for us to know, not for users.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const secrets = new SecretRegistry();
  const signal = abortOnSignals();
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

/**
 * The first signal asks to stop and clean up; who insists with a second one gets it, and is told what that means. A
 * closed terminal and an output that nobody reads any more ask for the same, and are never a reason to die on the spot.
 */
function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  const onUnread = (error: Error): void => {
    if (!controller.signal.aborted) controller.abort(cancelledError('because nobody reads the output any more', error));
  };
  watchOutput(process.stdout, {
    stop: onUnread,
    failed: (line) => {
      process.stderr.write(`${line}\n`);
      // Last of all: the command, which may have gone well, gives its own exit code meanwhile.
      process.on('exit', () => {
        process.exitCode ||= EXIT.failed;
      });
    },
  });
  process.stderr.on('error', onUnread);
  const onSignal = (name: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      // Those who rewrite lines stop doing so before anything is written between them.
      controller.abort(cancelledError('by the user', new Error(`received ${name}`)));
      process.stderr.write(
        `\n${name}: stopping and cleaning up. Once more ends at once and may leave resources behind.\n`,
      );
      return;
    }
    process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('SIGHUP', onSignal);
  return controller.signal;
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
