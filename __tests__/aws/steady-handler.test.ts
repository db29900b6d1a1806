import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { AwsConnections } from '../../src/aws/connections.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const { signal } = new AbortController();
const ANSWER = '<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>';

/** An endpoint whose first answers stop in the middle, and a connection to it. */
async function endpoint(stalls: number) {
  let requests = 0;
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = createServer((_, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': ANSWER.length });
    if (requests > stalls) response.end(ANSWER);
    else response.write(ANSWER.slice(0, ANSWER.length / 2), begun);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const clock = new VirtualClock();
  const aws = await new AwsConnections({
    environment: {
      AWS_ACCESS_KEY_ID: 'AKIATEST',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    },
    clock,
    ids: randomIds,
    registerSecret: () => undefined,
    userAgent: 'bake-ami/test',
  }).open({ region: 'us-east-1' });
  return {
    aws,
    clock,
    hasBegun,
    requests: () => requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves once so many wait on the clock. */
async function sleepers(clock: VirtualClock, count: number): Promise<void> {
  while (clock.sleeping !== count) await new Promise((resolve) => setImmediate(resolve));
}

it('an answer that begins and does not go on is given up after half a minute, and the call is made again', async () => {
  await using rig = await endpoint(1);
  const answer = rig.aws.ec2('us-east-1').describeRegions({}, signal);
  await rig.hasBegun;
  await sleepers(rig.clock, 1);
  await rig.clock.advance(29_999);
  expect(rig.requests()).toBe(1);
  await rig.clock.advance(1);
  // The pause before the next try.
  await sleepers(rig.clock, 1);
  await rig.clock.advance(1_000);
  expect(await answer).toMatchObject({ Regions: [] });
  expect(rig.requests()).toBe(2);
  await sleepers(rig.clock, 0);
});
