import { type ActionContext, ec2Action } from '../action.ts';
import { clientToken } from '../client-tokens.ts';
import { CloudError, invalidCombination, invalidValue } from '../protocol/cloud-error.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { spotInstancesLeft } from '../spot-market.ts';
import type { Instance } from '../state/resources.ts';
import { instanceXml } from './instance-xml.ts';
import { launchInstance } from './launch-instance.ts';
import { checkProfile, planLaunch } from './launch-plan.ts';
import { type RunInstancesInput, runInstancesParameters } from './run-instances-parameters.ts';

export const runInstances = ec2Action({
  name: 'RunInstances',
  parameters: runInstancesParameters,
  check: checkProfile,
  run: (context, input) => {
    const { instances: all } = context.region;
    const token = clientToken(context.region, 'RunInstances', input);
    if (token.made !== undefined) {
      return reservationXml(
        context,
        all.all().filter(({ reservationId }) => reservationId === token.made),
      );
    }
    const count = launchCount(context, input);
    const plan = planLaunch(context, input);
    const reservationId = context.cloud.newId('r');
    const instances = Array.from({ length: count }, (_, index) =>
      launchInstance(context, input, plan, { reservationId, index }),
    );
    token.keep(reservationId);
    return reservationXml(context, instances);
  },
});

/** What one request may launch where no quota says less: a number that no account has, and that a computer can take. */
const MOST_AT_ONCE = 1_000;

function launchCount(context: ActionContext, input: RunInstancesInput): number {
  const { cloud, region } = context;
  const { MinCount: minimum, MaxCount: maximum } = input;
  if (maximum > 1 && input.PrivateIpAddress !== undefined) {
    throw invalidCombination('A private IP address can be given to one instance only.');
  }
  if (minimum < 1) throw invalidValue(minimum, 'minCount', 'Expected a number greater than 0.');
  if (maximum < minimum) {
    throw invalidCombination('The maximum number of instances must not be less than the minimum number.');
  }
  // What is asked for at least is refused with the plan of the spot instances.
  if (input.InstanceMarketOptions?.MarketType === 'spot') {
    return Math.min(maximum, Math.max(minimum, spotInstancesLeft(context)), MOST_AT_ONCE);
  }
  const active = region.instances
    .all()
    .filter(({ state, spotRequestId }) => state !== 'terminated' && spotRequestId === undefined).length;
  const limit = Math.min(cloud.limits.instances ?? Number.POSITIVE_INFINITY, active + MOST_AT_ONCE);
  if (active + minimum > limit) {
    throw new CloudError(
      'InstanceLimitExceeded',
      `You have requested more instances (${active + minimum}) than your current instance limit of ${limit} allows for ` +
        'the specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.',
    );
  }
  return Math.min(maximum, limit - active);
}

function reservationXml({ cloud, region }: ActionContext, instances: readonly Instance[]): XmlFields {
  return {
    reservationId: instances[0]?.reservationId,
    ownerId: cloud.accountId,
    groupSet: [],
    instancesSet: instances.map((instance) => instanceXml(cloud, region, instance)),
  };
}
