import { isNotFound } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import { BakeError } from '../../../kernel/errors.ts';
import type { Bake } from '../site.ts';

const VISIBLE_AFTER_TRIES = 8;

/** Stops the instance, so that its disks are at rest when the image is made; or waits until it has stopped by itself. */
export async function stop(bake: Bake, instanceId: string): Promise<void> {
  const { ec2, aws, options, context, region } = bake;
  const { signal, clock } = context;
  if (!options.disable_stop_instance) {
    await retryWhile(
      clock,
      signal,
      (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES,
      () => ec2.stopInstances({ InstanceIds: [instanceId] }, signal),
    );
  }
  await aws.poller(region).instance(
    instanceId,
    (instance) => {
      const state = instance?.State?.Name;
      if (state === 'stopped') return true;
      if (state !== 'terminated' && state !== 'shutting-down') return undefined;
      throw new BakeError(`The instance ${instanceId} is ${state}, so no image can be made of it`, {
        code: 'instance-lost',
        category: 'cloud',
        hint: 'If the machine shuts itself down at the end, that must stop it: shutdown_behavior = "stop".',
      });
    },
    { signal },
  );
}
