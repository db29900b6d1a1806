import { tagValue, VERIFIED_TAG } from '../../aws/tags.ts';
import type { ImageStory } from './artifact.ts';
import { enableFastLaunch, takeBackFastLaunch } from './fast-launch/enable.ts';
import type { FastLaunchPlan } from './fast-launch/plan.ts';
import { incomplete } from './incomplete.ts';
import { imageRef, type MadeImage } from './made-image.ts';
import { targetRegions } from './regions.ts';
import { withoutFingerprint } from './reuse/with-fingerprint.ts';
import type { Bake } from './site.ts';
import { awaitImage } from './steps/await-image.ts';
import { type CopySource, copyImage } from './steps/copy-image.ts';
import { createImage, type ImageRequest } from './steps/create-image.ts';
import { finishImage, protectImage } from './steps/finish-image.ts';
import { deleteOldSnapshots, deregisterOldImages, isTakingAPlace } from './steps/replace-old-images.ts';
import type { TemplateTags } from './template-tags.ts';

export interface ImagesRequest extends ImageRequest {
  readonly fastLaunch: FastLaunchPlan;
  readonly story: ImageStory;
  /** What the image has to stand before anything else is made of it; undefined: nothing. */
  readonly verify?: ((image: MadeImage) => Promise<MadeImage>) | undefined;
}

/** A region's image as soon as it is of use, and the snapshots of those that gave way to it. */
interface FinishedImage {
  readonly image: MadeImage;
  readonly oldSnapshots: readonly string[];
}

/** What went wrong around an image that is of use all the same. */
interface RegionOutcome {
  readonly image: MadeImage;
  readonly flaws: readonly unknown[];
  /** Whether EC2 keeps snapshots of it for fast launch. */
  readonly hasFastLaunch: boolean;
}

/**
 * Makes the image of the stopped instance, and the copies of it that the template wants. The instance goes as soon as the
 * first image no longer needs it. Each region has its own outcome: where one fails, the others are finished and kept.
 */
export async function makeImages(
  bake: Bake,
  instanceId: string,
  request: ImagesRequest,
): Promise<readonly MadeImage[]> {
  const { context, options, region, scope } = bake;
  // An image that has to be encrypted, is only to be copied away, or may yet prove unfit to take an older one's place, is a
  // means to an end and never has the final name.
  const isFinal =
    options.encrypt_boot !== true &&
    !options.skip_save_build_region &&
    !(request.verify !== undefined && (await isTakingAPlace(bake, request.name)));
  const first = isFinal ? request : { ...request, name: `bake-ami-intermediate-${context.ids.token(12)}` };

  let oldSnapshots: readonly string[] = [];
  const create = async (): Promise<string> => {
    if (isFinal) oldSnapshots = await deregisterOldImages(bake, region, request.name);
    return createImage(isFinal ? bake : withoutFingerprint(bake), instanceId, first);
  };
  const imageId = await context.step('create-image', `Creating the AMI ${first.name}`, create, { time: 'image' });
  const available = await context.step(
    'await-image',
    `Waiting for ${imageId} to become available`,
    () => awaitImage(bake, { region, id: imageId, name: first.name, isIntermediate: !isFinal }),
    { time: 'image' },
  );
  scope.release({ kind: 'instance', id: instanceId, region });
  const image = request.verify === undefined ? available : await request.verify(available);
  const verified = markedLike(bake, image);

  const copies = targetRegions(bake).filter((target) => !isFinal || target !== region);
  const finishing = [
    ...(isFinal ? [finishFirst(verified, { image, oldSnapshots }, request.tags)] : []),
    ...copies.map((target) => copyTo(verified, { image, isOwn: true }, target, request)),
  ];
  const settled = Promise.allSettled(
    finishing.map((finished) => finished.then((made) => afterwards(bake, made, request.fastLaunch))),
  );
  await Promise.allSettled(finishing);
  if (!isFinal) scope.release(imageRef(image));
  const outcomes = await settled;
  await endIfCancelled(bake, outcomes);

  return conclude(bake, outcomes, isFinal ? [region, ...copies] : copies, [], request);
}

/** Copies a finished image to the regions that lack it; gives those copies. */
export async function copyMissing(
  bake: Bake,
  images: readonly MadeImage[],
  missing: readonly string[],
  request: ImagesRequest,
): Promise<readonly MadeImage[]> {
  const [source] = images;
  if (source === undefined) return [];
  const outcomes = await Promise.allSettled(
    missing.map(async (target) =>
      afterwards(bake, await copyTo(bake, { image: source, isOwn: false }, target, request), request.fastLaunch),
    ),
  );
  await endIfCancelled(bake, outcomes);
  return conclude(bake, outcomes, missing, images, request);
}

/** The images of a cancelled build go, and what EC2 prepared of them has to be told to go too. */
async function endIfCancelled(bake: Bake, outcomes: readonly PromiseSettledResult<RegionOutcome>[]): Promise<void> {
  const { signal } = bake.context;
  if (!signal.aborted) return;
  const prepared = outcomes.flatMap((outcome) =>
    outcome.status === 'fulfilled' && outcome.value.hasFastLaunch ? [outcome.value.image] : [],
  );
  await Promise.all(prepared.map((image) => takeBackFastLaunch(bake, image)));
  signal.throwIfAborted();
}

/** Keeps what is finished; all of it is what is given, unless something went wrong. */
async function conclude(
  bake: Bake,
  outcomes: readonly PromiseSettledResult<RegionOutcome>[],
  wanted: readonly string[],
  before: readonly MadeImage[],
  { name, story }: ImagesRequest,
): Promise<readonly MadeImage[]> {
  const finished = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? keepFinished(bake, outcome) : outcome));
  const results = finished.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  const made = results.map(({ image }) => image);
  const guarded = await Promise.allSettled(made.map((done) => protectImage(bake, done)));
  const failures = [...rejections(finished), ...results.flatMap(({ flaws }) => flaws), ...rejections(guarded)];
  if (failures.length === 0) return made;
  const missing = wanted.filter((_, index) => finished[index]?.status === 'rejected');
  throw incomplete(failures, { made: [...before, ...made], missing, name, story });
}

/** Where it can't be written down that an image stays, a later clean-up would remove it: it is none then. */
function keepFinished(
  { scope }: Bake,
  outcome: PromiseFulfilledResult<RegionOutcome>,
): PromiseSettledResult<RegionOutcome> {
  try {
    scope.keep(imageRef(outcome.value.image), 'it is the result of the build');
    return outcome;
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

/** Copies say of themselves what their source says: that it is verified, and when. */
function markedLike(bake: Bake, { tags }: MadeImage): Bake {
  const at = tagValue(tags, VERIFIED_TAG);
  return at === undefined ? bake : { ...bake, ownership: { ...bake.ownership, [VERIFIED_TAG]: at } };
}

function rejections(settled: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return settled.filter((outcome) => outcome.status === 'rejected').map(({ reason }): unknown => reason);
}

async function finishFirst(bake: Bake, first: FinishedImage, tags: TemplateTags): Promise<FinishedImage> {
  await bake.context.step('finish-image', `Setting attributes of ${first.image.id}`, () =>
    finishImage(bake, first.image, tags),
  );
  return first;
}

async function copyTo(bake: Bake, source: CopySource, region: string, request: ImageRequest): Promise<FinishedImage> {
  const { image: from } = source;
  const within = bake.options.encrypt_boot === true ? 'Encrypting the AMI' : `Giving the AMI the name ${request.name}`;
  const title = region === from.region ? `${within} in ${region}` : `Copying the AMI ${from.id} to ${region}`;
  const copy = async (): Promise<FinishedImage> => {
    const oldSnapshots = await deregisterOldImages(bake, region, request.name);
    const id = await copyImage(bake, source, region, request);
    const image = await awaitImage(bake, { region, id, name: request.name, isIntermediate: false });
    await finishImage(bake, image, request.tags);
    return { image, oldSnapshots };
  };
  return bake.context.step(`copy-image-${region}`, title, copy, { time: 'image' });
}

/** What an image can do without. Fast launch is the last thing, because it takes longest. */
async function afterwards(
  bake: Bake,
  { image, oldSnapshots }: FinishedImage,
  plan: FastLaunchPlan,
): Promise<RegionOutcome> {
  const { context } = bake;
  const { id, region } = image;
  const flaws: unknown[] = [];
  let hasFastLaunch = false;
  const note = (flaw: unknown): void => void flaws.push(flaw);
  await deleteOldSnapshots(bake, region, oldSnapshots).catch(note);
  if (plan.has(region)) {
    const enable = async (): Promise<void> => {
      await enableFastLaunch(bake, image, plan.get(region));
      hasFastLaunch = true;
    };
    const title = `Enabling fast launch of ${id} in ${region}`;
    await context.step(`fast-launch-${region}`, title, enable, { time: 'image' }).catch(note);
  }
  return { image, flaws, hasFastLaunch };
}
