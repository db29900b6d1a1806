import { cancelledError } from '../kernel/errors.ts';
import { EXIT } from './command.ts';

/** What of the process an interruption needs. */
export interface Interrupted {
  /** Writes at once, before the process may end. */
  write(text: string): void;
  end(exitCode: number): void;
}

/**
 * What signals do. The first one asks to stop and clean up, and there is no post step that would go on with it: this
 * process waits until all is gone. Who insists with a second one gets the end at once, and is told what that means.
 */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #process: Interrupted;
  #lastWords: () => string = () => '';

  constructor(process: Interrupted) {
    this.#process = process;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What is said when the second signal ends the process; empty: nothing. */
  sayInTheEnd(lastWords: () => string): void {
    this.#lastWords = lastWords;
  }

  /** A signal of the operating system, by its name. */
  receive(name: NodeJS.Signals): void {
    if (this.signal.aborted) {
      const text = this.#lastWords();
      if (text !== '') this.#process.write(`\n${text}\n`);
      this.#process.end(EXIT.interrupted);
      return;
    }
    // Those who rewrite lines stop doing so before anything is written between them.
    this.#controller.abort(cancelledError('by the user', new Error(`received ${name}`)));
    this.#process.write(
      `\n${name}: stopping, and cleaning up until all is gone. Once more ends at once and may leave resources behind.\n`,
    );
  }

  /** Nobody reads the output any more: the same as the first signal, but for whom to tell. */
  stopUnread(error: Error): void {
    if (!this.signal.aborted) {
      this.#controller.abort(cancelledError('because nobody reads the output any more', error));
    }
  }
}
