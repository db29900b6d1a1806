import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AwsConnections } from '../../src/aws/connections.ts';
import type { BakeError } from '../../src/kernel/errors.ts';
import { countingIds } from '../support/local-cloud.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

const { signal } = new AbortController();
const answers: Answer[] = [];
let asked = 0;
const server = createServer((_, response) => {
  asked += 1;
  // The last one again and again.
  const { status = 200, body = '' } = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function connect() {
  asked = 0;
  const connections = new AwsConnections({
    environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL: origin },
    clock: new VirtualClock({ autoAdvance: true }),
    ids: countingIds(),
    registerSecret: () => undefined,
    userAgent: 'test',
  });
  return connections.open({ region: 'eu-west-1' });
}

/** What looking for images says when the endpoint answers with these, one after the other. */
async function look(...given: readonly Answer[]): Promise<unknown> {
  answers.splice(0, answers.length, ...given);
  const aws = await connect();
  return aws.ec2('eu-west-1').describeImages({}, signal);
}

async function errorOf(answer: Answer): Promise<BakeError> {
  return look(answer).then(
    () => {
      throw new Error('the answer was understood');
    },
    (thrown: BakeError) => thrown,
  );
}

const WHOLE =
  '<DescribeImagesResponse><imagesSet><item><imageId>ami-1</imageId></item></imagesSet></DescribeImagesResponse>';
const page = (title: string): string => `<!doctype html><html><head><title>${title}</title><meta></head></html>`;

describe('an answer that is not one of AWS', () => {
  it.each<[string, Answer, string]>([
    ['a web page', { status: 200, body: page('Sign in') }, 'it is a web page ("Sign in"), with status 200'],
    [
      'a web page that is well-formed XML',
      { status: 200, body: '<html><head><title>Sign in</title></head></html>' },
      'it is a web page ("Sign in")',
    ],
    [
      'a web page that refuses',
      { status: 403, body: page('Blocked') },
      'it is a web page ("Blocked"), with status 403',
    ],
    ['a page with a hostile title', { status: 200, body: page('a\u001b[2Jb') }, 'it is a web page ("ab")'],
    ['XML that was cut off', { status: 200, body: WHOLE.slice(0, 60) }, 'it is broken or cut off (expected'],
    [
      'no XML at all',
      { status: 407, body: 'Log in first' },
      'it is broken or cut off (unexpected content), with status 407',
    ],
    [
      'XML that is very deep',
      { status: 200, body: '<a>'.repeat(50_000) },
      'it is nested so deep that it can not be read',
    ],
    ['a redirection', { status: 302, body: '' }, 'it has no error code, with status 302'],
  ])('is told from it: %s', async (_, answer, what) => {
    const error = await errorOf(answer);
    expect(error).toMatchObject({ code: 'answer-not-understood', category: 'cloud' });
    expect(error.message).toContain(`The answer to ec2:DescribeImages from ${origin} is not one of AWS: ${what}`);
    expect(error.message).toMatch(/; tried 3 times$/);
    expect(error.message).not.toContain('Deserialization');
    expect(error.hint).toMatch(/HTTPS_PROXY.*AWS_ENDPOINT_URL/);
    expect(asked).toBe(3);
  });

  it('is asked for again, since the next one may be whole', async () => {
    const cut = { status: 200, body: WHOLE.slice(0, 60) };
    expect(await look(cut, { status: 200, body: WHOLE })).toMatchObject({ Images: [{ ImageId: 'ami-1' }] });
    expect(asked).toBe(2);
  });

  it('is asked for as often as a failure of AWS where a gateway says that it is not there now', async () => {
    const error = await errorOf({ status: 503, body: page('Unavailable') });
    expect(error.code).toBe('answer-not-understood');
    expect(asked).toBeGreaterThan(3);
    expect(error.message).toMatch(new RegExp(`; tried ${asked} times$`));
  });

  it('is told in JSON too', async () => {
    answers.splice(0, answers.length, { status: 200, body: page('Sign in') });
    const ssm = await (await connect()).ssm('eu-west-1');
    await expect(ssm.getParameter({ Name: 'x' }, signal)).rejects.toMatchObject({
      code: 'answer-not-understood',
      message: expect.stringContaining(
        `The answer to ssm:GetParameter from ${origin} is not one of AWS: it is a web page`,
      ),
    });
  });
});

describe('an error of AWS', () => {
  it('is none of those, whatever it says', async () => {
    const body =
      '<Response><Errors><Error><Code>Strange</Code><Message>&lt;html&gt;</Message></Error></Errors></Response>';
    expect(await errorOf({ status: 400, body })).toMatchObject({ code: 'aws-error', awsCode: 'Strange' });
    expect(asked).toBe(1);
  });
});
