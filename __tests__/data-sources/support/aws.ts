import { AwsConnections } from '../../../src/aws/connections.ts';
import { createLocalCloud } from '../../../src/local-cloud/cloud.ts';
import type { LocalCloudOptions } from '../../../src/local-cloud/options.ts';
import { requestHandlerFor } from '../../../src/local-cloud/request-handler.ts';
import { countingIds } from '../../support/local-cloud.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** A cloud in this process, and the way that data sources reach it. */
export function awsRig(options: Partial<LocalCloudOptions> = {}) {
  const clock = new VirtualClock({ autoAdvance: true });
  const cloud = createLocalCloud({ clock, ids: countingIds(), ...options });
  const connections = new AwsConnections({
    environment: { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'not-a-secret', AWS_REGION: 'us-east-1' },
    clock,
    ids: countingIds(),
    registerSecret: () => undefined,
    userAgent: 'bake-ami/1.2.3',
    requestHandler: requestHandlerFor(cloud),
  });
  return { clock, cloud, connections: () => Promise.resolve(connections) };
}
