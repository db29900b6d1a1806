import { type ActionContext, ec2Action } from '../action.ts';
import { CloudError, invalidCombination, invalidValue } from '../protocol/cloud-error.ts';
import type { XmlFields } from '../protocol/xml.ts';
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
    const repeated = launchedBefore(context, input);
    if (repeated !== undefined) return reservationXml(context, repeated);
    const count = launchCount(context, input);
    const plan = planLaunch(context, input);
    const reservationId = context.cloud.newId('r');
    const instances = Array.from({ length: count }, (_, index) =>
      launchInstance(context, input, plan, { reservationId, index }),
    );
    if (input.ClientToken !== undefined) {
      context.region.clientTokens.set(`RunInstances ${input.ClientToken}`, {
        fingerprint: JSON.stringify(input),
        result: reservationId,
      });
    }
    return reservationXml(context, instances);
  },
});

/** A client token makes RunInstances idempotent: the same request again answers with what it made the first time. */
function launchedBefore({ region }: ActionContext, input: RunInstancesInput): Instance[] | undefined {
  if (input.ClientToken === undefined) return undefined;
  const known = region.clientTokens.get(`RunInstances ${input.ClientToken}`);
  if (known === undefined) return undefined;
  if (known.fingerprint !== JSON.stringify(input)) {
    throw new CloudError(
      'IdempotentParameterMismatch',
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
    );
  }
  return region.instances.all().filter((instance) => instance.reservationId === known.result);
}

function launchCount({ cloud, region }: ActionContext, input: RunInstancesInput): number {
  const { MinCount: minimum, MaxCount: maximum } = input;
  if (minimum < 1) throw invalidValue(minimum, 'minCount', 'Expected a number greater than 0.');
  if (maximum < minimum) {
    throw invalidCombination('The maximum number of instances must not be less than the minimum number.');
  }
  const limit = input.InstanceMarketOptions?.MarketType === 'spot' ? undefined : cloud.limits.instances;
  if (limit === undefined) return maximum;
  const active = region.instances
    .all()
    .filter(({ state, spotRequestId }) => state !== 'terminated' && spotRequestId === undefined).length;
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
