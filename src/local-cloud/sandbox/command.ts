import { execFile } from 'node:child_process';
import { BakeError } from '../../kernel/errors.ts';

/** The only environment that the host's tools run with; machines must not see the host's. */
export const TOOL_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin', LC_ALL: 'C' };

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the host's programs to its end. A program that can't be started has the code 127. */
export function run(program: string, args: readonly string[], input = ''): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      { env: TOOL_ENVIRONMENT, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
        resolve({ code, stdout, stderr: stderr || (error?.message ?? '') });
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Like `run`, for steps that must succeed; `purpose` continues the sentence "Could not …". */
export async function must(purpose: string, program: string, args: readonly string[], input = ''): Promise<string> {
  const result = await run(program, args, input);
  if (result.code === 0) return result.stdout;
  throw new BakeError(`Could not ${purpose}: ${result.stderr.trim() || `${program} ended with ${result.code}`}`, {
    code: 'sandbox-failed',
    category: 'internal',
    hint: 'Sandbox machines need Linux, root, and the right to mount file systems.',
  });
}

/** Removes a folder that a machine has filled: rm(1) manages trees of any depth and follows no links. */
export async function removeTree(folder: string): Promise<void> {
  await must(`remove ${folder}`, 'rm', ['-rf', '--', folder]);
}
