import { describe, expect, it } from '@jest/globals';
import { describeError, toBakeError } from '../../src/kernel/errors.ts';

function systemError(fields: Readonly<Record<string, string>>): Error {
  return Object.assign(new Error('as the system says it'), fields);
}

describe('what the machine refuses', () => {
  it.each([
    [{ code: 'ENOENT', syscall: 'uv_cwd' }, 'The working directory does not exist any more. It was removed'],
    [
      { code: 'ENOENT', syscall: 'mkdtemp', path: '/gone/temp/bake-ami-XXXXXX' },
      'There is no folder for temporary files: /gone/temp does not exist. Make it',
    ],
    [{ code: 'ENOSPC', syscall: 'write' }, 'There is no room left on the disk. Free some space'],
    [{ code: 'ENOSPC', syscall: 'open', path: '/t/x' }, 'There is no room left on the disk, for /t/x. Free'],
    [{ code: 'EROFS', syscall: 'mkdir', path: '/t/x' }, "/t/x can't be used: the disk is read-only. Change"],
    [
      { code: 'EACCES', syscall: 'open', path: '/t/x' },
      "/t/x can't be used: the user that runs this has no permission.",
    ],
  ])('is told with a remedy, and not as a defect: %j', (fields, text) => {
    const error = toBakeError(systemError(fields));
    expect(describeError(error)).toContain(text);
    expect(error.category).toBe('input');
  });

  it.each([
    { code: 'ENOENT', syscall: 'open', path: '/our/own/file' },
    { code: 'EACCES', syscall: 'connect' },
  ])('stays a defect where nobody else can be to blame: %j', (fields) => {
    expect(toBakeError(systemError(fields)).category).toBe('internal');
  });
});
