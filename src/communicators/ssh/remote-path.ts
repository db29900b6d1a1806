import { shellWord } from '../../kernel/posix-shell.ts';

/*
 * Packer copies with `scp` by default, where the machine's shell reads the remote path. Templates therefore say
 * `~/app` and `$HOME/app`; SFTP knows neither.
 */

/** The path as SFTP takes it: relative ones start in the home folder. */
export function sftpPath(path: string): string {
  if (path === '~' || path === '~/') return '.';
  return path.startsWith('~/') ? path.slice(2) : path;
}

/** The path as one word of a shell's command line. */
export function pathWord(path: string): string {
  if (path === '~' || path === '~/') return '~/';
  if (path.startsWith('~/')) return `~/${shellWord(path.slice(2))}`;
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}

/** Whether only the machine's shell knows what the path means: `$NAME`, `${NAME}`, `~user`. */
export function needsShell(path: string): boolean {
  return /^~[^/]/.test(path) || /\$[A-Za-z_{]/.test(path);
}

/** A command that prints the path with what it names filled in. */
export function expandCommand(path: string): string {
  const [, user = '', rest = ''] = /^(~[A-Za-z0-9._-]*)?([\s\S]*)$/.exec(path) ?? [];
  return `printf '%s\\n' ${user}"${rest.replace(/["\\`]/g, '\\$&').replaceAll('$(', '\\$(')}"`;
}
