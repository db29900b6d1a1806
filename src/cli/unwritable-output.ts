import type { EventEmitter } from 'node:events';
import { errorCode } from '../kernel/error-code.ts';
import { errorMessage } from '../kernel/error-message.ts';

/** What is to happen when an output can't be written any more. */
export interface UnwritableOutput {
  /** Each time; `error` is what the system says. */
  stop(error: Error): void;
  /** Once, with a line for people, where what is missing from the output was not dropped by its reader. */
  failed(line: string): void;
}

/**
 * Looks out for errors of an output. A pipe whose reader is gone (`| head`) has had enough, and nothing is wrong; on a
 * full disk, what was asked for is not there, and the command has failed however well it went.
 */
export function watchOutput(stream: EventEmitter, on: UnwritableOutput): void {
  let told = false;
  stream.on('error', (error: Error) => {
    if (!told && errorCode(error) !== 'EPIPE') {
      told = true;
      on.failed(`Error: The output can't be written: ${errorMessage(error)}`);
    }
    on.stop(error);
  });
}
