import type { Instance } from '@aws-sdk/client-ec2';
import { AwsError, shortageOf } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import type { LaunchedInstance } from '../../../kernel/events.ts';
import type { LaunchAttempt } from '../steps/launch.ts';
import type { Market, Place } from './inputs.ts';
import { isNotVisibleYet } from './not-visible-yet.ts';
import { runInstancesInput } from './run-instances-input.ts';

/** Launches one of these types, the first that there is room for, in the first place that has it; undefined: nowhere. */
export async function launchByType(
  attempt: LaunchAttempt,
  market: Market,
  types: readonly string[],
): Promise<LaunchedInstance | undefined> {
  for (const type of types) {
    const first = await launchAt(attempt, market, type, attempt.places.first);
    if (first === 'type') continue;
    if (first !== 'zone') return first;
    for (const place of await attempt.places.others()) {
      if (attempt.refusals.covers(market, type, place)) continue;
      const next = await launchAt(attempt, market, type, place);
      if (next === 'type') break;
      if (next !== 'zone') return next;
    }
  }
  return undefined;
}

/** The instance, or how far one has to go for another try. */
async function launchAt(
  { bake, inputs, refusals, nextToken, signal }: LaunchAttempt,
  market: Market,
  type: string,
  place: Place,
): Promise<LaunchedInstance | 'zone' | 'type'> {
  const { context, ec2 } = bake;
  context.signal.throwIfAborted();
  const request = { ...runInstancesInput(bake, inputs, { market, type, place }), ClientToken: nextToken() };
  try {
    const { Instances: [instance] = [] } = await retryWhile(context.clock, signal, isNotVisibleYet, () =>
      ec2.runInstances(request, signal),
    );
    const availabilityZone = instance?.Placement?.AvailabilityZone ?? place.availabilityZone;
    return { id: idOf(instance), type, market, ...(availabilityZone === undefined ? {} : { availabilityZone }) };
  } catch (thrown) {
    const scope = shortageOf(thrown);
    if (scope === undefined || !(thrown instanceof AwsError)) throw thrown;
    refusals.add({ market, type, place, error: thrown });
    return scope;
  }
}

function idOf(instance: Instance | undefined): string {
  if (instance?.InstanceId !== undefined) return instance.InstanceId;
  throw new AwsError('RunInstances answered without an instance', 'Unknown', {
    code: 'aws-error',
    category: 'cloud',
    // Nobody knows whether there is one: it has to be searched for.
    retryable: true,
  });
}
