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
