import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { failStep } from '../../src/action/failure.ts';
import { BakeError, cancelledError } from '../../src/kernel/errors.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';

const PAGE = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';

let written = '';
let exitCode: typeof process.exitCode;
beforeEach(() => {
  written = '';
  exitCode = process.exitCode;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = exitCode;
});

const SECRETS = new SecretRegistry();
SECRETS.register('hunter2-hunter2');

const lost = new BakeError('The instance i-1 is terminated', {
  code: 'instance-lost',
  category: 'cloud',
  hint: 'Build again.',
  cause: new Error('it said ##[set-output name=a]hunter2-hunter2'),
});

describe('a step that fails', () => {
  it('says why in one line, then what caused it, masked and powerless, and last where its code is explained', () => {
    failStep(lost, SECRETS, { where: 'web: ' });
    expect(written.trimEnd().split('\n')).toEqual([
      '::error::web: The instance i-1 is terminated. Build again.',
      expect.stringMatching(/^Caused by: it said ##\S\[set-output name=a\]\*\*\*$/u),
      `Error code instance-lost: ${PAGE}#instance-lost`,
    ]);
    expect(process.exitCode).toBe(1);
  });

  it('explains the codes of all builds that failed, each once', () => {
    const timeout = new BakeError('Too slow', { code: 'ssh-timeout', category: 'connection' });
    failStep(lost, SECRETS, { others: [lost, timeout] });
    expect(written.match(/^Error code .*/gm)).toEqual([
      `Error code instance-lost: ${PAGE}#instance-lost`,
      `Error code ssh-timeout: ${PAGE}#ssh-timeout`,
    ]);
  });

  it('explains a defect, and nothing to whoever cancelled', () => {
    failStep(new TypeError('x is undefined'), SECRETS);
    expect(written).toContain(`Error code internal: ${PAGE}#internal`);
    written = '';
    failStep(cancelledError('the build'), SECRETS);
    expect(written).not.toContain('Error code');
  });
});
