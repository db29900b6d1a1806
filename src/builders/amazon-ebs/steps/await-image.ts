import type { Image } from '@aws-sdk/client-ec2';
import { EXPIRES_AT_TAG, ec2Tags, NEVER } from '../../../aws/tags.ts';
import { snapshotIdsOf } from '../../../aws/undo/image.ts';
import { orAborted, withDeadline } from '../../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { imageRef, type MadeImage } from '../made-image.ts';
import { type Bake, warn } from '../site.ts';

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
  const { region, id, name } = image;
  const { aws, context, scope } = bake;
  const progress = new SnapshotProgress(bake, region, id);
  try {
    const available = await aws.poller(region).image(
      id,
      (described) => {
        progress.follow(described);
        if (described?.State === 'available') return described;
        if (described?.State === undefined || described.State === 'pending') return undefined;
        throw failed(id, region, described);
      },
      { signal: context.signal },
    );
    return { region, id, name, snapshotIds: snapshotIdsOf(available), tags: available.Tags ?? [] };
  } catch (thrown) {
    const error = toBakeError(thrown);
    if (context.signal.aborted || image.isIntermediate || error.code === 'image-failed') throw thrown;
    scope.keep(imageRef(image), 'it may still be growing, although it can not be watched any more');
    await tagAsLasting(bake, image, progress.snapshotIds);
    throw stillGrowing(image, error);
  } finally {
    progress.end();
  }
}

/** A sweep would otherwise remove it one day. */
async function tagAsLasting(bake: Bake, { region, id }: ImageUnderWay, snapshotIds: readonly string[]): Promise<void> {
  const { aws, context } = bake;
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
    hint: `It was left as it is and may become available: look with \`aws ec2 describe-images --region ${region} --image-ids ${id}\`. ${error.hint ?? ''}`.trim(),
    cause: error,
  });
}

function failed(id: string, region: string, { State, StateReason }: Image): BakeError {
  const reason = StateReason?.Message;
  return new BakeError(`The AMI ${id} in ${region} is ${State}${reason === undefined ? '' : `: ${reason}`}`, {
    code: 'image-failed',
    category: 'cloud',
    hint: 'With encryption, check that the credentials may use the KMS key (kms:CreateGrant, kms:DescribeKey, kms:ReEncrypt*, kms:GenerateDataKey*, kms:Decrypt), and that its policy allows it in that region.',
  });
}

/** Tells how much of an image's snapshots is done. Only for people: whatever goes wrong here is passed over. */
class SnapshotProgress {
  readonly #bake: Bake;
  readonly #region: string;
  readonly #imageId: string;
  readonly #end = new AbortController();
  readonly #percent = new Map<string, number>();
  #told = -1;

  constructor(bake: Bake, region: string, imageId: string) {
    this.#bake = bake;
    this.#region = region;
    this.#imageId = imageId;
  }

  follow(image: Image | undefined): void {
    if (image?.State !== 'pending') return;
    for (const id of snapshotIdsOf(image)) {
      if (!this.#percent.has(id)) this.#watch(id);
    }
  }

  /** Those that were seen so far. */
  get snapshotIds(): readonly string[] {
    return [...this.#percent.keys()];
  }

  end(): void {
    this.#end.abort();
  }

  #watch(id: string): void {
    const { aws, context } = this.#bake;
    this.#percent.set(id, 0);
    aws
      .poller(this.#region)
      .snapshot(
        id,
        (snapshot) => {
          this.#percent.set(id, Number.parseInt(snapshot?.Progress || '0', 10) || 0);
          this.#tell();
          return snapshot?.State === 'completed' || snapshot?.State === 'error' ? true : undefined;
        },
        { signal: AbortSignal.any([context.signal, this.#end.signal]) },
      )
      .catch(() => undefined);
  }

  #tell(): void {
    const all = [...this.#percent.values()];
    const percent = Math.floor(all.reduce((sum, one) => sum + one, 0) / all.length);
    if (percent <= this.#told) return;
    this.#told = percent;
    const message = `${this.#imageId} in ${this.#region}: its snapshots are ${percent} % done`;
    this.#bake.context.emit({ type: 'progress', build: this.#bake.context.build, message, percent });
  }
}
