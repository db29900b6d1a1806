import { describe, expect, it } from '@jest/globals';
import { formatGoTime, formatStrftime, isoWeek } from '../../src/kernel/time-format.ts';

const afternoon = Date.parse('2026-03-07T15:04:09.050Z');
const night = Date.parse('2021-01-01T00:30:00Z');

describe('formatGoTime', () => {
  it.each([
    ['2006-01-02T15:04:05Z07:00', '2026-03-07T15:04:09Z'],
    ['20060102150405', '20260307150409'],
    ['2006-01-02-1504', '2026-03-07-1504'],
    ['Mon Jan _2 15:04:05 MST 2006', 'Sat Mar  7 15:04:09 UTC 2026'],
    ['Monday, January 2, 3:4:5 PM pm', 'Saturday, March 7, 3:4:9 PM pm'],
    ['06.1.2 03h', '26.3.7 03h'],
    ['002 __2', '066  66'],
    ['05.000 05.00 05.999 05.9', '09.050 09.05 09.05 09'],
    ['-0700 -07:00 Z0700', '+0000 +00:00 Z'],
    ['no parts', 'no parts'],
    ['month Month', 'month Month'],
  ])('writes %s as Go does', (layout, expected) => {
    expect(formatGoTime(afternoon, layout)).toBe(expected);
  });

  it('calls midnight twelve', () => {
    expect(formatGoTime(night, '3:04PM 03pm')).toBe('12:30AM 12am');
  });
});

describe('formatStrftime', () => {
  it.each([
    ['%Y-%m-%dT%H:%M:%SZ', '2026-03-07T15:04:09Z'],
    ['%A %a %B %b %I %p %y', 'Saturday Sat March Mar 03 PM 26'],
    ['%H%L', '15.050'],
    // Letters that C has, and Packer's library has not.
    ['%F %T %j %e', '%F %T %j %e'],
    ['100%% %z %Z', '100% +0000 UTC'],
    ['%? %', '%? %'],
  ])('writes %s', (format, expected) => {
    expect(formatStrftime(afternoon, format)).toBe(expected);
  });
});

describe('isoWeek', () => {
  it('counts the days before the first Thursday to the year before', () => {
    expect(isoWeek(new Date(night))).toEqual({ year: 2020, week: 53 });
  });
});
