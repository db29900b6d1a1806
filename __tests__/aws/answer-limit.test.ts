import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DescribeImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { limitAnswers } from '../../src/aws/answer-limit.ts';

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
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const client = new EC2Client({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'not-a-secret' },
    maxAttempts: 1,
  });
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
    limitAnswers(rig.client, 'of ec2 in us-east-1', 1024 * 1024);
    await expect(rig.client.send(new DescribeImagesCommand({}))).rejects.toMatchObject({
      code: 'answer-too-long',
      message: 'The answer of ec2 in us-east-1 is longer than 1 MiB',
    });
    expect(rig.sent()).toBeLessThan(blanks / 2);
  });

  it('that is as long as it may be is read', async () => {
    await using rig = await endpoint(512 * 1024);
    limitAnswers(rig.client, 'of ec2 in us-east-1', 1024 * 1024);
    expect(await rig.client.send(new DescribeImagesCommand({}))).toMatchObject({ Images: [] });
  });
});
