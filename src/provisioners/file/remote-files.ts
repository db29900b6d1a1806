import type { Communicator } from '../../engine/ports.ts';
import { BakeError } from '../../kernel/errors.ts';
import { shellWord } from '../../kernel/posix-shell.ts';

/** Whether the machine's shell would take the path as a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

export async function isRemoteFolder(path: string, communicator: Communicator, signal: AbortSignal): Promise<boolean> {
  const { exitCode } = await communicator.exec(`test -d ${word(path)}`, { signal });
  return exitCode === 0;
}

/** The paths on the machine that match a pattern; that there are none is an error. */
export async function matchingPaths(
  pattern: string,
  communicator: Communicator,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const paths: string[] = [];
  await communicator.exec(`for f in ${patternWord(pattern)}; do if [ -e "$f" ]; then printf '%s\\n' "$f"; fi; done`, {
    signal,
    onLine: (stream, line) => stream === 'stdout' && paths.push(line),
  });
  if (paths.length > 0) return paths;
  throw new BakeError(`Nothing on the machine matches ${pattern}`, {
    code: 'remote-file-not-found',
    category: 'provision',
  });
}

/** As `scp` leaves it to the machine's shell: `~` and variables mean something, all else is literal. */
function word(path: string): string {
  return path
    .split(/(^~[^/]*|\$\w+|\$\{\w+\})/)
    .map((part, index) => (index % 2 === 1 ? variable(part) : part === '' ? '' : shellWord(part)))
    .join('');
}

function variable(part: string): string {
  return part.startsWith('~') ? part : `"${part}"`;
}

function patternWord(pattern: string): string {
  return pattern
    .split(/([*?]|\[[^\]]*\])/)
    .map((part, index) => (index % 2 === 1 ? part : part === '' ? '' : word(part)))
    .join('');
}
