import type { Filter, Image, Instance } from '@aws-sdk/client-ec2';
import { toBakeError } from '../../kernel/errors.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import { allPages } from '../all-pages.ts';
import type { Ec2Api } from '../api.ts';
import { snapshotIdsOf } from '../undo/image.ts';
import { chunks, type TaggedResource, VALUES_PER_FILTER } from './find.ts';

/** What is the matter with resources that are about to be removed, by their ids. */
export interface Inspection {
  /** Tags outlive what they are on for a while: these exist no longer, or are going away. */
  readonly gone: ReadonlySet<string>;
  /** Why something must stay, as the end of a sentence that begins with "it stays, because". */
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * Looks at resources of one region before they are removed. Whatever somebody uses stays, and so does an image about
 * which that can't be found out: a sweep that is wrong about an image takes machines away from somebody.
 *
 * @param alsoGoing what somebody else is about to remove: it does not count as a user
 */
export async function inspect(
  ec2: Ec2Api,
  candidates: readonly TaggedResource[],
  signal: AbortSignal,
  alsoGoing: readonly ResourceRef[] = [],
): Promise<Inspection> {
  const inspection = { gone: new Set<string>(), reasons: new Map<string, string>() };
  const theirs = candidates.map(({ resource }) => resource);
  const ids = (kind: string, resources: readonly ResourceRef[] = theirs): string[] =>
    resources.filter(({ id, kind: each }) => each === kind && !inspection.reasons.has(id)).map(({ id }) => id);
  // One kind after the other: whether a snapshot is used depends on what becomes of the image.
  const going = (kind: string): string[] => ids(kind, [...theirs, ...alsoGoing]);
  for (const [kind, look] of Object.entries(LOOKS)) {
    const ofKind = ids(kind);
    if (ofKind.length === 0) continue;
    try {
      await look(ec2, ofKind, going, inspection, signal);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      const why = `it could not be looked at: ${toBakeError(thrown).message}`;
      for (const id of ofKind) inspection.reasons.set(id, why);
    }
  }
  return inspection;
}

type Look = (
  ec2: Ec2Api,
  ids: readonly string[],
  /** The ids of a kind that are to go, as far as is known yet. */
  candidates: (kind: string) => readonly string[],
  inspection: { readonly gone: Set<string>; readonly reasons: Map<string, string> },
  signal: AbortSignal,
) => Promise<void>;

const LOOKS: Readonly<Record<string, Look>> = {
  async instance(ec2, ids, _candidates, { gone }, signal) {
    const instances = await instancesBy(ec2, 'instance-id', ids, signal);
    const there = new Set(instances.filter((instance) => !isEnding(instance)).map(({ InstanceId }) => InstanceId));
    for (const id of ids) if (!there.has(id)) gone.add(id);
  },

  async volume(ec2, ids, candidates, { gone, reasons }, signal) {
    const going = new Set(candidates('instance'));
    const seen = new Set<string>();
    for (const { VolumeId = '', Attachments = [] } of await volumesBy(ec2, 'volume-id', ids, signal)) {
      seen.add(VolumeId);
      const user = Attachments.find(({ InstanceId }) => !going.has(InstanceId ?? ''))?.InstanceId;
      if (user !== undefined) reasons.set(VolumeId, `it is attached to ${user}`);
    }
    for (const id of ids) if (!seen.has(id)) gone.add(id);
  },

  async image(ec2, ids, candidates, { gone, reasons }, signal) {
    const going = new Set(candidates('instance'));
    const images = await imagesBy(ec2, 'image-id', ids, signal);
    for (const image of images) {
      const why = await userOf(ec2, image, going, signal);
      if (why !== undefined) reasons.set(image.ImageId ?? '', why);
    }
    const seen = new Set(images.map(({ ImageId }) => ImageId));
    for (const id of ids) if (!seen.has(id)) gone.add(id);
  },

  async snapshot(ec2, ids, candidates, { reasons }, signal) {
    const going = new Set(candidates('image'));
    for (const image of await imagesBy(ec2, 'block-device-mapping.snapshot-id', ids, signal)) {
      if (going.has(image.ImageId ?? '')) continue;
      for (const id of snapshotIdsOf(image)) if (ids.includes(id)) reasons.set(id, `${image.ImageId} is made of it`);
    }
  },
};

/** Who uses an image; undefined: nobody, as far as EC2 tells its owner. */
async function userOf(
  ec2: Ec2Api,
  { ImageId = '', LastLaunchedTime, Public, State }: Image,
  going: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (State !== 'available') return undefined;
  if (Public === true) return 'the image is public';
  if (LastLaunchedTime !== undefined) return `the image was launched at ${LastLaunchedTime}`;
  const [{ LaunchPermissions = [] }, launched] = await Promise.all([
    ec2.describeImageAttribute({ ImageId, Attribute: 'launchPermission' }, signal),
    instancesBy(ec2, 'image-id', [ImageId], signal),
  ]);
  if (LaunchPermissions.length > 0) return 'the image is shared';
  const user = launched.find((instance) => !isEnding(instance) && !going.has(instance.InstanceId ?? ''));
  return user === undefined ? undefined : `${user.InstanceId} was launched from the image`;
}

function isEnding({ State }: Instance): boolean {
  return State?.Name === 'terminated' || State?.Name === 'shutting-down';
}

async function instancesBy(ec2: Ec2Api, Name: string, values: readonly string[], signal: AbortSignal) {
  const pages = await eachFilter(Name, values, (Filters, NextToken) =>
    ec2.describeInstances({ Filters, NextToken }, signal),
  );
  return pages.flatMap(({ Reservations = [] }) => Reservations).flatMap(({ Instances = [] }) => Instances);
}

async function imagesBy(ec2: Ec2Api, Name: string, values: readonly string[], signal: AbortSignal) {
  const pages = await eachFilter(Name, values, (Filters, NextToken) =>
    ec2.describeImages({ Owners: ['self'], Filters, NextToken }, signal),
  );
  return pages.flatMap(({ Images = [] }) => Images);
}

async function volumesBy(ec2: Ec2Api, Name: string, values: readonly string[], signal: AbortSignal) {
  const pages = await eachFilter(Name, values, (Filters, NextToken) =>
    ec2.describeVolumes({ Filters, NextToken }, signal),
  );
  return pages.flatMap(({ Volumes = [] }) => Volumes);
}

/** All pages, for as many values as there are. By a filter, since an id of something that is gone would be an error. */
async function eachFilter<O extends { readonly NextToken?: string | undefined }>(
  Name: string,
  values: readonly string[],
  call: (filters: Filter[], token: string | undefined) => Promise<O>,
): Promise<O[]> {
  const pages: O[] = [];
  for (const Values of chunks(values, VALUES_PER_FILTER)) {
    pages.push(...(await allPages((token) => call([{ Name, Values }], token))));
  }
  return pages;
}
