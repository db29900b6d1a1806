import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { clientToken } from '../client-tokens.ts';
import { applyFilters, filterList, tagFilters } from '../filters.ts';
import { instanceTypeNamed } from '../instance-types.ts';
import { versionOf } from '../launch-template-versions.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { listOf, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { spotPrice } from '../spot-market.ts';
import type { Instance } from '../state/resources.ts';
import { addTags, specifiedTags, tagSet } from '../tagging.ts';
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
    const token = clientToken(region, 'CreateFleet', input);
    if (token.made !== undefined) return answeredBefore(context, token.made);
    const tags = specifiedTags(input.TagSpecification, 'fleet', 'instance');
    // Their types without a word launch later; the ones here never do.
    const type = input.Type ?? 'maintain';
    const attempt = type === 'instant' ? launchFirst(context, input, tags.instance) : ofNothing(context, input);
    const id = `fleet-${cloud.newRequestId()}`;
    region.fleets.add({
      id,
      createdAt: now,
      tags: tags.fleet,
      type,
      launchTemplateConfigs: input.LaunchTemplateConfigs.map((config) => configXml(context, config)),
      instanceIds: attempt.launched === undefined ? [] : [attempt.launched.instance.id],
      errors: attempt.errors,
    });
    token.keep(id);
    return { fleetId: id, errorSet: attempt.errors, fleetInstanceSet: launchedXml(attempt.launched) };
  },
});

const describeFleets = ec2Action({
  name: 'DescribeFleets',
  parameters: { FleetId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    // Fleets of the type `instant` are shown to whoever names them (API reference, DescribeFleets).
    const candidates = context.region.fleets
      .visible()
      .filter(({ id, type }) => (input.FleetId.length === 0 ? type !== 'instant' : input.FleetId.includes(id)));
    const found = applyFilters(candidates, input.Filter, { ...tagFilters, type: ({ type }) => type });
    const page = pageOf(context, found, input, { ids: input.FleetId, set: 'fleetSet', least: 1 });
    return {
      fleetSet: page.items.map(({ id, type, createdAt, tags, launchTemplateConfigs }) => ({
        fleetId: id,
        type,
        fleetState: 'active',
        createTime: new Date(createdAt),
        launchTemplateConfigs,
        targetCapacitySpecification: { totalTargetCapacity: type === 'instant' ? 1 : 0 },
        tagSet: tagSet(tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

export const fleetActions: readonly Action[] = [createFleet, describeFleets];

/** A fleet that launches later than at once: it is kept here, and launches nothing. */
function ofNothing(context: ActionContext, input: FleetInput): ReturnType<typeof launchFirst> {
  pools(context, input);
  if (input.TargetCapacitySpecification.TotalTargetCapacity === 0) return { launched: undefined, errors: [] };
  throw new CloudError(
    'UnsupportedOperation',
    'Fleets of other types than instant launch nothing in the local cloud: their capacity must be 0.',
  );
}

function configXml(
  context: ActionContext,
  { LaunchTemplateSpecification: named, Overrides: overrides }: FleetInput['LaunchTemplateConfigs'][number],
): XmlFields {
  const template = namedTemplate(context, named);
  return {
    launchTemplateSpecification: {
      launchTemplateId: template.id,
      launchTemplateName: template.name,
      version: named.Version,
    },
    overrides: overrides.map((override) => ({
      instanceType: override.InstanceType,
      subnetId: override.SubnetId,
      imageId: override.ImageId,
    })),
  };
}

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
  const { TotalTargetCapacity: count, ...capacity } = input.TargetCapacitySpecification;
  const market = marketOf(capacity);
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

/** The one instance may be asked for by a capacity of its own market; the default is for what is left. */
function marketOf(
  capacity: Omit<FleetInput['TargetCapacitySpecification'], 'TotalTargetCapacity'>,
): 'spot' | 'on-demand' {
  const { SpotTargetCapacity: spot = 0, OnDemandTargetCapacity: onDemand = 0, DefaultTargetCapacityType } = capacity;
  if (spot + onDemand > 1) {
    throw new CloudError(
      'InvalidTargetCapacitySpecification',
      'The target capacities for Spot and On-Demand must not be more than the total target capacity.',
    );
  }
  if (spot === 1) return 'spot';
  return onDemand === 1 ? 'on-demand' : (DefaultTargetCapacityType ?? 'on-demand');
}

function pools(context: ActionContext, input: FleetInput): Pool[] {
  const all = input.LaunchTemplateConfigs.flatMap(({ LaunchTemplateSpecification: named, Overrides: overrides }) => {
    const template = namedTemplate(context, named);
    if (named.Version === undefined) {
      throw new CloudError(
        'InvalidLaunchTemplateId.VersionNotFound',
        `Could not find the specified version ${named.Version} for the launch template with ID ${template.id}.`,
      );
    }
    const { data, number: version } = versionOf(template, named.Version);
    return overrides.length === 0
      ? [{ template, version, data, override: {} }]
      : overrides.map((override) => ({ template, version, data, override }));
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

function priceOf({ data, override }: Pool): number {
  const type = instanceTypeNamed(override.InstanceType ?? data.InstanceType ?? '');
  return type === undefined ? 0 : spotPrice(type);
}

function poolXml({ template, version, override }: Pool): XmlFields {
  return {
    launchTemplateAndOverrides: {
      launchTemplateSpecification: { launchTemplateId: template.id, version: String(version) },
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
