import { expect, it } from '@jest/globals';
import { handOnAll } from '../../src/action/hand-on.ts';

const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
};

it('hands on everything else where one part can not be written, and says which one and where the results are', async () => {
  const done: string[] = [];
  const errors = await handOnAll([
    { what: 'The outputs of the step', do: full },
    { what: 'The job summary', do: async () => void done.push('summary') },
    { what: 'The comment', do: () => Promise.reject(new Error('no network')) },
    { what: 'The end', do: () => void done.push('end') },
  ]);
  expect(done).toEqual(['summary', 'end']);
  expect(errors.map(({ message, code }) => ({ message, code }))).toEqual([
    {
      message: "The outputs of the step can't be written: There is no room left on the disk",
      code: 'results-not-handed-on',
    },
    { message: "The comment can't be written: no network", code: 'results-not-handed-on' },
  ]);
  expect(errors[0]?.hint).toMatch(/^The log says what was made\. Free some space/);
});
