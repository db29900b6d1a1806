import type { Communicator } from '../../../engine/ports.ts';
import { assertAlive } from '../instance-state.ts';
import { NoConnection } from '../no-connection.ts';
import type { Bake } from '../site.ts';
import { tellWaiting } from '../tell-waiting.ts';

/** `communicator = "none"`: waits until the instance runs, and gives provisioners that stay on this side what they need. */
export async function awaitRunning(bake: Bake, instanceId: string): Promise<Communicator> {
  const { aws, region, context } = bake;
  return aws.poller(region).instance(
    instanceId,
    (instance) => {
      assertAlive(instanceId, instance);
      if (instance?.State?.Name !== 'running') return undefined;
      return new NoConnection(instanceId, instance.PublicIpAddress || instance.PrivateIpAddress || '');
    },
    { signal: context.signal, onLook: tellWaiting(bake, `the instance ${instanceId}`) },
  );
}
