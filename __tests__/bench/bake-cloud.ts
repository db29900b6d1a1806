import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import ssh2 from 'ssh2';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import type { Machine, MachineHost } from '../../src/local-cloud/machine-host.ts';
import { type Delays, ec2RequestBuckets } from '../../src/local-cloud/options.ts';
import { serveLocalCloud } from '../../src/local-cloud/server.ts';

/*
 * The cloud of bake.mjs, in a process of its own: argument 1 is JSON, `{ delays, sshMs, callMs, port, buckets }`. It
 * prints its URL as the first line; then each line on stdin, whatever it says, is answered with one line of JSON, the
 * calls since the last such line by action, the seconds of the first and the last one, and what is left behind.
 */

interface Settings {
  readonly delays: Delays;
  /** From running until SSH answers. */
  readonly sshMs: number;
  /** What each call takes. */
  readonly callMs: number;
  /** Where SSH listens, on each machine's own loopback address. */
  readonly port: number;
  /** Whether EC2's token buckets hold. */
  readonly buckets: boolean;
}

const { delays, sshMs, callMs, port, buckets }: Settings = JSON.parse(process.argv[2] ?? '{}');
const { privateKey: hostKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

/** Lets everybody in, without a key (Packer 1.6.6 and ssh2 can't agree on one of RSA), and says that each command has worked; file transfers are refused. */
const ssh = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
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

let machines = 0;

/** A machine is a loopback address where the one SSH server answers as soon as it would have booted. */
class BenchMachine implements Machine {
  readonly address: string;
  readonly sshPort = port;
  readonly #door: Server;
  readonly #opening: NodeJS.Timeout;

  constructor() {
    machines += 1;
    this.address = `127.77.${machines >> 8}.${machines & 255 || 255}`;
    this.#door = createServer((socket) => ssh.injectSocket(socket));
    this.#opening = setTimeout(() => this.#door.listen(port, this.address), delays.running + sshMs);
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

const machineHost: MachineHost = {
  boot: async () => new BenchMachine(),
  removeDisk: async () => undefined,
  close: async () => undefined,
};

const cloud = createLocalCloud({
  clock: systemClock,
  ids: randomIds,
  machineHost,
  delays,
  faults: [{ action: '*', fault: { delay: callMs } }],
  ...(buckets ? { limits: { requestBuckets: ec2RequestBuckets } } : {}),
});
const server = await serveLocalCloud(cloud, {});
console.log(server.url);

let counted = 0;
for await (const _ of createInterface({ input: process.stdin })) {
  const calls: Record<string, number> = {};
  const spans: Record<string, [first: number, last: number]> = {};
  const recent = cloud.calls.slice(counted);
  for (const { action, at } of recent) {
    const seconds = Math.round((at - (recent[0]?.at ?? at)) / 100) / 10;
    calls[action] = (calls[action] ?? 0) + 1;
    spans[action] = [spans[action]?.[0] ?? seconds, seconds];
  }
  counted = cloud.calls.length;
  console.log(JSON.stringify({ calls, spans, left: cloud.leftovers().map(({ kind, id }) => `${kind} ${id}`) }));
}
process.exit(0);
