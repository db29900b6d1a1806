import { createInterface } from 'node:readline';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import { type Delays, ec2RequestBuckets } from '../../src/local-cloud/options.ts';
import { serveLocalCloud } from '../../src/local-cloud/server.ts';
import { loopbackMachines } from '../support/loopback-machines.ts';

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
const machineHost = loopbackMachines({ port, sshMs: delays.running + sshMs });
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
