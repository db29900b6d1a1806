import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './command.ts';

export type SandboxProbe =
  /** `needsSudo`: this process is no root, but `sudo -n` would make it so; it has to be started again under sudo. */
  | { readonly ok: true; readonly needsSudo: boolean }
  | { readonly ok: false; readonly missing: readonly string[]; readonly remedy: string };

const PROGRAMS = ['unshare', 'setpriv', 'mount', 'umount', 'pivot_root', 'mknod', 'ldd', 'cp', 'rm', 'sh'];

/** What every boot does, in small: namespaces, a tmpfs, and an overlay upon it. */
const TRIAL = `set -e
mount -t tmpfs -o mode=700 bake-ami "$1"
mkdir "$1/lower" "$1/upper" "$1/work" "$1/root"
mknod "$1/lower/whiteout" c 0 0
mount -t overlay -o lowerdir="$1/lower",upperdir="$1/upper",workdir="$1/work" bake-ami "$1/root"
mkdir "$1/root/proc"
mount -t proc proc "$1/root/proc"`;

/** Tries whether this computer can run sandbox machines. Changes nothing. */
export async function probeSandbox(): Promise<SandboxProbe> {
  if (process.platform !== 'linux') {
    return {
      ok: false,
      missing: [`Linux (this is ${process.platform})`],
      remedy: 'Use a Linux machine, or bake in a real AWS account.',
    };
  }
  const present = await Promise.all(
    PROGRAMS.map(async (name) => (await run('sh', ['-c', `command -v ${name}`])).code === 0),
  );
  const missing = PROGRAMS.filter((_, index) => present[index] !== true);
  if (missing.length > 0) {
    return {
      ok: false,
      missing: missing.map((name) => `the program ${name}`),
      remedy:
        'Install util-linux and the GNU core utilities (Debian, Ubuntu: apt-get install util-linux coreutils libc-bin).',
    };
  }
  const isRoot = process.geteuid?.() === 0;
  if (!isRoot && (await run('sudo', ['-n', 'true'])).code !== 0) {
    return {
      ok: false,
      missing: ['root, or sudo without a password'],
      remedy: 'Run it as root, or let this user use sudo without a password.',
    };
  }
  return (await trial(isRoot)) ?? { ok: true, needsSudo: !isRoot };
}

async function trial(isRoot: boolean): Promise<SandboxProbe | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bake-ami-probe-'));
  try {
    const unshare = ['unshare', '--mount', '--pid', '--uts', '--ipc', '--net', '--propagation', 'private', '--fork'];
    const words = [
      ...(isRoot ? [] : ['sudo', '-n']),
      ...unshare,
      '--kill-child=KILL',
      'sh',
      '-c',
      TRIAL,
      'trial',
      folder,
    ];
    const [program = '', ...args] = words;
    const { code, stderr } = await run(program, args);
    if (code === 0) return undefined;
    return {
      ok: false,
      missing: [`the right to make namespaces and overlay mounts (${stderr.trim().split('\n').join('; ')})`],
      remedy: 'In a container, start it with --privileged; elsewhere the kernel needs overlayfs and namespaces.',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
