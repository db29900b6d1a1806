import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { instanceTypeNamed } from '../instance-types.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { spotPrice } from '../spot-market.ts';
import type { Instance } from '../state/resources.ts';
import { addTags, specifiedTags } from '../tagging.ts';
import { type Pool, requestOf } from './fleet-launch.ts';
import { type FleetInput, fleetParameters } from './fleet-parameters.ts';
import { launchInstance } from './launch-instance.ts';
import { planLaunch } from './launch-plan.ts';
import { namedTemplate } from './launch-templates.ts';

const createFleet = ec2Action({
  name: 'CreateFleet',
  parameters: fleetParameters,
  run: (context, input) => {
    const { cloud, region, now } = context;
    if (input.Type !== 'instant') {
      throw new CloudError('UnsupportedOperation', 'The local cloud has fleets of the type instant only.');
    }
    const token = input.ClientToken === undefined ? undefined : `CreateFleet ${input.ClientToken}`;
    const fingerprint = JSON.stringify(input);
    const known = token === undefined ? undefined : region.clientTokens.get(token);
    if (known !== undefined) {
      if (known.fingerprint === fingerprint) return answeredBefore(context, known.result);
      throw new CloudError('IdempotentParameterMismatch', 'The client token was used with other parameters before.');
    }
    const tags = specifiedTags(input.TagSpecification, 'fleet', 'instance');
    const attempt = launchFirst(context, input, tags.instance);
    const id = `fleet-${cloud.newRequestId()}`;
    region.fleets.add({
      id,
      createdAt: now,
      tags: tags.fleet,
      instanceIds: attempt.launched === undefined ? [] : [attempt.launched.instance.id],
      errors: attempt.errors,
    });
    if (token !== undefined) region.clientTokens.set(token, { fingerprint, result: id });
    return { fleetId: id, errorSet: attempt.errors, fleetInstanceSet: launchedXml(attempt.launched) };
  },
});

export const fleetActions: readonly Action[] = [createFleet];

interface Launched {
  readonly pool: Pool;
  readonly instance: Instance;
}

/** The same request once more launches nothing: it is told what came of the first one. */
function answeredBefore({ region }: ActionContext, fleetId: string): XmlFields {
  const fleet = region.fleets.get(fleetId);
  const instances = (fleet?.instanceIds ?? []).map((id) => region.instances.get(id));
  return {
    fleetId,
    errorSet: fleet?.errors ?? [],
    fleetInstanceSet: instances
      .filter((instance) => instance !== undefined)
      .map(({ id, instanceType, spotRequestId }) => ({
        lifecycle: spotRequestId === undefined ? 'on-demand' : 'spot',
        instanceIds: [id],
        instanceType,
      })),
  };
}

/** Tries the pools in the order of the strategy, until one of them has room for the one instance. */
function launchFirst(
  context: ActionContext,
  input: FleetInput,
  tags: ReadonlyMap<string, string>,
): { readonly launched: Launched | undefined; readonly errors: XmlFields[] } {
  const { DefaultTargetCapacityType: market = 'on-demand', TotalTargetCapacity: count } =
    input.TargetCapacitySpecification;
  if (count !== 1) throw new CloudError('UnsupportedOperation', "The local cloud's fleets have one instance.");
  const errors: XmlFields[] = [];
  for (const pool of pools(context, input)) {
    try {
      const request = requestOf(pool, market);
      const plan = planLaunch(context, request);
      addTags(
        plan.tags.instance,
        [...tags].map(([Key, Value]) => ({ Key, Value })),
      );
      const reservationId = context.cloud.newId('r');
      return {
        launched: { pool, instance: launchInstance(context, request, plan, { reservationId, index: 0 }) },
        errors,
      };
    } catch (thrown) {
      if (!(thrown instanceof CloudError)) throw thrown;
      errors.push({ ...poolXml(pool), lifecycle: market, errorCode: thrown.code, errorMessage: thrown.message });
    }
  }
  return { launched: undefined, errors };
}

function pools(context: ActionContext, input: FleetInput): Pool[] {
  const all = input.LaunchTemplateConfigs.flatMap(({ LaunchTemplateSpecification: named, Overrides: overrides }) => {
    const template = namedTemplate(context, named);
    if (named.Version === undefined || !['1', '$Latest', '$Default'].includes(named.Version)) {
      throw new CloudError(
        'InvalidLaunchTemplateId.VersionNotFound',
        `Could not find the specified version ${named.Version} for the launch template with ID ${template.id}.`,
      );
    }
    return overrides.length === 0
      ? [{ template, override: {} }]
      : overrides.map((override) => ({ template, override }));
  });
  switch (input.SpotOptions?.AllocationStrategy ?? 'lowest-price') {
    case 'capacity-optimized-prioritized':
      return all.toSorted((a, b) => priorityOf(a) - priorityOf(b));
    case 'lowest-price':
    case 'price-capacity-optimized':
      return all.toSorted((a, b) => priceOf(a) - priceOf(b));
    default:
      return all;
  }
}

function priorityOf({ override }: Pool): number {
  return Number(override.Priority ?? Number.POSITIVE_INFINITY);
}

function priceOf({ template, override }: Pool): number {
  const type = instanceTypeNamed(override.InstanceType ?? template.data.InstanceType ?? '');
  return type === undefined ? 0 : spotPrice(type);
}

function poolXml({ template, override }: Pool): XmlFields {
  return {
    launchTemplateAndOverrides: {
      launchTemplateSpecification: { launchTemplateId: template.id, version: '1' },
      overrides: {
        instanceType: override.InstanceType,
        subnetId: override.SubnetId,
        availabilityZone: override.AvailabilityZone,
      },
    },
  };
}

function launchedXml(launched: Launched | undefined): XmlFields[] {
  if (launched === undefined) return [];
  const { pool, instance } = launched;
  return [
    {
      ...poolXml(pool),
      lifecycle: instance.spotRequestId === undefined ? 'on-demand' : 'spot',
      instanceIds: [instance.id],
      instanceType: instance.instanceType,
      platform: instance.platform,
    },
  ];
}
