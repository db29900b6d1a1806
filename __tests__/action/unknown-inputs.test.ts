import { describe, expect, it } from '@jest/globals';
import { misspeltInputs } from '../../src/action/unknown-inputs.ts';

const KNOWN = ['template', 'on-error', 'vars'];

describe('inputs that the action does not have', () => {
  it('are told with the one that was meant, and without their value', () => {
    expect(misspeltInputs({ INPUT_TEMPLAT: 'secret', INPUT_ON_ERROR: 'abort' }, KNOWN)).toEqual([
      'There is no input "templat". Did you mean "template"?',
      'There is no input "on_error". Did you mean "on-error"?',
    ]);
  });

  it('are left to the runner where nothing is like them, and known, empty and other variables are none', () => {
    const environment = {
      INPUT_TEMPLATE: 'x',
      'INPUT_ON-ERROR': 'y',
      INPUT_TEMPLATS: '',
      INPUT_WHO: 'z',
      TEMPLAT: 'x',
    };
    expect(misspeltInputs(environment, KNOWN)).toEqual([]);
  });
});
