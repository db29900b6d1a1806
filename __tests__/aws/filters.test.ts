import { describe, expect, it } from '@jest/globals';
import { csvRecord, ec2Filters } from '../../src/aws/filters.ts';

describe('a filter value', () => {
  it.each([
    ['ubuntu', ['ubuntu']],
    ['a,b', ['a', 'b']],
    ['a, b', ['a', 'b']],
    [' a,b ', ['a', 'b ']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""quoted"" b"', ['a "quoted" b']],
    ['a "bare" quote', ['a "bare" quote']],
    ['"a"b",c', ['a"b', 'c']],
    ['', ['']],
    ['a,', ['a', '']],
    [',a', ['', 'a']],
  ])('%j is one CSV record', (text, fields) => {
    expect(csvRecord(text)).toEqual(fields);
  });

  it('with a quote that is not closed is refused', () => {
    expect(() => csvRecord('"a,b')).toThrow('The filter value "\\"a,b" opens a quote that it does not close');
  });
});

describe('filters', () => {
  it('are sent in the order of their names', () => {
    expect(ec2Filters({ 'virtualization-type': 'hvm', name: 'x*,y*' })).toEqual([
      { Name: 'name', Values: ['x*', 'y*'] },
      { Name: 'virtualization-type', Values: ['hvm'] },
    ]);
  });
});
