import { awsCodeOf, isNotFound } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import { BakeError } from '../../../kernel/errors.ts';
import type { Bake } from '../site.ts';
import { tellWaiting } from '../tell-waiting.ts';

/** An instance that was launched just now may not be visible everywhere, or still pending; so many more tries help. */
const READY_AFTER_TRIES = 24;

/** No instance stops sooner than this; the local cloud's come close. */
const STOPPED_AFTER_MS = 500;

/** Stops the instance, so that its disks are at rest when the image is made; or waits until it has stopped by itself. */
export async function stop(bake: Bake, instanceId: string): Promise<void> {
  const { ec2, aws, options, context, region } = bake;
  const { signal, clock } = context;
  if (!options.disable_stop_instance) {
    await retryWhile(
      clock,
      signal,
      (thrown, attempt) => isTooEarly(thrown) && attempt <= READY_AFTER_TRIES,
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
    { signal, firstLookMs: STOPPED_AFTER_MS, onLook: tellWaiting(bake, `the instance ${instanceId}`) },
  );
}

function isTooEarly(thrown: unknown): boolean {
  return isNotFound(thrown) || awsCodeOf(thrown) === 'IncorrectInstanceState';
}
