import { BakeError, toBakeError } from '../kernel/errors.ts';

/** One thing that is done with what a run comes to. */
export interface HandingOn {
  /** What it is about, as the beginning of a sentence: `The outputs`. */
  readonly what: string;
  readonly do: () => void | Promise<void>;
}

/**
 * Does all of it in turn: where one part fails (a full disk), the others are worth all the more. Never rejects; gives the
 * errors.
 */
export async function handOnAll(parts: readonly HandingOn[]): Promise<readonly BakeError[]> {
  const errors: BakeError[] = [];
  for (const { what, do: act } of parts) {
    try {
      await act();
    } catch (thrown) {
      errors.push(notHandedOn(what, toBakeError(thrown)));
    }
  }
  return errors;
}

function notHandedOn(what: string, { message, category, hint }: BakeError): BakeError {
  return new BakeError(`${what} can't be written: ${message}`, {
    code: 'results-not-handed-on',
    category,
    hint: ['The log says what was made.', hint].filter((part) => part !== undefined).join(' '),
  });
}
