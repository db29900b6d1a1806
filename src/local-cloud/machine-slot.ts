import { toBakeError } from '../kernel/errors.ts';
import type { Machine, MachineHost, MachineSpecification } from './machine-host.ts';

/**
 * The machine behind one instance. Work on it happens in the background, one piece after the other in the order in which
 * it was asked for; state changes that depend on it wait until the slot is idle.
 */
export class MachineSlot {
  readonly #host: MachineHost;
  #machine: Machine | undefined;
  #tail: Promise<void> = Promise.resolve();
  #pending = 0;
  #failure: string | undefined;
  #lastConsole = '';

  constructor(host: MachineHost) {
    this.#host = host;
  }

  get machine(): Machine | undefined {
    return this.#machine;
  }

  /** True when nothing is being done to the machine. */
  get isIdle(): boolean {
    return this.#pending === 0;
  }

  /** What went wrong with it; the message is for people. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** What the console has shown; still there when the machine is gone. Says so when SSH is not on port 22. */
  consoleOutput(): string {
    const machine = this.#machine;
    if (machine === undefined) return this.#lastConsole;
    const port =
      machine.sshPort === 22 ? '' : `bake-ami: SSH on this machine is at ${machine.address}:${machine.sshPort}\n`;
    return port + machine.consoleOutput();
  }

  boot(specification: MachineSpecification, onShutdown: () => void): void {
    this.#enqueue(async () => {
      this.#machine = await this.#host.boot(specification);
      this.#machine.onShutdown(onShutdown);
    });
  }

  stop(): void {
    this.#enqueue(async () => this.#machine?.stop());
  }

  start(): void {
    this.#failure = undefined;
    this.#enqueue(async () => this.#machine?.start());
  }

  terminate(): void {
    this.#enqueue(async () => {
      const machine = this.#machine;
      this.#lastConsole = this.consoleOutput();
      this.#machine = undefined;
      await machine?.terminate();
    });
  }

  /** Keeps the disk; `onKept` gets its id, or undefined when that failed. Reboots the machine around it if asked to. */
  snapshot(options: { readonly reboot: boolean }, onKept: (diskId: string | undefined) => void): void {
    let isTold = false;
    this.#enqueue(
      async () => {
        if (options.reboot) await this.#machine?.stop();
        const diskId = await this.#machine?.snapshot();
        isTold = true;
        onKept(diskId);
        if (options.reboot) await this.#machine?.start();
      },
      // A machine that does not come up again takes nothing from the disk that was kept before.
      () => {
        if (!isTold) onKept(undefined);
      },
    );
  }

  /** Resolves when all that was asked for so far has been done. */
  settled(): Promise<void> {
    return this.#tail;
  }

  #enqueue(work: () => Promise<void>, onFailure: () => void = () => undefined): void {
    this.#pending += 1;
    this.#tail = this.#tail.then(work).then(
      () => {
        this.#pending -= 1;
      },
      (thrown: unknown) => {
        const error = toBakeError(thrown);
        this.#failure = error.hint === undefined ? error.message : `${error.message}. ${error.hint}`;
        this.#pending -= 1;
        onFailure();
      },
    );
  }
}
