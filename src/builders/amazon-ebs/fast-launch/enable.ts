import { isNotFound } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import { withDeadline } from '../../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import type { MadeImage } from '../made-image.ts';
import { type Bake, warn } from '../site.ts';
import { tellWaiting } from '../tell-waiting.ts';
import { fastLaunchAsked } from './asked.ts';
import type { LaunchTemplateChoice } from './plan.ts';

const VISIBLE_AFTER_TRIES = 8;
/** A cancelled build has little time. */
const TAKE_BACK_LIMIT_MS = 2_000;

/**
 * Has EC2 prepare snapshots, from which instances of the AMI start fast, and waits for them. The AMI is of use without
 * them: a failure says what to do and leaves it alone. Instances that EC2 launches for this are EC2's own business.
 */
export async function enableFastLaunch(
  bake: Bake,
  image: MadeImage,
  template: LaunchTemplateChoice | undefined,
): Promise<void> {
  const { aws, context } = bake;
  const { id, region } = image;
  try {
    await request(bake, image, template);
    await aws.poller(region).fastLaunch(
      id,
      (described) => {
        if (described === undefined || described.State === 'enabling') return undefined;
        if (described.State === 'enabled') return true;
        throw failed(described.State, described.StateTransitionReason);
      },
      { signal: context.signal, onLook: tellWaiting(bake, `fast launch of ${id} in ${region}`) },
    );
  } catch (thrown) {
    if (!context.signal.aborted) throw notEnabled(image, toBakeError(thrown));
    await takeBackFastLaunch(bake, image);
    throw thrown;
  }
}

async function request({ aws, context, options }: Bake, { id, region }: MadeImage, template?: LaunchTemplateChoice) {
  const { max_parallel_launches: parallel, target_resource_count: count } = fastLaunchAsked(options) ?? {};
  await retryWhile(
    context.clock,
    context.signal,
    (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES,
    () =>
      aws.ec2(region).enableFastLaunch(
        {
          ImageId: id,
          ...(parallel ? { MaxParallelLaunches: parallel } : {}),
          ...(count ? { SnapshotConfiguration: { TargetResourceCount: count } } : {}),
          ...(template && { LaunchTemplate: { LaunchTemplateId: template.id, Version: String(template.version) } }),
        },
        context.signal,
      ),
  );
}

/**
 * For an image that goes because its build is cancelled: the snapshots that were prepared of it have to be told to go.
 * Never rejects, and takes two seconds at most.
 */
export async function takeBackFastLaunch({ aws, context, ...bake }: Bake, { id, region }: MadeImage): Promise<void> {
  const tooLate = (): Error => new Error(`no answer within ${TAKE_BACK_LIMIT_MS / 1_000} seconds`);
  try {
    await withDeadline(context.clock, TAKE_BACK_LIMIT_MS, tooLate, undefined, (signal) =>
      aws.ec2(region).disableFastLaunch({ ImageId: id, Force: true }, signal),
    );
  } catch (thrown) {
    const reason = toBakeError(thrown).message;
    warn({ ...bake, aws, context }, `Snapshots that EC2 prepared of ${id} in ${region} may be left: ${reason}`);
  }
}

function failed(state: string | undefined, reason = 'EC2 gives no reason'): BakeError {
  return new BakeError(`it is ${state}: ${reason}`, {
    code: 'fast-launch-failed',
    category: 'cloud',
    hint: 'EC2 launches instances of the AMI for it: the image must be prepared with Sysprep and shut down by it, and there must be a default VPC, or a launch template that names a subnet.',
  });
}

function notEnabled({ id, region }: MadeImage, error: BakeError): BakeError {
  const again = `aws ec2 enable-fast-launch --region ${region} --image-id ${id}`;
  return new BakeError(`Fast launch of ${id} in ${region} could not be switched on: ${error.message}`, {
    code: error.code,
    category: error.category,
    hint: `${error.hint ?? ''} The AMI itself is finished. Try again with \`${again}\`.`.trim(),
    cause: error,
  });
}
