import type { Image } from '@aws-sdk/client-ec2';
import { BUILD_TAG, EXPIRES_AT_TAG, FINGERPRINT_TAG, NEVER, tagMap, tagValue } from '../../../aws/tags.ts';
import type { Fingerprint } from '../../../engine/ports.ts';
import { toBakeError } from '../../../kernel/errors.ts';
import type { PreviousImage } from '../../../kernel/events.ts';
import type { Beginnings } from '../beginnings.ts';
import { type MadeImage, madeImage } from '../made-image.ts';
import { targetRegions } from '../regions.ts';
import { note, type Site, warn } from '../site.ts';
import type { SourceImage } from '../steps/find-source-image.ts';

/** Images that need not be made again. */
export interface Existing {
  /** At least one; the build's own region comes first. */
  readonly images: readonly MadeImage[];
  /** Regions that should have one and have not. */
  readonly missing: readonly string[];
  readonly fingerprint: Fingerprint;
  readonly source: SourceImage;
  readonly accountId: string | undefined;
}

/** What a look for images to reuse came to. */
export interface Look {
  /** Undefined: the image has to be made. */
  readonly existing: Existing | undefined;
  /** The last image of this build, where there is none to reuse, and what is different now. */
  readonly previous: PreviousImage | undefined;
}

const NOTHING: Look = { existing: undefined, previous: undefined };

/**
 * Looks for finished images of this account that were made of the very same, where reuse is asked for. Where there are
 * none, the log says why. What goes wrong here is for the checks before the bake to say.
 */
export async function findExisting(site: Site, beginnings: Beginnings): Promise<Look> {
  const { context, options } = site;
  if (context.reuse.mode === 'never' || options.skip_create_ami) return NOTHING;
  return context.step('reuse', 'Looking for an AMI that was made of the very same', async () => {
    const fingerprint = await beginnings.fingerprint;
    if (fingerprint === undefined) return NOTHING;
    try {
      const existing = await look(site, beginnings, fingerprint);
      return { existing, previous: existing === undefined ? await sayWhy(site, fingerprint) : undefined };
    } catch (thrown) {
      if (context.signal.aborted) throw thrown;
      warn(
        site,
        `Whether there is an AMI to reuse could not be found out, so it is made: ${toBakeError(thrown).message}`,
      );
      return NOTHING;
    }
  });
}

async function look(
  site: Site,
  { accountId, source }: Beginnings,
  fingerprint: Fingerprint,
): Promise<Existing | undefined> {
  const { aws, context } = site;
  const targets = targetRegions(site);
  const found = await Promise.all(
    targets.map(async (region) => {
      const tagged = await aws.batches(region).ownImagesTagged(FINGERPRINT_TAG, fingerprint.id, context.signal);
      const [newest] = newestFirst(tagged.filter((image) => obstacle(site, image) === undefined));
      return newest && madeImage(region, newest);
    }),
  );
  const images = found.filter((image) => image !== undefined);
  if (images.length === 0) return undefined;
  const missing = targets.filter((_, index) => found[index] === undefined);
  return { images, missing, fingerprint, source: await source, accountId: await accountId };
}

function newestFirst(images: readonly Image[]): readonly Image[] {
  return images.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''));
}

/** Why an image must not be used although it has the fingerprint; undefined: it may be. */
function obstacle({ context }: Site, { State, Tags, DeprecationTime }: Image): string | undefined {
  if (State !== 'available') return `it is ${State ?? 'in no known state'}`;
  // The last thing that a run does with an image is to say that it may stay.
  const expires = tagValue(Tags, EXPIRES_AT_TAG);
  if (expires !== undefined && expires !== NEVER) return 'the run that made it has not finished it';
  const deprecated = Date.parse(DeprecationTime ?? '');
  if (deprecated <= context.clock.now()) return `it is deprecated since ${DeprecationTime}`;
  const lacking = context.reuse.requiredTags.find((key) => tagValue(Tags, key) === undefined);
  return lacking === undefined ? undefined : `it has no tag ${lacking}`;
}

/** What is different about the last image of this build. */
async function sayWhy(site: Site, fingerprint: Fingerprint): Promise<PreviousImage | undefined> {
  const { aws, context, region } = site;
  const images = await aws.batches(region).ownImagesTagged(BUILD_TAG, context.build, context.signal);
  const [last] = newestFirst(images.filter(({ State }) => State !== 'failed'));
  const changes = last && fingerprint.changesSince(tagMap(last.Tags));
  note(site, `${reason(site, last, changes)} A new one has to be made, with the fingerprint ${fingerprint.id}`);
  return last?.ImageId === undefined || changes === undefined
    ? undefined
    : { id: last.ImageId, changes: changes.map(sentence) };
}

function sentence(change: string): string {
  const [, what, state] = /^(.*) \((new|gone)\)$/.exec(change) ?? [];
  return state === undefined ? `${change} changed` : `${what} is ${state}`;
}

function reason(site: Site, last: Image | undefined, changes: readonly string[] | undefined): string {
  if (last === undefined) return `There is no AMI of the build ${site.context.build} in ${site.region} yet.`;
  const { ImageId, Name, CreationDate } = last;
  const what = `${ImageId} (${Name}, ${CreationDate})`;
  if (changes === undefined) return `The last AMI of this build, ${what}, does not say what it was made of.`;
  if (changes.length === 0) {
    const why = obstacle(site, last) ?? 'it is not where it has to be';
    return `${what} was made of the very same, and can not be reused: ${why}.`;
  }
  return `Since ${what} was made, this changed: ${changes.join(', ')}.`;
}
