import { describe, expect, it } from '@jest/globals';
import { didYouMean, suggestion } from '../../src/kernel/suggestion.ts';

describe('suggestion', () => {
  it('takes no single letter for another', () => {
    expect(suggestion('q', ['n', 'x'])).toBeUndefined();
  });

  it.each([
    ['instance_typ', 'instance_type'],
    ['lable', 'label'],
    ['AMI_NAME', 'ami_name'],
    ['tgas', 'tags'],
  ])('finds what %s was meant to be', (name, meant) => {
    expect(suggestion(name, ['instance_type', 'label', 'ami_name', 'tags', 'region'])).toBe(meant);
  });

  it.each(['xyz', 'ami', 'a', ''])('does not guess at %j', (name) => {
    expect(suggestion(name, ['instance_type', 'region'])).toBeUndefined();
    expect(didYouMean(name, ['instance_type', 'region'])).toBe('');
  });

  it('looks through no more names than errors can afford that each look', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `generated_name_${index}`);
    expect(suggestion('regin', ['region', ...many])).toBe('region');
    expect(suggestion('regin', [...many, 'region'])).toBeUndefined();
  });
});
