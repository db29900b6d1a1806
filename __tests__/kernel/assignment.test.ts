import { describe, expect, it } from '@jest/globals';
import { splitAssignment } from '../../src/kernel/assignment.ts';

describe('NAME=value', () => {
  it.each([
    ['A=b', { name: 'A', value: 'b' }],
    ['A=b=c', { name: 'A', value: 'b=c' }],
    ['A=', { name: 'A', value: '' }],
    ['=b', undefined],
    ['A', undefined],
    ['', undefined],
  ])('%j is taken apart at its first "="', (text, expected) => {
    expect(splitAssignment(text)).toEqual(expected);
  });
});
