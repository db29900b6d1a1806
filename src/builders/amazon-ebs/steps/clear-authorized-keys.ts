import type { Communicator } from '../../../engine/ports.ts';
import { errorMessage } from '../../../kernel/error-message.ts';
import { type Bake, warn } from '../site.ts';

/**
 * Takes the temporary key out of the `authorized_keys` of the login user and of root, so that the image does not carry
 * it. The files keep their owner and mode; what can't be changed is left, with a warning.
 */
export async function clearAuthorizedKeys(bake: Bake, communicator: Communicator): Promise<void> {
  const { connector, context } = bake;
  if (connector.login.kind !== 'temporary-key') return;
  // `ssh-ed25519 AAAA… comment`: the middle one is what counts, and its alphabet needs no quoting.
  const key = /^\S+ ([A-Za-z0-9+/=]+)/.exec(connector.login.publicKey)?.[1];
  if (key === undefined) return;
  const complaints: string[] = [];
  try {
    const { exitCode } = await communicator.exec(clearingCommand(key), {
      signal: context.signal,
      onLine: (_stream, line) => complaints.push(line),
    });
    if (exitCode !== 0) throw new Error(complaints.join(' ') || `exit status ${exitCode}`);
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    const why = errorMessage(thrown);
    warn(bake, `The temporary SSH key may still be in authorized_keys of the image: ${why}`);
  }
}

/** For a POSIX shell. Root's file is reached only where sudo asks for no password. */
export function clearingCommand(key: string): string {
  const clear = (file: string): string =>
    `f=${file}; if [ -f "$f" ] && grep -qF ${key} "$f"; then n=$(grep -vF ${key} "$f" || true); ` +
    `if [ -n "$n" ]; then printf "%s\\n" "$n" >"$f"; else : >"$f"; fi; fi`;
  const root = `if [ "$(id -u)" = 0 ]; then ${clear('/root/.ssh/authorized_keys')}; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n sh -c '${clear('/root/.ssh/authorized_keys')}'; fi`;
  return `${clear('"$HOME/.ssh/authorized_keys"')}; ${root}`;
}
