import type { CreateFleetCommandInput, CreateFleetCommandOutput } from '@aws-sdk/client-ec2';
import { AwsError, shortageOf } from '../../../aws/errors.ts';
import { fleetErrors } from '../../../aws/fleet-errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import type { LaunchedInstance } from '../../../kernel/events.ts';
import { note } from '../site.ts';
import type { LaunchAttempt } from '../steps/launch.ts';
import { fleetInput } from './fleet-input.ts';
import type { Place } from './inputs.ts';
import { isNotVisibleYet } from './not-visible-yet.ts';
import { spotTypes } from './spot-options.ts';

/** As long as Packer asks again for a spot instance that there is no capacity for. */
const PATIENCE_MS = 150_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 30_000;
/** How often a fleet is asked for again that failed inside AWS. */
const FAILED_TRIES = 4;

/** Launches a spot instance by a fleet: in the first place, then in any of the others; undefined: nowhere. */
export async function launchFleet(
  attempt: LaunchAttempt,
  launchTemplateId: string,
): Promise<LaunchedInstance | undefined> {
  const first = await launchIn(attempt, launchTemplateId, [attempt.places.first]);
  if (first !== undefined) return first;
  // Without a subnet, the fleet has looked everywhere already.
  if (attempt.places.first.subnetId === undefined) return undefined;
  const others = await attempt.places.others();
  return others.length === 0 ? undefined : launchIn(attempt, launchTemplateId, others);
}

/** Goes on trying for a while, as long as nothing but capacity is missing. */
export async function patientlyForSpot(
  { bake, refusals }: LaunchAttempt,
  tryOnce: () => Promise<LaunchedInstance | undefined>,
): Promise<LaunchedInstance | undefined> {
  const { clock, signal, emit, build } = bake.context;
  const until = clock.monotonic() + PATIENCE_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    const before = refusals.count;
    const launched = await tryOnce();
    const isOnlyFull = refusals.since(before).every(({ error }) => error.code === 'insufficient-capacity');
    if (launched !== undefined || !isOnlyFull || clock.monotonic() + pause > until) return launched;
    emit({ type: 'progress', build, message: `No spot instance can be had yet: trying again in ${pause / 1_000} s` });
    await clock.sleep(pause, signal);
  }
}

async function launchIn(
  attempt: LaunchAttempt,
  launchTemplateId: string,
  places: readonly Place[],
): Promise<LaunchedInstance | undefined> {
  const { bake, inputs, refusals } = attempt;
  const { context, region } = bake;
  context.signal.throwIfAborted();
  const input = fleetInput(bake, inputs, launchTemplateId, places);
  const answer = await answerTo(attempt, input).catch((thrown: unknown) => {
    if (shortageOf(thrown) === undefined || !(thrown instanceof AwsError)) throw thrown;
    refusals.add({ market: 'spot', type: undefined, place: attempt.places.first, error: thrown });
    return undefined;
  });
  if (answer === undefined) return undefined;
  const launched = launchedBy(answer, attempt, places);
  if (launched !== undefined) return launched;
  const errors = fleetErrors(answer, region);
  const lacking = errors.filter(({ error }) => shortageOf(error) !== undefined);
  const [other] = errors.filter(({ error }) => shortageOf(error) === undefined);
  if (lacking.length === 0) throw other?.error ?? withoutReason();
  if (other !== undefined)
    note(bake, `The fleet can not have ${other.instanceType ?? 'one of the types'}: ${other.error.message}`);
  for (const { error, instanceType, subnetId } of lacking) {
    if (!(error instanceof AwsError)) throw error;
    const place = places.find((candidate) => candidate.subnetId === subnetId) ?? attempt.places.first;
    refusals.add({ market: 'spot', type: instanceType, place, error });
  }
  return undefined;
}

/** The instance that a fleet has; undefined: none. */
function launchedBy(
  { Instances: [launched] = [] }: CreateFleetCommandOutput,
  { bake }: LaunchAttempt,
  places: readonly Place[],
): LaunchedInstance | undefined {
  const [id] = launched?.InstanceIds ?? [];
  if (id === undefined) return undefined;
  const { SubnetId: subnetId, AvailabilityZone: zone } = launched?.LaunchTemplateAndOverrides?.Overrides ?? {};
  const place = places.find((candidate) => candidate.subnetId !== undefined && candidate.subnetId === subnetId);
  const availabilityZone = zone ?? place?.availabilityZone;
  return {
    id,
    type: launched?.InstanceType ?? spotTypes(bake)[0] ?? '',
    market: 'spot',
    ...(availabilityZone === undefined ? {} : { availabilityZone }),
  };
}

/** Asks until EC2 knows all that the request names, and does not fail by itself. */
function answerTo(
  { bake, nextToken, signal }: LaunchAttempt,
  input: CreateFleetCommandInput,
): Promise<CreateFleetCommandOutput> {
  const { context, ec2, region } = bake;
  return retryWhile(
    context.clock,
    signal,
    (thrown, number) => isNotVisibleYet(thrown, number) || (thrown instanceof FleetFailure && number <= FAILED_TRIES),
    async () => {
      // A token of its own each time: with the same one, EC2 would only repeat its answer.
      const output = await ec2.createFleet({ ...input, ClientToken: nextToken() }, signal);
      throwIfEarly(output, region);
      return output;
    },
  );
}

/** A fleet that failed inside AWS: the same may work a little later. */
class FleetFailure extends AwsError {}

/** An answer without an instance, for a reason that goes away by itself, becomes an error that is worth another try. */
function throwIfEarly(output: CreateFleetCommandOutput, region: string): void {
  if ((output.Instances ?? []).some(({ InstanceIds = [] }) => InstanceIds.length > 0)) return;
  const errors = fleetErrors(output, region).map(({ error }) => error);
  const early = errors.find((error) => isNotVisibleYet(error, 1));
  if (early !== undefined) throw early;
  const failed = errors.find((error) => error.retryable);
  if (failed === undefined || errors.some((error) => shortageOf(error) !== undefined)) return;
  const awsCode = failed instanceof AwsError ? failed.awsCode : 'Unknown';
  throw new FleetFailure(failed.message, awsCode, { code: failed.code, category: failed.category, cause: failed });
}

function withoutReason(): AwsError {
  return new AwsError('CreateFleet answered without an instance and without a reason', 'Unknown', {
    code: 'aws-error',
    category: 'cloud',
    // Nobody knows whether there is an instance: it has to be searched for.
    retryable: true,
  });
}
