import type { Instance } from '@aws-sdk/client-ec2';
import { AwsError, awsCodeOf, isNotFound } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import { type LaunchInputs, runInstancesInput } from '../run-instances-input.ts';
import { type Bake, make } from '../site.ts';

/** What was made just now may not be visible to RunInstances yet; so many more tries are worth it. */
const VISIBLE_AFTER_TRIES = 8;

/** Launches the instance to build on. */
export async function launch(bake: Bake, inputs: LaunchInputs): Promise<string> {
  const { ec2, context, region } = bake;
  const { clock, build } = context;
  const { id } = await make(bake, { kind: 'instance', region, name: build }, (token, signal) => {
    const request = { ...runInstancesInput(bake, inputs), ClientToken: token };
    return retryWhile(
      clock,
      signal,
      (thrown, attempt) => attempt <= VISIBLE_AFTER_TRIES && isNotVisibleYet(thrown),
      async () => {
        const { Instances: [instance] = [] } = await ec2.runInstances(request, signal);
        return { id: idOf(instance) };
      },
    );
  });
  return id;
}

function idOf(instance: Instance | undefined): string {
  if (instance?.InstanceId !== undefined) return instance.InstanceId;
  throw new AwsError('RunInstances answered without an instance', 'Unknown', { code: 'aws-error', category: 'cloud' });
}

function isNotVisibleYet(thrown: unknown): boolean {
  if (awsCodeOf(thrown) === 'InvalidGroup.NotFound' || awsCodeOf(thrown) === 'InvalidKeyPair.NotFound') {
    return isNotFound(thrown);
  }
  return (
    awsCodeOf(thrown) === 'InvalidParameterValue' &&
    thrown instanceof Error &&
    /iamInstanceProfile/i.test(thrown.message)
  );
}
