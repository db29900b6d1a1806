import { EC2Client } from '@aws-sdk/client-ec2';
import type { Ids } from '../../src/kernel/ids.ts';
import { createLocalCloud, type LocalCloud } from '../../src/local-cloud/cloud.ts';
import type { LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Ids that are the same in every run. */
export function countingIds(): Ids {
  let count = 0;
  const next = (): string => (count++).toString(16).padStart(12, '0');
  return {
    uuid: () => `00000000-0000-4000-8000-${next()}`,
    token: (length) => next().slice(-length).padStart(length, 'a'),
  };
}

/** What an SDK client needs to talk to a cloud in process: spread it into the client's configuration. */
export function clientConfig(cloud: LocalCloud, region = 'us-east-1') {
  return {
    region,
    credentials: { accessKeyId: 'AKIALOCALCLOUD', secretAccessKey: 'not-a-secret' },
    requestHandler: requestHandlerFor(cloud),
    maxAttempts: 1,
  };
}

/** A cloud on a virtual clock, with an EC2 client in its first region. */
export function testCloud(options: Partial<LocalCloudOptions> = {}) {
  const clock = new VirtualClock();
  const cloud = createLocalCloud({ clock, ids: countingIds(), ...options });
  return { clock, cloud, ec2: new EC2Client(clientConfig(cloud)) };
}

/** What an unsigned-for-real but well-formed request carries: a credential scope that names service and region. */
export function authorization(service: string, region = 'us-east-1', accessKeyId = 'AKIALOCALCLOUD'): string {
  return (
    `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260102/${region}/${service}/aws4_request, ` +
    'SignedHeaders=host;x-amz-date, Signature=00'
  );
}

/** Sends one raw Query request, as programs do that are no SDK: what comes back is text. */
export async function rawQuery(
  cloud: LocalCloud,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { authorization: authorization('ec2') },
): Promise<{ readonly status: number; readonly body: string }> {
  const outcome = await cloud.handle({
    method: 'POST',
    path: '/',
    headers,
    query: new Map(),
    body: new URLSearchParams(parameters).toString(),
  });
  if (outcome === 'broken-connection') throw new Error('the connection broke');
  return outcome;
}

/** Calls an EC2 action and gives the error it answers with as `Code: message`, or `ok`. */
export async function refusal(
  cloud: LocalCloud,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { body, status } = await rawQuery(cloud, { Action: action, Version: '2016-11-15', ...parameters });
  if (status === 200) return 'ok';
  const [, code = '', message = ''] = /<Code>(.*)<\/Code><Message>([\s\S]*)<\/Message>/.exec(body) ?? [];
  const text = message
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return `${code}: ${text}`;
}
