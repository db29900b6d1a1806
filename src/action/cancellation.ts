import { cancelledError } from '../kernel/errors.ts';

/**
 * How long after the first signal this process ends by itself. The runner sends SIGINT, after 7.5 s SIGTERM, and after
 * another 2.5 s kills the whole tree (actions/runner, ProcessInvoker.cs); the post step then goes on with the clean-up.
 */
const END_AFTER_MS = 6_500;

/**
 * Turns the runner's signals into an abort. Should the clean-up take longer than the runner gives us, the process ends
 * here, in good order and with an exit code of its own: the only place in the action that calls `process.exit`.
 */
export function abortOnSignals(onDeadline: () => void): AbortSignal {
  const controller = new AbortController();
  const abort = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) return;
    controller.abort(cancelledError('by the runner', new Error(`received ${signal}`)));
    setTimeout(() => {
      onDeadline();
      process.exit(1);
    }, END_AFTER_MS).unref();
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return controller.signal;
}
