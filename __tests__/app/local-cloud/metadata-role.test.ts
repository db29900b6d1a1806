import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tellMetadataRole } from '../../../src/app/local-cloud/metadata-role.ts';
import { systemClock } from '../../../src/kernel/clock.ts';

const PATH = '/latest/meta-data/iam/security-credentials/';
const { signal } = new AbortController();

let service: string;
let asked: string[];
/** What the service says: to whoever has a token, and to whoever has none. */
let answers: { readonly token: number; readonly role: string | undefined; readonly needsToken: boolean };

const server = createServer(({ method, url, headers }, response) => {
  asked.push(`${method} ${url}`);
  if (method === 'PUT') {
    response.writeHead(answers.token).end('secret-token');
    return;
  }
  const mayKnow = !answers.needsToken || headers['x-aws-ec2-metadata-token'] === 'secret-token';
  if (!mayKnow) response.writeHead(401).end();
  else if (url !== PATH || answers.role === undefined) response.writeHead(404).end();
  else response.end(answers.role);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  service = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  asked = [];
  answers = { token: 200, role: 'runner', needsToken: true };
});

async function told(environment: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const where = { AWS_EC2_METADATA_SERVICE_ENDPOINT: service, ...environment };
  await tellMetadataRole(
    { environment: where, clock: systemClock, signal },
    'Beware.',
    (text) => void lines.push(text),
  );
  return lines;
}

describe('the role whose credentials machines of the local cloud can get', () => {
  it('is told with what to do, and its credentials are not asked for', async () => {
    expect(await told()).toEqual([
      "The machines of the local cloud share this computer's network, and its instance metadata with it: what a template runs in them can get the credentials of the role runner. Beware.",
    ]);
    expect(asked).toEqual(['PUT /latest/api/token', `GET ${PATH}`]);
  });

  it('is found out where the service knows no tokens', async () => {
    answers = { token: 404, role: 'old-runner\n', needsToken: false };
    expect((await told()).join()).toContain('the role old-runner.');
  });

  it.each<[string, Partial<typeof answers>]>([
    ['the instance has no role', { role: undefined }],
    ['another cloud answers there', { token: 400, role: undefined, needsToken: false }],
    ['what answers is no name of a role', { role: '<html>Sign in</html>' }],
  ])('is none where %s', async (_, other) => {
    answers = { ...answers, ...other };
    expect(await told()).toEqual([]);
  });

  it('is none where nobody answers, and nothing is asked where nobody is to ask', async () => {
    expect(await told({ AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' })).toEqual([]);
    expect(await told({ AWS_EC2_METADATA_DISABLED: 'TRUE' })).toEqual([]);
    expect(asked).toEqual([]);
  });
});
