import { isDenied } from '../../../aws/errors.ts';
import type { LaunchedInstance } from '../../../kernel/events.ts';
import { isBurstable } from '../../amazon/validation/instance.ts';
import { isSpot } from '../../amazon/validation/spot.ts';
import type { LaunchInputs } from '../launch/inputs.ts';
import { launchByType } from '../launch/launch-by-type.ts';
import { launchFleet, patientlyForSpot } from '../launch/launch-fleet.ts';
import { launchTemplateData } from '../launch/launch-template-data.ts';
import { Places } from '../launch/places.ts';
import { Refusals } from '../launch/refusals.ts';
import { spotTypes } from '../launch/spot-options.ts';
import { withOwnership } from '../ownership.ts';
import { type Bake, make, note } from '../site.ts';
import { makeLaunchTemplate } from './make-launch-template.ts';

/** What every attempt to launch goes by. */
export interface LaunchAttempt {
  readonly bake: Bake;
  readonly inputs: LaunchInputs;
  readonly places: Places;
  readonly refusals: Refusals;
  /** A client token for a request that differs from all before. */
  readonly nextToken: () => string;
  /** Of the create call; see `make`. */
  readonly signal: AbortSignal;
}

/**
 * Launches an instance. Where EC2 has no room, the launch falls through the types and the subnets that the
 * template allows: on spot first where it asks for that, then on demand, with the types to fall back to.
 */
export async function launch(bake: Bake, inputs: LaunchInputs): Promise<LaunchedInstance> {
  const { context, region, scope, options, dependencies } = bake;
  const template = isSpot(options) ? await launchTemplate(bake, inputs) : undefined;
  const launched = await make(bake, { kind: 'instance', region, name: context.build }, (token, signal) => {
    let attempts = 0;
    const attempt: LaunchAttempt = {
      bake,
      inputs,
      places: new Places(bake, inputs.network),
      refusals: new Refusals(bake),
      nextToken: () => {
        attempts += 1;
        return `${token}-${attempts}`;
      },
      signal,
    };
    return withOwnership(bake, 'The instance', (ownership) =>
      firstThatWorks({ ...attempt, bake: { ...bake, ownership } }, template, dependencies.fallbackInstanceTypes),
    );
  });
  if (template !== undefined) scope.release({ kind: 'launch-template', id: template, region });
  return launched;
}

async function firstThatWorks(
  attempt: LaunchAttempt,
  template: string | undefined,
  fallbackTypes: readonly string[],
): Promise<LaunchedInstance> {
  const { bake, refusals } = attempt;
  const { options } = bake;
  if (!isSpot(options)) {
    const types = [...new Set([options.instance_type ?? '', ...fallbackTypes])];
    return (await launchByType(attempt, 'on-demand', types)) ?? fail(refusals);
  }
  const spot = (): Promise<LaunchedInstance | undefined> => launchSpot(attempt, template);
  // Whoever names no other way waits for the one that there is.
  const launched = fallbackTypes.length > 0 ? await spot() : await patientlyForSpot(attempt, spot);
  if (launched !== undefined) return launched;
  if (fallbackTypes.length > 0)
    note(bake, `There is no spot instance to be had: trying ${fallbackTypes.join(', ')} on demand`);
  return (await launchByType(attempt, 'on-demand', fallbackTypes)) ?? fail(refusals);
}

async function launchSpot(attempt: LaunchAttempt, template: string | undefined): Promise<LaunchedInstance | undefined> {
  const byType = (): Promise<LaunchedInstance | undefined> => launchByType(attempt, 'spot', spotTypes(attempt.bake));
  if (template === undefined) return byType();
  try {
    return await launchFleet(attempt, template);
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    noteWithoutFleet(attempt.bake, 'ec2:CreateFleet');
    return byType();
  }
}

/** The launch template that the fleet is made with; undefined: the credentials may not make one. */
async function launchTemplate(bake: Bake, inputs: LaunchInputs): Promise<string | undefined> {
  try {
    noteOfCredits(bake);
    return await makeLaunchTemplate(bake, inputs.tags, launchTemplateData(bake, inputs));
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    noteWithoutFleet(bake, 'ec2:CreateLaunchTemplate');
    return undefined;
  }
}

/** A launch template has one credit option for all its types, and EC2 refuses any for types without credits. */
function noteOfCredits(bake: Bake): void {
  const types = spotTypes(bake);
  const burstable = types.filter(isBurstable);
  if (burstable.length === 0 || burstable.length === types.length) return;
  note(
    bake,
    `CPU credits are left to the account's default for ${burstable.join(', ')} (unlimited for T3, T3a and T4g, unless the account says otherwise): a fleet that also takes ${types.filter((type) => !isBurstable(type)).join(', ')} can't be told`,
  );
}

function noteWithoutFleet(bake: Bake, action: string): void {
  const { options } = bake;
  const lost = [
    ...(options.spot_allocation_strategy ? ['spot_allocation_strategy'] : []),
    ...(Object.keys(options.fleet_tags).length > 0 || options.fleet_tag.length > 0 ? ['fleet_tags'] : []),
  ];
  const effect = lost.length === 0 ? '' : `; ${lost.join(' and ')} have no effect then`;
  note(bake, `The spot instance is asked for without a fleet, because ${action} is not allowed${effect}`);
}

function fail(refusals: Refusals): never {
  throw refusals.error();
}
