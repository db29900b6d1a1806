import type { Instance } from '@aws-sdk/client-ec2';
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
  const poller = aws.poller(region);
  const assertThere = () =>
    poller.instance(
      instanceId,
      (instance) => {
        assertStoppable(instanceId, instance);
        return true;
      },
      { signal, mayBeGone: true },
    );
  if (!options.disable_stop_instance) {
    await retryWhile(
      clock,
      signal,
      (thrown, attempt) => isTooEarly(thrown) && attempt <= READY_AFTER_TRIES,
      () =>
        ec2.stopInstances({ InstanceIds: [instanceId] }, signal).catch(async (thrown: unknown) => {
          // It may still be pending, or it is gone, which EC2 calls the same.
          if (awsCodeOf(thrown) === 'IncorrectInstanceState') await assertThere();
          throw thrown;
        }),
    );
  }
  await poller.instance(
    instanceId,
    (instance) => {
      assertStoppable(instanceId, instance);
      return instance?.State?.Name === 'stopped' ? true : undefined;
    },
    { signal, firstLookMs: STOPPED_AFTER_MS, onLook: tellWaiting(bake, `the instance ${instanceId}`) },
  );
}

function assertStoppable(id: string, instance: Instance | undefined): void {
  const state = instance?.State?.Name;
  if (state !== 'terminated' && state !== 'shutting-down') return;
  const reason = instance?.StateReason?.Message;
  throw new BakeError(`The instance ${id} is ${state}, so no image can be made of it${reason ? `: ${reason}` : ''}`, {
    code: 'instance-lost',
    category: 'cloud',
    hint: 'If the machine shuts itself down at the end, that must stop it: shutdown_behavior = "stop".',
  });
}

function isTooEarly(thrown: unknown): boolean {
  return isNotFound(thrown) || awsCodeOf(thrown) === 'IncorrectInstanceState';
}
