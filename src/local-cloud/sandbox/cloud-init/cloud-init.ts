import { errorMessage } from '../../../kernel/error-message.ts';
import type { Ids } from '../../../kernel/ids.ts';
import { shellWord } from '../../../kernel/posix-shell.ts';
import type { MachineSpecification } from '../../machine-host.ts';
import { addPerson, findAccount, groupId } from '../accounts.ts';
import type { GuestFiles, Login } from '../guest-files.ts';
import { loginEnvironment, spawnAs } from '../login.ts';
import { ENABLED_UNITS } from '../stand-ins/systemctl.ts';
import type { SerialConsole } from './console.ts';
import { generateHostKey, type HostKey, readHostKey, removeHostKeys, usable, writeHostKey } from './host-key.ts';
import { type PlannedFile, readUserData, type UserData } from './user-data.ts';

type Guest = Parameters<typeof spawnAs>[0];

/** Groups that cloud images put their default user into, as far as the machine has them. */
const DEFAULT_GROUPS = ['adm', 'sudo', 'wheel', 'dialout', 'cdrom', 'audio', 'video', 'plugdev', 'netdev'];

const INSTANCE_ID = '/var/lib/cloud/data/instance-id';
const INSTANCE = '/var/lib/cloud/instance';
const OUTPUT_LOG = '/var/log/cloud-init-output.log';

/** Before root's keys, where the image forbids root's login (cloud-init's `disable_root_opts`). */
const ROOT_OPTIONS = (user: string): string =>
  'no-port-forwarding,no-agent-forwarding,no-X11-forwarding,' +
  `command="echo 'Please login as the user \\"${user}\\" rather than the user \\"root\\".';echo;sleep 10;exit 142" `;

/**
 * The subset of cloud-init that a machine boots with, done from outside through the guest's files: the first boot of
 * an instance makes its user, keys and files and runs its scripts; later boots of the same instance do not.
 */
export class CloudInit {
  readonly #specification: MachineSpecification;
  readonly #userData: UserData;
  readonly #console: SerialConsole;
  readonly #ids: Ids;

  constructor(specification: MachineSpecification, console: SerialConsole, ids: Ids) {
    this.#specification = specification;
    this.#userData = readUserData(specification.userData);
    this.#console = console;
    this.#ids = ids;
  }

  /** Everything that has to be done before somebody can log in. `first` says whether it is this instance's first boot. */
  async initialize(guest: Guest): Promise<{ readonly hostKey: HostKey; readonly first: boolean }> {
    const { files } = guest;
    const { instanceId, hostName } = this.#specification;
    const first = (await files.read(INSTANCE_ID))?.trim() !== instanceId;
    this.#console.stamped(
      `cloud-init[1]: Cloud-init v. bake-ami running 'init' at ${this.#console.date()}. Up ${this.#console.uptime()} seconds.`,
    );
    for (const note of this.#userData.notes) this.#console.stamped(`cloud-init[1]: ${note}`);
    await this.#cleanTemporary(files);
    await files.remove(`${INSTANCE}/boot-finished`);
    if (first) await this.#newInstance(guest);
    else await this.#runBootHooks(guest);
    const hostKey = (await readHostKey(files, `root@${hostName}`)) ?? (await this.#newHostKey(files));
    this.#console.printAuthorizedKeys(
      this.#specification.defaultUser,
      `/home/${this.#specification.defaultUser}/.ssh/authorized_keys`,
      this.#specification.authorizedKeys,
    );
    this.#console.printHostKeys([hostKey.public]);
    return { hostKey, first };
  }

  /** What runs when people can log in already: scripts and commands of the first boot, and the units that are enabled. */
  async finish(guest: Guest, first: boolean): Promise<void> {
    const { files } = guest;
    if (first) {
      for (const file of this.#userData.config.writeFiles.filter(({ deferred }) => deferred))
        await this.#writeFile(files, file);
      await this.#runScripts(guest, this.#scripts());
    }
    const units = ((await files.read(ENABLED_UNITS)) ?? '').split('\n').filter(Boolean);
    if (units.length > 0) await this.#run(guest, ['systemctl', '--quiet', 'start', ...units], 'units');
    const end = `Cloud-init v. bake-ami finished at ${this.#console.date()}. Datasource DataSourceEc2Local.  Up ${this.#console.uptime()} seconds`;
    await files.write(`${INSTANCE}/boot-finished`, `${end}\n`);
    this.#console.stamped(`cloud-init[1]: ${end}`);
  }

  async #newInstance(guest: Guest): Promise<void> {
    const { files } = guest;
    const { instanceId, hostName, authorizedKeys, defaultUser } = this.#specification;
    const { config } = this.#userData;
    await files.remove(INSTANCE);
    await files.write(INSTANCE_ID, `${instanceId}\n`);
    await files.makeDirectory(`${INSTANCE}/scripts`, { mode: 0o755 });
    await files.write('/etc/hostname', `${hostName}\n`);
    await files.write('/etc/hosts', `127.0.0.1 localhost\n127.0.1.1 ${hostName}\n::1 localhost ip6-localhost\n`);
    await files.write('/etc/machine-id', `${this.#ids.uuid().replaceAll('-', '')}\n`, { mode: 0o444 });
    await this.#runBootHooks(guest);
    for (const file of config.writeFiles.filter(({ deferred }) => !deferred)) await this.#writeFile(files, file);
    if (config.deleteHostKeys) await removeHostKeys(files);
    if ((await readHostKey(files, '')) === undefined) await this.#newHostKey(files);
    const user = await this.#ensureUser(files, defaultUser);
    const keys = [...authorizedKeys, ...config.authorizedKeys].map((key) => key.trim()).filter(Boolean);
    await addKeys(files, user, keys, '');
    const root = await files.login('root');
    if (root !== undefined && user.uid !== 0) {
      await addKeys(files, root, keys, config.disableRoot ? ROOT_OPTIONS(defaultUser) : '');
    }
  }

  /** At every boot of the instance, with its id in the environment, as cloud-init does it. */
  async #runBootHooks(guest: Guest): Promise<void> {
    const scripts = this.#userData.bootHooks.map((script) => script.replace(/^#cloud-boothook[^\n]*\n/, ''));
    await this.#runScripts(guest, scripts, 'boothook', { INSTANCE_ID: this.#specification.instanceId });
  }

  async #newHostKey(files: GuestFiles): Promise<HostKey> {
    const comment = `root@${this.#specification.hostName}`;
    const planted = this.#userData.config.hostKeys.private;
    const given = planted === undefined ? undefined : usable(planted, comment);
    if (planted !== undefined && given === undefined) {
      this.#console.stamped('cloud-init[1]: ssh_keys: ed25519_private is no private key; a new one is generated');
    }
    const key = given ?? generateHostKey(comment);
    if (given === undefined) this.#console.stamped('cloud-init[1]: Generating public/private ed25519 key pair.');
    await writeHostKey(files, key);
    return key;
  }

  /** The default user: a real, unprivileged one, who may become root without a password. */
  async #ensureUser(files: GuestFiles, name: string): Promise<Login> {
    let login = await files.login(name);
    if (login === undefined) {
      const before = await files.accountFiles();
      const after = addPerson(before, name, DEFAULT_GROUPS);
      const shadowGroup = groupId(before.group, 'shadow') ?? 0;
      await files.write('/etc/passwd', after.passwd);
      await files.write('/etc/group', after.group);
      if (after.shadow !== undefined) await files.write('/etc/shadow', after.shadow, { mode: 0o640, gid: shadowGroup });
      if (after.gshadow !== undefined)
        await files.write('/etc/gshadow', after.gshadow, { mode: 0o640, gid: shadowGroup });
      const account = findAccount(after.passwd, name);
      login = await files.login(name);
      if (account === undefined || login === undefined) throw new Error(`The user ${name} could not be made`);
      await files.makeDirectory(account.home, { mode: 0o750, uid: account.uid, gid: account.gid });
      await files.copySkeleton(account.home, account.uid, account.gid);
    }
    if (login.uid !== 0) {
      const rule = `# Created by cloud-init\n\n# User rules for ${name}\n${name} ALL=(ALL) NOPASSWD:ALL\n`;
      await files.write('/etc/sudoers.d/90-cloud-init-users', rule, { mode: 0o440 });
    }
    return login;
  }

  async #writeFile(files: GuestFiles, file: PlannedFile): Promise<void> {
    const [user = 'root', group = ''] = file.owner.split(':');
    const accounts = await files.accountFiles();
    const account = findAccount(accounts.passwd, user);
    if (account === undefined) {
      this.#console.stamped(`cloud-init[1]: write_files: ${file.path}: there is no user ${user}; it belongs to root`);
    }
    await files.write(file.path, file.content, {
      mode: file.mode,
      uid: account?.uid ?? 0,
      gid: groupId(accounts.group, group) ?? account?.gid ?? 0,
      append: file.append,
    });
  }

  /** runcmd becomes one script, as cloud-init makes it, before those of the user data. */
  #scripts(): readonly string[] {
    const lines = this.#userData.config.runCommands.map((command) =>
      typeof command === 'string' ? command : command.map(shellWord).join(' '),
    );
    const commands = lines.length === 0 ? [] : [`#!/bin/sh\n${lines.join('\n')}\n`];
    return [...commands, ...this.#userData.scripts];
  }

  async #runScripts(
    guest: Guest,
    scripts: readonly string[],
    kind = 'part',
    environment: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    for (const [index, script] of scripts.entries()) {
      const file = `${INSTANCE}/scripts/${kind}-${String(index + 1).padStart(3, '0')}`;
      await guest.files.write(file, script, { mode: 0o700 });
      await this.#run(guest, [file], file, environment);
    }
  }

  /** Runs a program as root; what it prints goes to the console and to cloud-init's log. */
  async #run(
    guest: Guest,
    argv: readonly string[],
    what: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { files } = guest;
    const root = (await files.login('root')) ?? {
      name: 'root',
      uid: 0,
      gid: 0,
      home: '/root',
      shell: '/bin/sh',
      groups: [0],
    };
    try {
      const process = await spawnAs(guest, root, argv, { ...(await loginEnvironment(files, root)), ...environment });
      process.stdin.end();
      let pending = '';
      const take = (text: string): void => {
        const lines = (pending + text).split('\n');
        pending = (lines.pop() ?? '').slice(-10_000);
        for (const line of lines) this.#console.stamped(`cloud-init[1]: ${line}`);
      };
      let log = '';
      for (const stream of [process.stdout, process.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          take(text);
          log = (log + text).slice(-256 * 1024);
        });
      }
      const { code, signal } = await process.exit;
      if (code !== 0) {
        this.#console.stamped(`cloud-init[1]: ${what}: Failed to run, ended with ${code ?? signal ?? 'the machine'}`);
      }
      await files.write(OUTPUT_LOG, log, { append: true, mode: 0o640 });
    } catch (error) {
      this.#console.stamped(`cloud-init[1]: ${what}: ${errorMessage(error)}`);
    }
  }

  /** As systemd-tmpfiles does at every boot: what lay in /tmp is no part of an image. */
  async #cleanTemporary(files: GuestFiles): Promise<void> {
    for (const name of await files.list('/tmp')) await files.remove(`/tmp/${name}`);
  }
}

async function addKeys(files: GuestFiles, login: Login, keys: readonly string[], options: string): Promise<void> {
  const folder = `${login.home}/.ssh`;
  const file = `${folder}/authorized_keys`;
  const owner = { uid: login.uid, gid: login.gid };
  await files.makeDirectory(folder, { mode: 0o700, ...owner });
  const before = (await files.read(file)) ?? '';
  const missing = keys.map((key) => `${options}${key}`).filter((line) => !before.split('\n').includes(line));
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  await files.write(file, `${start}${missing.map((line) => `${line}\n`).join('')}`, { mode: 0o600, ...owner });
}
