import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runLocalProcess } from '../../engine/local-script/local-process.ts';
import type { ProvisionContext } from '../../engine/ports.ts';
import { splitAssignment } from '../../kernel/assignment.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { galaxyRuns } from './galaxy.ts';
import { isHostList, writeInventory } from './inventory.ts';
import type { AnsibleOptions } from './options.ts';
import type { SshAccess } from './ssh-access.ts';
import { prepareSshAccess } from './ssh-access.ts';

/** A Unix socket's path has 107 characters at most; ssh adds 28 to the folder's. */
const LONGEST_SOCKET_FOLDER = 79;
/** How long closing the shared connections may take. */
const CLOSING_MS = 5_000;

/** Runs ansible-galaxy, where asked for, and ansible-playbook on this machine, straight against the other one. */
export async function runAnsible(decoded: DecodedOptions<AnsibleOptions>, context: ProvisionContext): Promise<void> {
  const { options } = decoded;
  if (context.communicator.type !== 'ssh') {
    throw new BakeError(
      `Ansible connects by SSH, but the template says communicator = "${context.communicator.type}"`,
      {
        code: 'ansible-needs-ssh',
        category: 'provision',
        hint: 'Set communicator = "ssh", or run the playbook on the machine itself with ansible-local.',
      },
    );
  }
  const folder = await mkdtemp(join(context.temporaryDirectory, 'ansible-'));
  const sockets =
    folder.length + 3 <= LONGEST_SOCKET_FOLDER ? join(folder, 'cp') : await mkdtemp(join(tmpdir(), 'ba-'));
  await mkdir(sockets, { recursive: true, mode: 0o700 });
  const run = new AnsibleRun(options, context, folder, sockets);
  try {
    await run.installRequirements();
    await run.playbook();
  } finally {
    await run.closeSharedConnections();
    await rm(folder, { recursive: true, force: true });
    await rm(sockets, { recursive: true, force: true });
  }
}

class AnsibleRun {
  readonly #options: AnsibleOptions;
  readonly #context: ProvisionContext;
  /** For files of this run only, mode 0700. */
  readonly #folder: string;
  readonly #sockets: string;

  constructor(options: AnsibleOptions, context: ProvisionContext, folder: string, sockets: string) {
    this.#options = options;
    this.#context = context;
    this.#folder = folder;
    this.#sockets = sockets;
  }

  async installRequirements(): Promise<void> {
    for (const args of await galaxyRuns(this.#options, this.#context.workingDirectory)) {
      await this.#run(this.#options.galaxy_command, args);
    }
  }

  async playbook(): Promise<void> {
    const { source, generated, render, workingDirectory } = this.#context;
    const access = await prepareSshAccess(this.#context.communicator, this.#folder);
    const variables = join(this.#folder, 'variables.json');
    const extra = (this.#options.extra_arguments ?? []).map((argument) => render(argument, generated));
    await writeFile(variables, JSON.stringify(this.#variables(access, extra)), { mode: 0o600 });
    const sshArguments = this.#options.ansible_ssh_extra_args ?? [];
    const inventory = await this.#inventory();
    try {
      await this.#run(this.#options.command, [
        '-e',
        `packer_build_name=${JSON.stringify(source.name)}`,
        '-e',
        `packer_builder_type=${source.type}`,
        // In a file: arguments can be read by everybody on this machine.
        '-e',
        `@${variables}`,
        ...(sshArguments.length === 0
          ? []
          : ['--ssh-extra-args', sshArguments.map((argument) => `'${render(argument, generated)}'`).join(' ')]),
        ...extra,
        '-i',
        inventory.path,
        resolve(workingDirectory, this.#options.playbook_file),
      ]);
    } finally {
      if (inventory.generated && !this.#options.keep_inventory_file) await rm(inventory.path, { force: true });
    }
  }

  /** Ansible leaves connections open for the next run (ControlPersist); they would outlive this one. */
  async closeSharedConnections(): Promise<void> {
    const { clock, workingDirectory, environment } = this.#context;
    const names = await readdir(this.#sockets).catch(() => []);
    await withDeadline(
      clock,
      CLOSING_MS,
      () => new Error('too slow'),
      undefined,
      async (signal) => {
        for (const name of names) {
          await runLocalProcess({
            program: 'ssh',
            args: ['-O', 'exit', '-o', `ControlPath=${join(this.#sockets, name).replaceAll('%', '%%')}`, 'machine'],
            environment,
            workingDirectory,
            clock,
            signal,
            onLine: () => undefined,
          }).catch(() => undefined);
        }
      },
    );
  }

  /** Where Ansible finds the machine; extra variables, since an inventory may be the template's own. */
  #variables(access: SshAccess, extra: readonly string[]): Readonly<Record<string, string | number>> {
    const { host, port } = this.#context.communicator;
    // An inventory for Packer's proxy names an address of this machine.
    const redirected = this.#options.inventory_file !== undefined && this.#options.use_proxy !== false;
    const ownPassword = extra.some((argument) => /ansible_(ssh_)?pass(word)?=/.test(argument));
    return {
      ansible_ssh_common_args: access.commonArguments,
      ...(redirected && { ansible_host: host, ansible_port: port, ansible_user: this.#user() }),
      ...(access.privateKeyFile !== undefined &&
        !ownPassword && { ansible_ssh_private_key_file: access.privateKeyFile }),
      ...(access.password !== undefined && !ownPassword && { ansible_password: access.password }),
    };
  }

  #user(): string {
    const { use_proxy, user } = this.#options;
    return use_proxy === false && user !== undefined ? user : this.#context.communicator.username;
  }

  async #inventory(): Promise<{ readonly path: string; readonly generated: boolean }> {
    const { communicator, ids, render, generated, workingDirectory } = this.#context;
    const { inventory_file, inventory_directory, keep_inventory_file } = this.#options;
    if (inventory_file !== undefined) {
      const path = isHostList(inventory_file) ? inventory_file : resolve(workingDirectory, inventory_file);
      return { path, generated: false };
    }
    const { host, port } = communicator;
    const text = writeInventory(this.#options, { host, port, user: this.#user() }, render, generated);
    const folder =
      inventory_directory === undefined
        ? keep_inventory_file
          ? tmpdir()
          : this.#folder
        : resolve(workingDirectory, inventory_directory);
    const path = join(folder, `packer-provisioner-ansible-${ids.token(10)}`);
    await writeFile(path, text, { mode: 0o600 });
    if (keep_inventory_file) this.#say(`The inventory is kept: ${path}`);
    return { path, generated: true };
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    const { clock, signal, workingDirectory } = this.#context;
    this.#say(`Executing Ansible: ${[program, ...args.map((argument) => masked(argument))].join(' ')}`);
    const { status } = await runLocalProcess({
      program,
      args,
      environment: this.#environment(),
      workingDirectory,
      clock,
      signal,
      onLine: (stream, line) => this.#context.line(stream, line),
    });
    if (status === 0) return;
    throw new BakeError(`${program} exited with status ${status}`, {
      code: 'ansible-failed',
      category: 'provision',
      hint: HINTS[status] ?? 'The log has its output.',
    });
  }

  #environment(): Readonly<Record<string, string | undefined>> {
    const { environment, generated, render } = this.#context;
    const given = (this.#options.ansible_env_vars ?? []).flatMap((entry) => {
      const assignment = splitAssignment(render(entry, generated));
      return assignment === undefined ? [] : [[assignment.name, assignment.value] as const];
    });
    return {
      // Lines come when they are printed, and a task needs one round trip instead of several.
      PYTHONUNBUFFERED: '1',
      ANSIBLE_PIPELINING: 'True',
      ...environment,
      // Also where an ansible.cfg turns it off: the one key that is accepted is known.
      ANSIBLE_HOST_KEY_CHECKING: 'True',
      ANSIBLE_SSH_CONTROL_PATH_DIR: this.#sockets,
      ...Object.fromEntries(given),
    };
  }

  #say(message: string): void {
    this.#context.emit({ type: 'progress', build: this.#context.build, message });
  }
}

/** Exit statuses of ansible-playbook. */
const HINTS: Readonly<Record<number, string>> = {
  2: 'A task failed on the machine; the log has its output.',
  4: 'Ansible could not reach the machine; its output in the log says why. extra_arguments = ["-vvvv"] shows how it connects.',
  5: 'Ansible could not read the playbook; the log has its output.',
};

/** As Packer prints it: what looks like a password is not shown. */
function masked(argument: string): string {
  return /^[^=]*(password|secret|token)[^=]*=/i.test(argument) ? argument.replace(/=.*$/s, '=*****') : argument;
}
