/** The longest that a job may take on GitHub's own runners, and what a job is given elsewhere unless it says otherwise. */
const HOSTED_MINUTES = 6 * 60;
/** On a runner of one's own a job may go on for days, and in a terminal without end. */
const ELSEWHERE_MINUTES = 24 * 60;
/** The longest that GitHub lets any job run; what is made without a deadline expires after that. */
const LONGEST_MINUTES = 5 * 24 * 60;
/** After the deadline, a run may still be waiting for its images, or removing what it made. */
const MARGIN_MINUTES = 2 * 60;

/** How long what a build makes may be there. Milliseconds. */
export interface Lifetimes {
  /** When a machine switches itself off; undefined: never. */
  readonly deadlineMs: number | undefined;
  /** When a sweep may remove what is left. */
  readonly lifetimeMs: number;
}

/** @param minutes as it was given: 0 switches the deadline off; undefined: it is that of the job */
export function lifetimes(
  minutes: number | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Lifetimes {
  const isHosted = environment['RUNNER_ENVIRONMENT'] === 'github-hosted';
  const deadline = minutes ?? (isHosted ? HOSTED_MINUTES : ELSEWHERE_MINUTES);
  return {
    deadlineMs: deadline === 0 ? undefined : deadline * 60_000,
    lifetimeMs: ((deadline || LONGEST_MINUTES) + MARGIN_MINUTES) * 60_000,
  };
}
