/** `aws_polling` as a template writes it; 0 counts as not written, as with Packer. */
export interface WrittenPolling {
  readonly delaySeconds: number | undefined;
  readonly maxAttempts: number | undefined;
}

/** What of the pace and the end of waits the user wants otherwise. */
export interface Polling {
  /** A fixed time between two looks; undefined: see pace.ts. */
  readonly paceMs: number | undefined;
  /** A wait without progress ends after this long; undefined: it goes on until the build's signal ends it. */
  readonly stalledAfterMs: number | undefined;
}

export const DEFAULT_POLLING: Polling = { paceMs: undefined, stalledAfterMs: undefined };

/** What one attempt stands for where no delay is written. */
const ATTEMPT_SECONDS = 5;

/**
 * Packer's `aws_polling` and the variables that stand in for it, the template first. With Packer, attempts times delay is
 * how long a wait may take in all; here it is how long it may go without any progress, so that a limit that was enough
 * for Packer is enough here. AWS_TIMEOUT_SECONDS counts where there are no attempts.
 */
export function pollingOf(
  written: WrittenPolling | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Polling {
  const delay = written?.delaySeconds || wholeNumber(environment['AWS_POLL_DELAY_SECONDS']);
  const attempts = written?.maxAttempts || wholeNumber(environment['AWS_MAX_ATTEMPTS']);
  const seconds = attempts ? attempts * (delay || ATTEMPT_SECONDS) : wholeNumber(environment['AWS_TIMEOUT_SECONDS']);
  return {
    paceMs: delay ? delay * 1_000 : undefined,
    stalledAfterMs: seconds ? seconds * 1_000 : undefined,
  };
}

/** As Packer reads these variables: what is no whole number does not count. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
