import type { Image } from '@aws-sdk/client-ec2';
import type { Ec2Api } from '../../aws/api.ts';
import { awsCodeOf } from '../../aws/errors.ts';
import { ec2Tags, type Tags } from '../../aws/tags.ts';
import { deleteSnapshots } from '../../aws/undo/image.ts';
import { unlessGone } from '../../aws/undo/tools.ts';
import type { Clock } from '../../kernel/clock.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import { inParallel } from '../../kernel/parallel.ts';
import { type EndFastLaunch, planFastLaunchEnds } from './fast-launch.ts';
import { DISABLED_AT_TAG } from './next-step.ts';
import type { Step } from './policy.ts';
import { PRUNED_IMAGE_TAG, planSnapshots } from './snapshots.ts';

/** The images of one region that take a step, and what an earlier run has not finished. */
export interface Retirement {
  readonly ec2: Ec2Api;
  readonly region: string;
  readonly images: readonly { readonly image: Image; readonly step: Step }[];
  /** Snapshots without an image that are to go. */
  readonly orphans: readonly string[];
  /** Snapshots that were marked as those of an image that stays after all. */
  readonly unmark: readonly string[];
}

export interface RetireContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The step was taken. */
  onStep(image: ResourceRef, step: Step): void;
  /** `imageId` is undefined for what an earlier run has not finished. */
  onDeleted(snapshot: ResourceRef, imageId: string | undefined): void;
  /** It stays although its image went: a whole sentence without its full stop. */
  onKept(snapshot: ResourceRef, why: string): void;
  onLeft(resource: ResourceRef, error: BakeError): void;
}

const AT_ONCE = 8;
/** Longer than EC2 ever needs to let go of a snapshot. */
const LIMIT_PER_SNAPSHOT_MS = 2 * 60_000;
/** EC2 takes no moment in the past, and cuts the seconds off. */
const DEPRECATION_AHEAD_MS = 2 * 60_000;

/** Takes the steps. Rejects only when nothing could be begun; what went wrong with one image is told, and the others go on. */
export async function retire(retirement: Retirement, context: RetireContext): Promise<void> {
  const { ec2, images, orphans, region } = retirement;
  const { signal } = context;
  const going = images.filter(({ step }) => step === 'deregister').map(({ image }) => image);
  const { ofImage, staying } = await planSnapshots(ec2, going, signal);
  const toMark = (image: string): readonly string[] =>
    (ofImage.get(image) ?? []).filter((id) => staying.get(id)?.isForNow !== false);
  const endFastLaunch = await planFastLaunchEnds(ec2, going, signal);
  await takeMarksBack(retirement, context);
  const gone: string[] = [];
  await inParallel(images, AT_ONCE, async ({ image, step }) => {
    const resource = imageRef(image, region);
    try {
      signal.throwIfAborted();
      await take(ec2, image, step, toMark(resource.id), endFastLaunch, context);
      if (step === 'deregister') gone.push(resource.id);
      context.onStep(resource, step);
    } catch (thrown) {
      context.onLeft(resource, toBakeError(thrown));
    }
  });
  const imageOf = new Map(gone.flatMap((image) => (ofImage.get(image) ?? []).map((id) => [id, image] as const)));
  await inParallel([...new Set([...imageOf.keys(), ...orphans])], AT_ONCE, async (id) => {
    const resource = { kind: 'snapshot', id, region };
    const stays = staying.get(id);
    if (stays !== undefined) return context.onKept(resource, stays.why);
    try {
      await withDeadline(context.clock, LIMIT_PER_SNAPSHOT_MS, stillInUse, signal, (until) =>
        deleteSnapshots(ec2, context.clock, [id], until),
      );
      context.onDeleted(resource, imageOf.get(id));
    } catch (thrown) {
      context.onLeft(resource, toBakeError(thrown));
    }
  });
}

export function imageRef({ ImageId: id = '', Name: name = '' }: Image, region: string): ResourceRef {
  return { kind: 'image', id, region, name };
}

async function take(
  ec2: Ec2Api,
  image: Image,
  step: Step,
  snapshots: readonly string[],
  endFastLaunch: EndFastLaunch,
  { clock, signal }: RetireContext,
): Promise<void> {
  const { ImageId = '' } = image;
  switch (step) {
    case 'deprecate':
      await ec2.enableImageDeprecation({ ImageId, DeprecateAt: new Date(clock.now() + DEPRECATION_AHEAD_MS) }, signal);
      return;
    case 'disable':
      // The tag first: without it, nobody would ever know since when it is disabled.
      await tag(ec2, [ImageId], { [DISABLED_AT_TAG]: new Date(clock.now()).toISOString() }, signal);
      await ec2.disableImage({ ImageId }, signal);
      return;
    case 'deregister':
      await endFastLaunch(image);
      if (snapshots.length > 0) await mark(ec2, snapshots, ImageId, signal);
      await unlessGone(ec2.deregisterImage({ ImageId }, signal));
  }
}

/** A mark that stays harms nothing that is done now, so the rest goes on. */
async function takeMarksBack({ ec2, region, unmark }: Retirement, context: RetireContext): Promise<void> {
  if (unmark.length === 0) return;
  try {
    await mark(ec2, unmark, '', context.signal);
  } catch (thrown) {
    const cause = toBakeError(thrown);
    for (const id of unmark) context.onLeft({ kind: 'snapshot', id, region }, stillMarked(id, cause));
  }
}

function stillMarked(id: string, cause: BakeError): BakeError {
  const { hint, message } = cause;
  return new BakeError(`The snapshot ${id} keeps its tag ${PRUNED_IMAGE_TAG}, although its image stays: ${message}`, {
    code: 'resource-left-behind',
    category: 'left-behind',
    cause,
    ...(hint === undefined ? {} : { hint }),
  });
}

async function mark(ec2: Ec2Api, snapshots: readonly string[], image: string, signal: AbortSignal): Promise<void> {
  await tag(ec2, snapshots, { [PRUNED_IMAGE_TAG]: image }, signal);
}

/** What has no room for another tag goes without: it only serves the next run. */
async function tag(ec2: Ec2Api, ids: readonly string[], tags: Tags, signal: AbortSignal): Promise<void> {
  try {
    await ec2.createTags({ Resources: [...ids], Tags: ec2Tags(tags) }, signal);
  } catch (thrown) {
    if (awsCodeOf(thrown) !== 'TagLimitExceeded') throw thrown;
  }
}

function stillInUse(): BakeError {
  return new BakeError('an image is still made of it', { code: 'removal-timeout', category: 'left-behind' });
}
