import { errorCode } from './error-code.ts';

/** What the machine refused, and what its owner can do about that: neither a defect nor a matter of the template. */
export interface SystemRefusal {
  readonly message: string;
  readonly hint: string;
}

/** The system calls of Node's file functions that name a path. */
const FILE_CALLS = new Set(['open', 'mkdir', 'mkdtemp', 'rename', 'unlink', 'scandir', 'copyfile', 'chmod', 'rmdir']);

/** Reads an error of Node's file functions (Node: "Errors", SystemError); undefined when it says nothing of that kind. */
export function systemRefusal(thrown: unknown): SystemRefusal | undefined {
  const code = errorCode(thrown);
  const call = textField(thrown, 'syscall');
  const path = textField(thrown, 'path');
  if (code === 'ENOENT' && call === 'uv_cwd') {
    return {
      message: 'The working directory does not exist any more',
      hint: 'It was removed while it was in use. Change to a folder that exists, and try again.',
    };
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      message: `There is no room left on the disk${path === undefined ? '' : `, for ${path}`}`,
      hint: 'Free some space, or name a folder on another disk for temporary files (RUNNER_TEMP on a runner, TMPDIR elsewhere).',
    };
  }
  if (path === undefined || call === undefined || !FILE_CALLS.has(call)) return undefined;
  if (call === 'mkdtemp' && (code === 'ENOENT' || code === 'ENOTDIR')) {
    return {
      message: `There is no folder for temporary files: ${path.replace(/[/\\][^/\\]*$/, '')} does not exist`,
      hint: 'Make it, or name another one (RUNNER_TEMP on a runner, TMPDIR elsewhere).',
    };
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return {
      message: `${path} can't be used: ${code === 'EROFS' ? 'the disk is read-only' : 'the user that runs this has no permission'}`,
      hint: 'Change its permissions, or name another folder (RUNNER_TEMP on a runner, TMPDIR elsewhere).',
    };
  }
  return undefined;
}

function textField(thrown: unknown, name: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const value: unknown = Reflect.get(thrown, name);
  return typeof value === 'string' ? value : undefined;
}
