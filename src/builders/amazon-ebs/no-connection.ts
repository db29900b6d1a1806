import type { Communicator, CommunicatorAccess } from '../../engine/ports.ts';
import { BakeError } from '../../kernel/errors.ts';

/** Stands where a connection would, for provisioners that run on this machine; all that needs the other one is refused. */
export class NoConnection implements Communicator {
  readonly type = 'none';
  readonly host: string;
  readonly port = 0;
  readonly username = '';
  readonly access: CommunicatorAccess = {
    privateKey: undefined,
    privateKeyFile: undefined,
    agent: false,
    password: undefined,
    knownHosts: [],
    bastion: undefined,
  };
  readonly #machine: string;

  constructor(machine: string, host: string) {
    this.#machine = machine;
    this.host = host;
  }

  exec(): Promise<never> {
    return this.#refuse();
  }
  upload(): Promise<never> {
    return this.#refuse();
  }
  uploadDirectory(): Promise<never> {
    return this.#refuse();
  }
  download(): Promise<never> {
    return this.#refuse();
  }
  downloadDirectory(): Promise<never> {
    return this.#refuse();
  }
  reconnect(): Promise<never> {
    return this.#refuse();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }

  #refuse(): Promise<never> {
    return Promise.reject(
      new BakeError(`There is no connection to ${this.#machine}: the template says communicator = "none"`, {
        code: 'no-communicator',
        category: 'connection',
        hint: 'Set communicator = "ssh" to run provisioners on the machine.',
      }),
    );
  }
}
