import { describe, expect, it } from '@jest/globals';
import { lifetimes } from '../../../src/app/run/deadline.ts';

const HOUR = 3_600_000;
const HOSTED = { RUNNER_ENVIRONMENT: 'github-hosted' };

describe('the deadline of a machine', () => {
  it("is the limit of a job on GitHub's own runners, and a day elsewhere", () => {
    expect(lifetimes(undefined, HOSTED).deadlineMs).toBe(6 * HOUR);
    expect(lifetimes(undefined, { RUNNER_ENVIRONMENT: 'self-hosted' }).deadlineMs).toBe(24 * HOUR);
    expect(lifetimes(undefined, {}).deadlineMs).toBe(24 * HOUR);
  });

  it('is what was given, in minutes, and nothing expires before it', () => {
    expect(lifetimes(90, HOSTED)).toEqual({ deadlineMs: 1.5 * HOUR, lifetimeMs: 3.5 * HOUR });
  });

  it('can be switched off; what is made then expires after the longest that any job may take', () => {
    expect(lifetimes(0, HOSTED)).toEqual({ deadlineMs: undefined, lifetimeMs: 122 * HOUR });
  });
});
