import { describe, expect, it } from '@jest/globals';
import { pollingOf } from '../../src/aws/polling/settings.ts';

describe('aws_polling', () => {
  it.each([
    ['nothing', undefined, {}, undefined, undefined],
    ['a delay', { delaySeconds: 30 }, {}, 30_000, undefined],
    ['attempts, five seconds each', { maxAttempts: 50 }, {}, undefined, 250_000],
    ['both', { delaySeconds: 30, maxAttempts: 50 }, {}, 30_000, 1_500_000],
    ['0, as nothing', { delaySeconds: 0, maxAttempts: 0 }, {}, undefined, undefined],
    ['the environment', undefined, { AWS_MAX_ATTEMPTS: '10', AWS_POLL_DELAY_SECONDS: '6' }, 6_000, 60_000],
    ['the template first', { delaySeconds: 2, maxAttempts: 5 }, { AWS_MAX_ATTEMPTS: '10' }, 2_000, 10_000],
    ['seconds in all', undefined, { AWS_TIMEOUT_SECONDS: '900' }, undefined, 900_000],
    ['attempts before seconds', undefined, { AWS_TIMEOUT_SECONDS: '9', AWS_MAX_ATTEMPTS: '60' }, undefined, 300_000],
    ['no whole number, as nothing', undefined, { AWS_MAX_ATTEMPTS: 'many' }, undefined, undefined],
  ])('of %s', (_, written, environment, paceMs, stalledAfterMs) => {
    const both = written && { delaySeconds: undefined, maxAttempts: undefined, ...written };
    expect(pollingOf(both, environment)).toEqual({ paceMs, stalledAfterMs });
  });
});
