import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { limitAnswers } from '../../src/aws/answer-limit.ts';
import { isRetryable } from '../../src/aws/errors.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const EMPTY = '<DescribeImagesResponse><imagesSet/></DescribeImagesResponse>';

/** An endpoint that answers with so many bytes more than an empty answer has, and a client for it. */
async function endpoint(blanks: number) {
  let sent = 0;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.write(EMPTY);
    const block = ' '.repeat(1_024);
    const send = (): void => {
      while (sent < blanks) {
        sent += block.length;
        if (!response.write(block)) {
          response.once('drain', send);
          return;
        }
      }
      response.end();
    };
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = clientOf(server);
  return {
    client,
    sent: () => sent,
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('an answer of an AWS endpoint', () => {
  it('that is longer than it may be ends the call, and is not read to its end', async () => {
    const blanks = 256 * 1024 * 1024;
    await using rig = await endpoint(blanks);
    limitAnswers(rig.client, 'of ec2 in us-east-1', systemClock, 1024 * 1024);
    await expect(rig.client.send(new DescribeImagesCommand({}))).rejects.toMatchObject({
      code: 'answer-too-long',
      message: 'The answer of ec2 in us-east-1 is longer than 1 MiB',
    });
    expect(rig.sent()).toBeLessThan(blanks / 2);
  });

  it('that is as long as it may be is read', async () => {
    await using rig = await endpoint(512 * 1024);
    limitAnswers(rig.client, 'of ec2 in us-east-1', systemClock, 1024 * 1024);
    expect(await rig.client.send(new DescribeImagesCommand({}))).toMatchObject({ Images: [] });
  });

  it('that begins and does not go on fails as one that never comes, and may be tried again', async () => {
    await using server = await stallingServer();
    const clock = new VirtualClock();
    limitAnswers(server.client, 'of ec2 in us-east-1', clock);
    const failure = server.client.send(new DescribeImagesCommand({})).catch((thrown: unknown) => thrown);
    await server.hasBegun;
    while (clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(29_999);
    expect(clock.sleeping).toBe(1);
    await clock.advance(1);
    const thrown = await failure;
    expect(thrown).toMatchObject({
      message: expect.stringMatching(/^The answer of ec2 in us-east-1 began and did not/),
    });
    expect(isRetryable(thrown)).toBe(true);
    expect(clock.sleeping).toBe(0);
  });
});

/** An endpoint that sends the first half of an answer, and then nothing more. */
async function stallingServer() {
  let begun = (): void => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': EMPTY.length });
    response.write(EMPTY.slice(0, EMPTY.length / 2), begun);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = clientOf(server);
  return {
    client,
    hasBegun,
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function clientOf(server: Server): EC2Client {
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return new EC2Client({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'not-a-secret' },
    maxAttempts: 1,
  });
}
