import type { ActionContext } from './action.ts';
import type { LaunchPlan } from './actions/launch-plan.ts';
import type { RunInstancesInput } from './actions/run-instances-parameters.ts';
import type { InstanceType } from './instance-types.ts';
import { CloudError } from './protocol/cloud-error.ts';
import type { SpotRequest } from './state/resources.ts';

/** How a launch asks for a spot instance. */
export interface SpotPlan {
  readonly maxPrice: string | undefined;
  readonly kind: SpotRequest['kind'];
  readonly tags: ReadonlyMap<string, string>;
}

/** What a spot instance of a type costs here, the same in every zone: a cent per vCPU and hour, in USD. */
export function spotPrice({ vcpus }: InstanceType): number {
  return vcpus / 100;
}

/** Undefined: the launch is on demand. Throws when the price is too low, or the quota used up. */
export function planSpot(
  context: ActionContext,
  { InstanceMarketOptions: market, MinCount: minimum }: RunInstancesInput,
  type: InstanceType,
  tags: ReadonlyMap<string, string>,
): SpotPlan | undefined {
  if (market?.MarketType !== 'spot') return undefined;
  const { MaxPrice: maxPrice, SpotInstanceType: kind = 'one-time' } = market.SpotOptions ?? {};
  if (maxPrice !== undefined) checkPrice(maxPrice, type);
  if (minimum > spotInstancesLeft(context)) {
    throw new CloudError('MaxSpotInstanceCountExceeded', 'Max spot instance count exceeded');
  }
  return { maxPrice, kind, tags };
}

/** How many more the quota allows. */
export function spotInstancesLeft({ cloud, region }: ActionContext): number {
  const running = region.instances.all().filter(({ spotRequestId, state }) => spotRequestId && state !== 'terminated');
  return (cloud.limits.spotInstances ?? Number.POSITIVE_INFINITY) - running.length;
}

function checkPrice(maxPrice: string, type: InstanceType): void {
  if (!/^\d*\.?\d+$/.test(maxPrice) || Number(maxPrice) <= 0) {
    throw new CloudError('InvalidParameterValue', `Invalid value '${maxPrice}' for SpotOptions.MaxPrice.`);
  }
  const price = spotPrice(type);
  if (Number(maxPrice) >= price) return;
  throw new CloudError(
    'SpotMaxPriceTooLow',
    `Your Spot request price of ${maxPrice} is lower than the minimum required Spot request fulfillment price of ${price}.`,
  );
}

/** Notes down the request that an instance comes from; returns its id. */
export function addSpotRequest({ cloud, region, now }: ActionContext, instanceId: string, plan: LaunchPlan): string {
  const { maxPrice, kind, tags } = plan.spot ?? { maxPrice: undefined, kind: 'one-time', tags: new Map() };
  const id = cloud.newId('sir').slice(0, 'sir-'.length + 8);
  region.spotRequests.add({
    id,
    createdAt: now,
    tags: new Map(tags),
    instanceId,
    instanceType: plan.type.name,
    maxPrice,
    kind,
    state: 'active',
  });
  return id;
}
