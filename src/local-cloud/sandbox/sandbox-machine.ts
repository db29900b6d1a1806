import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Machine, MachineSpecification } from '../machine-host.ts';
import { bootScript } from './boot-script.ts';
import { CloudInit } from './cloud-init/cloud-init.ts';
import { SerialConsole } from './cloud-init/console.ts';
import type { Disks } from './disks.ts';
import type { PowerAction } from './guest/protocol.ts';
import { GuestFiles } from './guest-files.ts';
import { GuestLink } from './guest-link.ts';
import type { HostTools } from './host-tools.ts';
import { type Namespace, startNamespace } from './namespace.ts';
import { type Listening, listenAgain, listenForInstance } from './ssh/address.ts';
import { type SshServer, serveSsh } from './ssh/server.ts';

/** How long a machine's programs have to end by themselves when it is switched off. */
const PATIENCE_MS = 2_000;
/** How much longer its agent may take to say so. */
const UNANSWERED_MS = 1_000;

/** How long the guest agent may take to say hello; a Node process starts in a tenth of a second. */
const BOOT_LIMIT_MS = 60_000;

/** What a machine needs of its host. */
export interface Surroundings {
  readonly folder: string;
  readonly rootFolder: string;
  readonly baseLayers: string;
  readonly nested: boolean;
  readonly isolatedNetwork: boolean;
  readonly tools: HostTools;
  readonly disks: Disks;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What exists while a machine is switched on. */
interface PoweredOn {
  readonly namespace: Namespace;
  readonly link: GuestLink;
  readonly ssh: SshServer;
  readonly finished: Promise<void>;
}

/** A machine in namespaces of its own. Its operations run one after the other. */
export class SandboxMachine implements Machine {
  readonly #around: Surroundings;
  readonly #specification: MachineSpecification;
  readonly #console: SerialConsole;
  readonly #cloudInit: CloudInit;
  readonly #listeners: (() => void)[] = [];
  readonly #onGone: () => void;
  #upper: string;
  #frozen: readonly string[];
  #listening: Listening | undefined;
  #on: PoweredOn | undefined;
  #gone = false;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(
    specification: MachineSpecification,
    around: Surroundings,
    upper: string,
    frozen: readonly string[],
    onGone: () => void,
  ) {
    this.#specification = specification;
    this.#around = around;
    this.#upper = upper;
    this.#frozen = frozen;
    this.#onGone = onGone;
    this.#console = new SerialConsole(around.clock);
    this.#cloudInit = new CloudInit(specification, this.#console, around.ids);
  }

  /** Makes a machine and boots it for the first time. `onGone` is called when it has been terminated. */
  static async boot(
    specification: MachineSpecification,
    around: Surroundings,
    onGone: () => void,
  ): Promise<SandboxMachine> {
    const frozen = around.disks.layersOf(specification.diskId);
    around.disks.use(frozen);
    const machine = new SandboxMachine(specification, around, await around.disks.create(), frozen, onGone);
    try {
      await machine.#inTurn(() => machine.#powerOn());
      return machine;
    } catch (error) {
      await machine.terminate();
      throw error;
    }
  }

  get address(): string {
    return this.#whereListening().address;
  }

  get sshPort(): number {
    return this.#whereListening().port;
  }

  consoleOutput(): string {
    return this.#console.text();
  }

  onShutdown(listener: () => void): void {
    this.#listeners.push(listener);
  }

  start(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#on === undefined) await this.#powerOn();
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#powerOff());
  }

  snapshot(): Promise<string> {
    return this.#inTurn(async () => {
      const { disks } = this.#around;
      this.#mustExist();
      if (this.#on !== undefined) {
        const copy = await disks.copy(this.#upper);
        const diskId = disks.keep([copy, ...this.#frozen]);
        await disks.release([copy]);
        return diskId;
      }
      // Nothing writes to a stopped machine's layer: it becomes the disk's as it is, and the machine gets a new one.
      this.#frozen = [this.#upper, ...this.#frozen];
      this.#upper = await disks.create();
      return disks.keep(this.#frozen);
    });
  }

  terminate(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#gone) return;
      await this.#powerOff(0);
      this.#gone = true;
      await this.#around.disks.release([this.#upper, ...this.#frozen]);
      await rm(this.#around.folder, { recursive: true, force: true });
      this.#onGone();
    });
  }

  async #powerOn(): Promise<void> {
    this.#mustExist();
    const { folder, tools, ids, disks } = this.#around;
    this.#console.switchedOn();
    this.#console.stamped(
      `bake-ami sandbox machine ${this.#specification.instanceId} (${this.#specification.hostName})`,
    );
    // The kernel's scratch folder of the overlay; what an earlier boot left there is of no use.
    await rm(path.join(folder, 'work'), { recursive: true, force: true });
    await mkdir(path.join(folder, 'work'), { recursive: true, mode: 0o700 });
    await rm(path.join(folder, 'channel'), { recursive: true, force: true });
    await mkdir(path.join(folder, 'channel'), { mode: 0o700 });
    const relative = (layer: string): string => path.relative(folder, disks.pathOf(layer));
    const script = bootScript(
      {
        machineFolder: folder,
        baseLayers: this.#around.baseLayers,
        rootFolder: this.#around.rootFolder,
        upper: relative(this.#upper),
        frozen: this.#frozen.map(relative),
        nested: this.#around.nested,
        hostName: this.#specification.hostName,
        isolatedNetwork: this.#around.isolatedNetwork,
      },
      tools,
    );
    const namespace = startNamespace(script, this.#around.isolatedNetwork);
    let link: GuestLink | undefined;
    let ssh: SshServer | undefined;
    try {
      link = await GuestLink.open(path.join(folder, 'channel'), namespace.control, ids, (action) =>
        this.#onPower(action),
      );
      await this.#greeting(namespace, link);
      const guest = { link, files: new GuestFiles(link), tools };
      const { hostKey, first } = await this.#cloudInit.initialize(guest);
      const before = this.#listening;
      this.#listening =
        before === undefined
          ? await listenForInstance(this.#specification.instanceId)
          : await listenAgain(before.address, before.port);
      ssh = serveSsh(this.#listening, hostKey.private, guest);
      const finished = this.#cloudInit.finish(guest, first).catch(() => undefined);
      const on: PoweredOn = { namespace, link, ssh, finished };
      this.#on = on;
      void namespace.ended.catch(() => undefined).then(() => this.#onEnded(on));
    } catch (error) {
      await ssh?.close();
      link?.close();
      namespace.kill();
      await namespace.ended.catch(() => undefined);
      throw error;
    }
  }

  async #greeting(namespace: Namespace, link: GuestLink): Promise<void> {
    const limit = new AbortController();
    const failed = namespace.ended.then((errors) => {
      throw bootError(errors.trim() || 'it ended at once');
    });
    const tooLate = this.#around.clock.sleep(BOOT_LIMIT_MS, limit.signal).then(
      () => {
        throw bootError(`it said nothing for ${BOOT_LIMIT_MS / 1_000} seconds`);
      },
      () => undefined,
    );
    try {
      failed.catch(() => undefined);
      await Promise.race([link.hello, failed, tooLate]);
    } finally {
      limit.abort();
    }
  }

  async #powerOff(patienceMs = PATIENCE_MS): Promise<void> {
    const on = this.#on;
    if (on === undefined) return;
    this.#on = undefined;
    if (patienceMs > 0) {
      // An agent that does not answer, because somebody inside has stopped it, must not keep the machine on.
      const answered = new AbortController();
      const quiet = on.link.request({ op: 'quiesce', patienceMs }).catch(() => undefined);
      const enough = this.#around.clock.sleep(patienceMs + UNANSWERED_MS, answered.signal).catch(() => undefined);
      await Promise.race([quiet, enough]);
      answered.abort();
    }
    await on.ssh.close();
    on.link.close();
    on.namespace.kill();
    await on.namespace.ended.catch(() => undefined);
    await on.finished;
    this.#console.stamped('reboot: Power down');
  }

  /** Asked for from inside. */
  #onPower(action: PowerAction): void {
    void this.#inTurn(async () => {
      if (this.#on === undefined) return;
      await this.#powerOff();
      if (action === 'reboot') await this.#powerOn();
      else this.#tellShutdown();
    }).catch((error: unknown) => {
      this.#console.stamped(`bake-ami: ${errorMessage(error)}`);
      this.#tellShutdown();
    });
  }

  /** Process 1 ended without our doing: to the outside the machine has switched itself off. */
  #onEnded(on: PoweredOn): void {
    if (this.#on !== on) return;
    void this.#inTurn(async () => {
      if (this.#on !== on) return;
      await this.#powerOff(0);
      this.#tellShutdown();
    });
  }

  #tellShutdown(): void {
    for (const listener of this.#listeners) listener();
  }

  #inTurn<T>(operation: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(operation);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #whereListening(): Listening {
    if (this.#listening === undefined) throw new Error('The machine has not booted yet');
    return this.#listening;
  }

  #mustExist(): void {
    if (!this.#gone) return;
    throw new BakeError(`${this.#specification.instanceId} has been terminated`, {
      code: 'machine-terminated',
      category: 'internal',
    });
  }
}

function bootError(reason: string): BakeError {
  return new BakeError(`A sandbox machine could not be booted: ${reason}`, {
    code: 'sandbox-failed',
    category: 'internal',
    hint: 'Sandbox machines need Linux, root, overlayfs, and the right to mount file systems (in a container: --privileged).',
  });
}
