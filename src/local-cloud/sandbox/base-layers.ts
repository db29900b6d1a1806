import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AccountFiles, groupId, withGroup, withoutPeople } from './accounts.ts';
import { must } from './command.ts';
import { FRESH_AT_TOP, HIDDEN, HIDDEN_IN_SSH, KEPT_AT_TOP } from './hidden-paths.ts';
import { standIns } from './stand-ins/stand-ins.ts';
import { BECOME } from './stand-ins/sudo.ts';

/**
 * Prepares the two layers that lie between the base root file system and a machine's own layer: `hidden`, whose
 * whiteouts take away what a machine must not see, and above it `fresh`, with what it sees in their place and with the
 * stand-ins for programs that the root lacks. A given root folder is somebody's image: only its mount points and the
 * stand-ins are added. The host's own root is cleaned first.
 *
 * @param hide further paths of the host, absolute, that are covered
 */
export async function prepareBaseLayers(folder: string, rootFolder: string, hide: readonly string[]): Promise<void> {
  const layers = new LayerPair(folder, rootFolder);
  await mkdir(layers.hidden, { recursive: true, mode: 0o755 });
  await mkdir(layers.fresh, { recursive: true, mode: 0o755 });
  const ofHost = (await realpath(rootFolder)) === '/';
  if (ofHost) await coverHost(layers, hide);
  else await renewTop(layers, ['dev', 'proc', 'run', 'sys', 'tmp']);
  await addAccounts(layers, ofHost);
  for (const standIn of standIns((file) => existsSync(path.join(rootFolder, file)))) {
    await layers.write(standIn.path, standIn.content, 0o755);
  }
  await addBecome(layers);
  await layers.applyWhiteouts();
}

async function coverHost(layers: LayerPair, hide: readonly string[]): Promise<void> {
  for (const name of await readdir(layers.root)) {
    const isLink = (await stat(path.join(layers.root, name)).catch(() => undefined)) === undefined;
    if (!KEPT_AT_TOP.includes(name) || isLink) layers.hide(`/${name}`);
  }
  await renewTop(layers, Object.keys(FRESH_AT_TOP));
  const hostKeys = (await readdir(path.join(layers.root, 'etc/ssh')).catch(() => [])).filter((name) =>
    HIDDEN_IN_SSH.test(name),
  );
  for (const hidden of [...HIDDEN, ...hostKeys.map((name) => `/etc/ssh/${name}`), ...hide]) layers.hide(hidden);
  await copyFolders(layers, '/var/log', 3);
  await layers.makeFolder('/var/tmp', 0o1777);
  await layers.makeFolder('/var/backups', 0o755);
  await layers.makeFolder('/var/mail', 0o2775);
  await layers.makeFolder('/var/spool/cron/crontabs', 0o1730);
  await layers.makeFolder('/var/lib/systemd', 0o755);
  await layers.makeFolder('/etc/sudoers.d', 0o750);
  await layers.makeFolder('/etc/ssl/private', 0o710);
  if (existsSync(path.join(layers.root, 'etc/skel'))) {
    await cp(path.join(layers.root, 'etc/skel'), path.join(layers.fresh, 'root'), { recursive: true });
  }
  await layers.write('/etc/environment', `PATH="${MACHINE_PATH}"\n`, 0o644);
  await layers.write('/etc/fstab', '', 0o644);
  await layers.write('/etc/machine-id', '', 0o444);
  await layers.write('/etc/resolv.conf', await readFile('/etc/resolv.conf').catch(() => ''), 0o644);
}

/** Ubuntu's default; what `/etc/environment` holds on its cloud images. */
export const MACHINE_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

async function renewTop(layers: LayerPair, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (existsSync(path.join(layers.root, name))) layers.hide(`/${name}`);
    await layers.makeFolder(`/${name}`, FRESH_AT_TOP[name] ?? 0o755);
  }
}

/** The folders below, empty: programs expect theirs in /var/log. */
async function copyFolders(layers: LayerPair, folder: string, depth: number): Promise<void> {
  const status = await stat(path.join(layers.root, folder)).catch(() => undefined);
  if (status === undefined || !status.isDirectory()) return;
  await layers.makeFolder(folder, status.mode & 0o7777);
  await chown(path.join(layers.fresh, folder), status.uid, status.gid);
  if (depth === 0) return;
  const entries = await readdir(path.join(layers.root, folder), { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) await copyFolders(layers, path.join(folder, entry.name), depth - 1);
  }
}

async function addAccounts(layers: LayerPair, ofHost: boolean): Promise<void> {
  const read = (name: string): Promise<string | undefined> =>
    readFile(path.join(layers.root, 'etc', name), 'utf8').catch(() => undefined);
  const files: AccountFiles = {
    passwd: (await read('passwd')) ?? 'root:x:0:0:root:/root:/bin/sh\n',
    group: (await read('group')) ?? 'root:x:0:\n',
    shadow: await read('shadow'),
    gshadow: await read('gshadow'),
  };
  const clean = withGroup(ofHost ? withoutPeople(files) : files, 'sudo');
  const shadowGroup = groupId(clean.group, 'shadow') ?? 0;
  for (const [name, content] of Object.entries(clean)) {
    if (content === undefined) continue;
    const secret = name.endsWith('shadow');
    await layers.write(`/etc/${name}`, content, secret ? 0o640 : 0o644);
    if (secret) await chown(path.join(layers.fresh, 'etc', name), 0, shadowGroup);
  }
}

async function addBecome(layers: LayerPair): Promise<void> {
  if (!existsSync(path.join(layers.fresh, 'usr/bin/sudo'))) return;
  const source = ['usr/bin/setpriv', 'bin/setpriv'].map((file) => path.join(layers.root, file)).find(existsSync);
  if (source === undefined) return;
  await layers.write(BECOME, await readFile(source), 0o755);
  const group = await readFile(path.join(layers.fresh, 'etc/group'), 'utf8');
  const target = path.join(layers.fresh, BECOME);
  await chown(target, 0, groupId(group, 'sudo') ?? 0);
  // After chown, which clears the setuid bit.
  await chmod(target, 0o4750);
}

/** Collects whiteouts and files; folders above them look as they do in the root. */
class LayerPair {
  readonly hidden: string;
  readonly fresh: string;
  readonly root: string;
  readonly #whiteouts = new Set<string>();

  constructor(folder: string, root: string) {
    this.hidden = path.join(folder, 'hidden');
    this.fresh = path.join(folder, 'fresh');
    this.root = root;
  }

  hide(file: string): void {
    this.#whiteouts.add(path.posix.normalize(file).replace(/\/+$/, ''));
  }

  async makeFolder(folder: string, mode: number): Promise<void> {
    const target = path.join(this.fresh, folder);
    await this.#parents(this.fresh, folder);
    await mkdir(target, { recursive: true });
    await chmod(target, mode);
  }

  async write(file: string, content: string | Buffer, mode: number): Promise<void> {
    await this.#parents(this.fresh, file);
    const target = path.join(this.fresh, file);
    await writeFile(target, content);
    await chmod(target, mode);
  }

  /** A whiteout is a character device 0/0 (the kernel's overlayfs documentation, "whiteouts and opaque directories"). */
  async applyWhiteouts(): Promise<void> {
    const existing = [...this.#whiteouts]
      .filter((file) => file !== '' && existsSync(path.join(this.root, file)))
      .filter((file) => !this.#isBelowAnother(file));
    for (const file of existing) await this.#parents(this.hidden, file);
    const script = 'while IFS= read -r file; do mknod "$file" c 0 0; done';
    const list = existing.map((file) => `${path.join(this.hidden, file)}\n`).join('');
    await must('cover the host’s files', 'sh', ['-ec', script], list);
  }

  #isBelowAnother(file: string): boolean {
    return [...this.#whiteouts].some((other) => other !== '' && file.startsWith(`${other}/`));
  }

  /** Folders of a layer shadow the root's modes and owners, so they take them over. */
  async #parents(layer: string, file: string): Promise<void> {
    const names = path.posix.dirname(path.posix.normalize(file)).split('/').filter(Boolean);
    for (let depth = 1; depth <= names.length; depth += 1) {
      const parent = names.slice(0, depth).join('/');
      const target = path.join(layer, parent);
      if (existsSync(target)) continue;
      const status = await stat(path.join(this.root, parent)).catch(() => undefined);
      await mkdir(target, { mode: 0o755 });
      if (status === undefined) continue;
      await chown(target, status.uid, status.gid);
      await chmod(target, status.mode & 0o7777);
    }
  }
}
