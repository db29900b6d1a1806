import { MACHINE_PATH } from './base-layers.ts';
import type { GuestFiles, Login } from './guest-files.ts';
import type { GuestLink, GuestProcess } from './guest-link.ts';
import type { HostTools } from './host-tools.ts';

/** Starts a program as a user of the machine, in its home folder and with the environment of a login. */
export async function spawnAs(
  guest: { readonly link: GuestLink; readonly files: GuestFiles; readonly tools: HostTools },
  login: Login,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<GuestProcess> {
  const home = await guest.files.firstExisting([login.home]);
  const ids = [`--reuid=${login.uid}`, `--regid=${login.gid}`, `--groups=${login.groups.join(',')}`];
  const become = login.uid === 0 ? [] : [...guest.tools.command('setpriv'), ...ids, '--'];
  return guest.link.spawn([...become, ...argv], env, home ?? '/');
}

/** What sshd and pam_env(8) give a login: the account's own, then /etc/environment and /etc/default/locale. */
export async function loginEnvironment(files: GuestFiles, login: Login): Promise<Record<string, string>> {
  const texts = await Promise.all(['/etc/environment', '/etc/default/locale'].map((file) => files.read(file)));
  return {
    PATH: MACHINE_PATH,
    LANG: 'C.UTF-8',
    ...assignments(texts.join('\n')),
    HOME: login.home,
    USER: login.name,
    LOGNAME: login.name,
    SHELL: login.shell,
  };
}

/** The `NAME=value` lines of /etc/environment: not a shell's, but quotes and `export` are taken off. */
export function assignments(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of text.split('\n')) {
    // Trimmed first: a pattern for what stands before white space is slow where a machine writes a lot of it.
    const [, name, value = ''] = /^(?:export\s+)?([A-Za-z_]\w*)=(.*)$/s.exec(line.trim()) ?? [];
    if (name !== undefined) found[name] = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
  }
  return found;
}
