import type { Market, Shortage } from './options.ts';
import { CloudError } from './protocol/cloud-error.ts';
import type { CloudState } from './state/cloud-state.ts';

/** Where an instance is to be, as far as capacity goes. */
interface Place {
  readonly type: string;
  readonly zone: string;
  readonly market: Market;
}

/** Throws what EC2 says when there is no capacity for a launch: the first of the cloud's shortages that applies. */
export function checkCapacity(cloud: CloudState, place: Place): void {
  const shortage = cloud.shortages.find((candidate) => applies(candidate, place));
  if (shortage === undefined) return;
  const { error = 'InsufficientInstanceCapacity' } = shortage;
  throw new CloudError(error, MESSAGES[error](place), error === 'InsufficientInstanceCapacity' ? 500 : 400);
}

/** Whether a zone has a type at all: a shortage with `Unsupported`, whatever the market, says that it has not. */
export function isOffered(cloud: CloudState, type: string, zone: string): boolean {
  return !cloud.shortages.some(
    (shortage) =>
      shortage.error === 'Unsupported' &&
      shortage.market === undefined &&
      applies(shortage, { type, zone, market: 'on-demand' }),
  );
}

function applies({ type, zone, market }: Shortage, place: Place): boolean {
  return [
    [type, place.type],
    [zone, place.zone],
    [market, place.market],
  ].every(([wanted, actual]) => wanted === undefined || wanted === actual);
}

const MESSAGES: Readonly<Record<NonNullable<Shortage['error']>, (place: Place) => string>> = {
  InsufficientInstanceCapacity: ({ type, zone, market }) =>
    market === 'spot'
      ? 'There is no Spot capacity available that matches your request.'
      : `We currently do not have sufficient ${type} capacity in the Availability Zone you requested (${zone}). Our ` +
        'system will be working on provisioning additional capacity.',
  Unsupported: ({ type, zone }) =>
    `Your requested instance type (${type}) is not supported in your requested Availability Zone (${zone}). Please ` +
    'retry your request by not specifying an Availability Zone or choosing another one.',
  VcpuLimitExceeded: ({ type }) =>
    'You have requested more vCPU capacity than your current vCPU limit allows for the instance bucket that the ' +
    `specified instance type ${type} belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request ` +
    'an adjustment to this limit.',
};
