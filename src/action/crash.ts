/**
 * Ends the process in good order on an error that nobody caught: told like every other one (masked, with the remedy)
 * instead of as a raw stack. What was made is in the journal; the post step removes it.
 */
export function endOnCrash(report: (thrown: unknown) => void): void {
  const crash = (thrown: unknown): void => {
    report(thrown);
    process.exit(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}
