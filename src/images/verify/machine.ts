import type { BuildContext, Communicator, VerificationMachine } from '../../engine/ports.ts';

/** A machine that checks run on. */
export interface CheckedMachine extends VerificationMachine {
  /** Its signal ends the checks when their time is over. */
  readonly context: BuildContext;
}

/**
 * The command with root's rights where the login user has them or sudo asks for no password, else as it is. For a POSIX
 * shell.
 *
 * @param command without single quotes
 */
export function asRootWherePossible(command: string): string {
  return `if [ "$(id -u)" != 0 ] && command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n sh -c '${command}'; else sh -c '${command}'; fi`;
}

/** Passes a line of a check on to the log. */
export function tellLine({ emit, build }: BuildContext, stream: 'stdout' | 'stderr', text: string): void {
  emit({ type: 'remote-line', build, source: 'verify', stream, text });
}

/** A place of its own in the machine's folder for such things. */
export function remotePath({ ids }: BuildContext, name: string): string {
  return `/tmp/bake-ami-${ids.token(10)}-${name}`;
}

export type { Communicator };
