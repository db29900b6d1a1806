import { accessSettings } from '../../../aws/access-settings.ts';
import { wayInOf } from '../../../aws/settings.ts';
import { type Tags, tagMap, tagValue } from '../../../aws/tags.ts';
import type { Artifact } from '../../../engine/ports.ts';
import type { ResourceScope } from '../../../engine/resource-scope.ts';
import type { ImageMaker } from '../../../kernel/events.ts';
import { amiArtifact } from '../artifact.ts';
import { planFastLaunch } from '../fast-launch/plan.ts';
import type { MadeImage } from '../made-image.ts';
import { copyMissing } from '../make-images.ts';
import { mayChangeExpiry, withoutExpiry } from '../ownership.ts';
import { targetRegions } from '../regions.ts';
import { type Bake, note, ownershipTags, type Site } from '../site.ts';
import { optionData, sourceData } from '../template-data.ts';
import { templateTags } from '../template-tags.ts';
import type { Existing } from './existing.ts';
import { withFingerprint } from './with-fingerprint.ts';

/** Hands on images that are there; where a region lacks one, because an earlier run failed there, it is copied first. */
export async function reuse(site: Site, existing: Existing, scope: ResourceScope): Promise<Artifact> {
  const { images, missing, fingerprint } = existing;
  const what = images.map(({ id, region, name }) => `${id} in ${region} (${name})`).join(', ');
  note(site, `Reused, because nothing changed that decides the image: ${what}${described(makerOf(images))}`);
  note(site, `Its fingerprint is ${fingerprint.id}`);
  // For those who look at them with the same credentials afterwards.
  for (const { region, name } of images) site.dependencies.connections.remember('image', region, name, site.aws);
  const copies = missing.length === 0 ? [] : await complete(site, existing, scope);
  return artifactOf(site, existing, [...images, ...copies], copies.length === 0);
}

/** The images that are there, where no region lacks one. */
export function whole(site: Site, existing: Existing): Artifact | undefined {
  return existing.missing.length > 0 ? undefined : artifactOf(site, existing, existing.images, true);
}

function artifactOf(
  site: Site,
  { fingerprint, source }: Existing,
  images: readonly MadeImage[],
  isReused: boolean,
): Artifact {
  const madeBy = isReused ? makerOf(images) : undefined;
  const story = { source, fingerprint: fingerprint.id, isReused, previous: undefined, madeBy };
  // There is no instance.
  return amiArtifact(site, images, story, { ...sourceData(source, site.region), ID: '' });
}

/** Who made it, as its tags tell; undefined: they do not. */
function makerOf([image]: readonly MadeImage[]): ImageMaker | undefined {
  const commit = tagValue(image?.tags, 'bake-ami:commit');
  const url = tagValue(image?.tags, 'bake-ami:run-url');
  // Whoever may tag images may write anything there.
  const runUrl = url !== undefined && /^https?:\/\/[\w.:/-]+$/.test(url) ? url : undefined;
  if (commit === undefined && runUrl === undefined) return undefined;
  return { ...(commit !== undefined && { commit }), ...(runUrl !== undefined && { runUrl }) };
}

function described({ commit, runUrl }: ImageMaker = {}): string {
  const parts = [
    ...(commit === undefined ? [] : [`of commit ${commit}`]),
    ...(runUrl === undefined ? [] : [`by ${runUrl}`]),
  ];
  return parts.length === 0 ? '' : `, made ${parts.join(' ')}`;
}

async function complete(site: Site, existing: Existing, scope: ResourceScope): Promise<readonly MadeImage[]> {
  const { images, missing, fingerprint, source, accountId } = existing;
  const { context, options, region } = site;
  const [from] = images;
  if (from === undefined) return [];
  note(site, `Only what is missing is made: copies in ${missing.join(', ')}`);
  scope.account(accountId, wayInOf({ ...accessSettings(options), region }), [
    ...new Set([region, ...targetRegions(site)]),
  ]);
  const data = optionData(source, region);
  const { own, theirs } = divided(tagMap(from.tags));
  // What tells of the making of the image is true of its copies.
  const ownership = { ...own, ...ownershipTags(site, source.ImageId), ...originOf(own) };
  const rendered = templateTags(options, context.render, data);
  const tags = { ...rendered, image: theirs, snapshot: { ...rendered.snapshot, ...theirs } };
  const [fastLaunch, mayExpire] = await Promise.all([planFastLaunch(site, source), mayChangeExpiry(site, from.id)]);
  const work: Bake = { ...site, scope, ownership, data };
  const makes = withFingerprint(mayExpire ? work : withoutExpiry(work), tags, fingerprint);
  const description = options.ami_description && context.render(options.ami_description, data);
  const story = { source, fingerprint: fingerprint.id, isReused: false, previous: undefined };
  return copyMissing(makes, images, missing, { name: from.name, description, tags, fastLaunch, story });
}

const OURS = 'bake-ami:';

/** Our tags of an image, and those of its template. */
function divided(tags: Tags): { readonly own: Tags; readonly theirs: Tags } {
  const pick = (isOurs: boolean): Tags =>
    Object.fromEntries(
      Object.entries(tags).filter(([key]) => key.startsWith(OURS) === isOurs && !key.startsWith('aws:')),
    );
  return { own: pick(true), theirs: pick(false) };
}

function originOf(own: Tags): Tags {
  return Object.fromEntries(Object.entries(own).filter(([key]) => /^bake-ami:(commit|run-url|source-ami)$/.test(key)));
}
