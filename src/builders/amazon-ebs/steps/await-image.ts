import type { Image } from '@aws-sdk/client-ec2';
import { EXPIRES_AT_TAG, ec2Tags, NEVER } from '../../../aws/tags.ts';
import { imageById } from '../../../aws/undo/image.ts';
import { orAborted, withDeadline } from '../../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { ALLOW_KEY } from '../instance-state.ts';
import { imageRef, type MadeImage, madeImage } from '../made-image.ts';
import { type Bake, warn } from '../site.ts';
import { SnapshotProgress } from '../snapshot-progress.ts';

const UNDER_WAY: ReadonlySet<string> = new Set(['pending', 'transient']);
/** The image itself came to an end: there is nothing to keep. */
const ENDED: ReadonlySet<string> = new Set(['image-failed', 'image-deregistered']);

/** No image is available sooner than this; the local cloud's come close. */
const AVAILABLE_AFTER_MS = 1_500;

/** Whatever keeps us from watching the image may keep us from tagging it. */
const TAGGING_LIMIT_MS = 10_000;

export interface ImageUnderWay {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** A means to an end, of no use to anybody once the build has failed. */
  readonly isIntermediate: boolean;
}

/**
 * Waits until an image is available, as long as that takes, and tells how far its snapshots are. A wait that ends for
 * another reason than the image's own failure leaves the image alone: it may still be growing.
 */
export async function awaitImage(bake: Bake, image: ImageUnderWay): Promise<MadeImage> {
  const { region, id } = image;
  const { aws, context, scope } = bake;
  const progress = new SnapshotProgress(bake, region, id);
  try {
    const available = await aws.poller(region).image(
      id,
      (described) => {
        progress.follow(described);
        if (described?.State === 'available') return described;
        if (described?.State === undefined || UNDER_WAY.has(described.State)) return undefined;
        throw described.State === 'deregistered' ? deregistered(image) : failed(id, region, described);
      },
      {
        signal: context.signal,
        firstLookMs: AVAILABLE_AFTER_MS,
        remainingMs: () => progress.remainingMs(),
        progress: () => progress.percent,
        onLook: progress.onLook,
      },
    );
    return madeImage(region, available);
  } catch (thrown) {
    const error = toBakeError(thrown);
    if (error.code === 'resource-gone') throw deregistered(image, error);
    if (error.code === 'resource-never-seen' && (await isUnknown(bake, image))) throw deregistered(image, error);
    if (context.signal.aborted || image.isIntermediate || ENDED.has(error.code)) throw thrown;
    scope.keep(imageRef(image), 'it may still be growing, although it can not be watched any more');
    await tagAsLasting(bake, image, progress.snapshotIds);
    throw stillGrowing(image, error);
  } finally {
    progress.end();
  }
}

/**
 * Whether EC2 says by its id that there is no such image. One that was deregistered before the first look was never seen,
 * as one that may not be seen.
 */
async function isUnknown({ aws, context }: Bake, { region, id }: ImageUnderWay): Promise<boolean> {
  try {
    return (await imageById(aws.ec2(region), id, context.signal)) === undefined;
  } catch {
    return false;
  }
}

/** A sweep would otherwise remove it one day. */
async function tagAsLasting(bake: Bake, { region, id }: ImageUnderWay, snapshotIds: readonly string[]): Promise<void> {
  const { aws, context } = bake;
  if (bake.ownership[EXPIRES_AT_TAG] === undefined) return;
  const request = { Resources: [id, ...snapshotIds], Tags: ec2Tags({ [EXPIRES_AT_TAG]: NEVER }) };
  const tooLate = (): Error => new Error(`no answer within ${TAGGING_LIMIT_MS / 1_000} seconds`);
  try {
    await withDeadline(context.clock, TAGGING_LIMIT_MS, tooLate, context.signal, (limited) =>
      orAborted(aws.ec2(region).createTags(request, limited), limited),
    );
  } catch (thrown) {
    warn(
      bake,
      `${id} in ${region} keeps its tag ${EXPIRES_AT_TAG}, so a sweep may remove it: ${toBakeError(thrown).message}`,
    );
  }
}

function stillGrowing({ id, region }: ImageUnderWay, error: BakeError): BakeError {
  return new BakeError(`The AMI ${id} in ${region} can not be watched any more: ${error.message}`, {
    code: 'image-not-watched',
    category: error.category,
    hint: `It was left as it is and may become available: look with \`aws ec2 describe-images --region ${region} --image-ids ${id}\`. Once it is, use it as it is (attributes and copies to other regions are still to be made), or deregister it and run the build again. ${error.hint ?? ''}`.trim(),
    cause: error,
  });
}

/** What was made of it is removed: without its image a snapshot is of no use. */
function deregistered({ id, region, name }: ImageUnderWay, cause?: BakeError): BakeError {
  return new BakeError(`The AMI ${id} in ${region} was deregistered by somebody else while it was being made`, {
    code: 'image-deregistered',
    category: 'cloud',
    hint: `Another build of the name "${name}" with force_deregister (or -force) does that, and so does a clean-up by age or name: let only one build at a time make this name, or put {{timestamp}} into ami_name.`,
    ...(cause === undefined ? {} : { cause }),
  });
}

function failed(id: string, region: string, { State, StateReason }: Image): BakeError {
  const reason = StateReason?.Message;
  return new BakeError(`The AMI ${id} in ${region} is ${State}${reason === undefined ? '' : `: ${reason}`}`, {
    code: 'image-failed',
    category: 'cloud',
    hint: `With encryption, check that the KMS key exists in that region, is enabled and may be used by the credentials: ${ALLOW_KEY}`,
  });
}
