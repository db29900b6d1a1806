import { describe, expect, it } from '@jest/globals';
import { briefDuration, describeDuration, parseDuration } from '../../src/kernel/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['-2m', -120_000],
    ['0', 0],
    ['250ms', 250],
    ['1us', 0.001],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', '5 s', 's', '1d', '1h 2m', 'm5'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('describeDuration', () => {
  it.each([
    [850, '850 milliseconds'],
    [1_000, '1 second'],
    [184_000, '3 minutes 4 seconds'],
    [7_200_000, '2 hours'],
  ])('says %d milliseconds as %s', (milliseconds, text) => {
    expect(describeDuration(milliseconds)).toBe(text);
  });
});

describe('a brief duration', () => {
  it.each([
    [0, '0 ms'],
    [850.4, '850 ms'],
    [999.6, '1.0 s'],
    [59_949, '59.9 s'],
    [59_960, '1 min'],
    [124_000, '2 min 4 s'],
    [3_600_000, '1 h'],
    [3_780_000, '1 h 3 min'],
  ])('of %d milliseconds is %s', (milliseconds, text) => {
    expect(briefDuration(milliseconds)).toBe(text);
  });
});
