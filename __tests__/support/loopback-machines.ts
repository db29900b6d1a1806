import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import ssh2 from 'ssh2';
import type { Machine, MachineHost, MachineSpecification } from '../../src/local-cloud/machine-host.ts';
import { usable } from '../../src/local-cloud/sandbox/cloud-init/host-key.ts';
import { readUserData } from '../../src/local-cloud/sandbox/cloud-init/user-data.ts';

export interface LoopbackMachines {
  /** Where SSH listens, on each machine's own loopback address. */
  readonly port: number;
  /** From the launch until SSH answers, milliseconds. */
  readonly sshMs: number;
}

/** Of all hosts in this process: an address belongs to one machine only. */
let machines = 0;

/**
 * Machines without a computer behind them: each is a loopback address (127.77.x.y; needs Linux, where all of 127.0.0.0/8
 * is this computer) where an SSH server of this process answers as soon as the machine would have booted. It has the host
 * key that the user data plants, else one of its own; it lets everybody in, without a key (Packer 1.6.6 and ssh2 can't
 * agree on one of RSA), and says that each command has worked; file transfers are refused.
 */
export function loopbackMachines({ port, sshMs }: LoopbackMachines): MachineHost {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    boot: async ({ userData }: MachineSpecification) => {
      const planted = usable(readUserData(userData).config.hostKeys.private ?? '', 'planted')?.private;
      return new LoopbackMachine(sshServer(planted ?? privateKey), port, sshMs);
    },
    removeDisk: async () => undefined,
    close: async () => undefined,
  };
}

function sshServer(hostKey: string): ssh2.Server {
  return new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (context) => context.accept());
    client.on('session', (accept) => {
      accept().on('exec', (acceptExec) => {
        const channel = acceptExec();
        channel.exit(0);
        channel.end();
      });
    });
  });
}

class LoopbackMachine implements Machine {
  readonly address: string;
  readonly sshPort: number;
  readonly #door: Server;
  readonly #opening: NodeJS.Timeout;

  constructor(ssh: ssh2.Server, port: number, sshMs: number) {
    machines += 1;
    this.address = `127.77.${machines >> 8}.${machines & 255 || 255}`;
    this.sshPort = port;
    this.#door = createServer((socket) => ssh.injectSocket(socket));
    this.#opening = setTimeout(() => this.#door.listen(port, this.address), sshMs);
  }

  consoleOutput(): string {
    return '';
  }
  stop(): Promise<void> {
    clearTimeout(this.#opening);
    this.#door.close();
    return Promise.resolve();
  }
  start(): Promise<void> {
    return Promise.resolve();
  }
  snapshot(): Promise<string> {
    return Promise.resolve(this.address);
  }
  terminate(): Promise<void> {
    return this.stop();
  }
  onShutdown(): void {
    // It never switches itself off.
  }
}
