import { describe, expect, it } from '@jest/globals';
import { described } from './described.ts';
import { fakeEnvironment, NOW } from './fake-environment.ts';

describe('dates', () => {
  it('tells the time of each call in UTC', () => {
    let now = NOW;
    const environment = { ...fakeEnvironment(), clock: { ...fakeEnvironment().clock, now: () => now } };
    expect(described('timestamp', [], environment)).toBe('"2026-11-22T14:03:07Z"');
    now += 61_999;
    expect(described('timestamp', [], environment)).toBe('"2026-11-22T14:04:08Z"');
  });

  it('shows the start of the run to the legacy functions', () => {
    expect(described('legacy_isotime', [])).toBe('"2026-11-22T14:02:07Z"');
    expect(described('legacy_isotime', ['2006-01-02_15.04 Jan'])).toBe('"2026-11-22_14.02 Nov"');
    expect(described('legacy_strftime', [])).toBe('"2026-11-22T14:02:07Z"');
    expect(described('legacy_strftime', ['%Y-%m-%d'])).toBe('"2026-11-22"');
    expect(described('legacy_isotime', ['2006', '01'])).toBe(
      'Invalid value for "format" parameter: too many arguments: one format at most.',
    );
  });

  it('takes a timestamp apart (shape recorded from Packer 1.16.0)', () => {
    expect(described('rfc3339_parse', ['2024-12-30T23:04:05+02:00'])).toBe(
      '{ day = 30, hour = 23, iso_week = 1, iso_year = 2025, minute = 4, month = 12, month_name = "December", second = 5, unix = 1735592645, weekday = 1, weekday_name = "Monday", year = 2024, year_day = 365 }',
    );
    expect(described('rfc3339_parse', ['2024-12-30 23:04:05Z'])).toContain('hour = 23');
    expect(described('unix_timestamp_parse', [0])).toBe(
      '{ day = 1, hour = 0, iso_week = 1, iso_year = 1970, minute = 0, month = 1, month_name = "January", rfc3339 = "1970-01-01T00:00:00Z", second = 0, weekday = 4, weekday_name = "Thursday", year = 1970, year_day = 1 }',
    );
  });

  it.each<[string, unknown[], string]>([
    [
      'formatdate',
      ['YYYY', 'now'],
      'Invalid value for "time" parameter: not a valid RFC3339 timestamp: "now" is not of the form 2006-01-02T15:04:05Z.',
    ],
    [
      'formatdate',
      ['YYYYTMM', '2018-01-02T13:12:01Z'],
      `Invalid value for "format" parameter: invalid date format verb "T": letters that stand for themselves must be in quotes: 'T'.`,
    ],
    [
      'formatdate',
      ['YYY', '2018-01-02T13:12:01Z'],
      'Invalid value for "format" parameter: invalid date format verb "YYY": year must either be "YY" or "YYYY".',
    ],
    ['formatdate', ["'T", '2018-01-02T13:12:01Z'], `Invalid value for "format" parameter: unterminated literal '.`],
    [
      'timeadd',
      ['2018-01-02T13:12:01Z', '1d'],
      'Invalid value for "duration" parameter: invalid duration "1d": it is written like 1h30m or -10s.',
    ],
    [
      'rfc3339_parse',
      ['2024-02-30T00:00:00Z'],
      'Invalid value for "timestamp" parameter: "2024-02-30T00:00:00Z" is not a timestamp of RFC 3339, which is of the form 2006-01-02T15:04:05Z.',
    ],
    [
      'unix_timestamp_parse',
      ['2024-02-03T00:00:00Z'],
      'Invalid value for "unix_timestamp" parameter: a number is required.',
    ],
    [
      'unix_timestamp_parse',
      [1.5],
      'Invalid value for "unix_timestamp" parameter: a whole number is required, not 1.5.',
    ],
  ])('refuses %s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });
});
