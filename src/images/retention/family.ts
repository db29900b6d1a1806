import type { Image } from '@aws-sdk/client-ec2';
import { BUILD_TAG, tagValue } from '../../aws/tags.ts';

/** Images that follow each other: only among them is one newer than another. */
export interface Family {
  /** The same for all images of a family, and for no others. */
  readonly key: string;
  /** For people. */
  readonly label: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** A date, perhaps with a time, as `isotime` and `formatdate` write it once `clean_resource_name` has been over it. */
const DATE =
  /(?<![0-9A-Za-z])(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])(?:[-_. T]?[0-2]\d[-_.: ]?[0-5]\d(?:[-_.: ]?[0-5]\d)?)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?(?![0-9A-Za-z])/g;
/** Seconds since 1970, and the like. */
const LONG_NUMBER = /(?<![0-9A-Za-z])\d{9,}(?![0-9A-Za-z])/g;
/** The hash of a commit, also a short one. */
const HASH = /(?<![0-9A-Za-z])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![0-9A-Za-z])/g;

/**
 * The name of an image without what differs from bake to bake: times, hashes, UUIDs. Shorter numbers stay: `22.04` and
 * `24.04`, or a stage with a number, are not the same image at another time, and nobody can tell them from a run number.
 */
export function nameStem(name: string): string {
  return name.replace(UUID, '*').replace(DATE, '*').replace(LONG_NUMBER, '*').replace(HASH, '*');
}

/**
 * The family of an image; undefined: it lacks one of the tags that name it. Images of different architectures are never of
 * one family, whatever their tags say. Two templates may name a build alike, so the name of the image counts as well.
 */
export function familyOf({ Name = '', Architecture, Tags }: Image, familyTags: readonly string[]): Family | undefined {
  if (familyTags.length === 0) {
    const [build, stem] = [tagValue(Tags, BUILD_TAG) ?? '', nameStem(Name)];
    return family([build, stem], Architecture ?? '');
  }
  const values = familyTags.map((key) => ({ key, value: tagValue(Tags, key) }));
  if (values.some(({ value }) => value === undefined)) return undefined;
  const parts = values.map(({ key, value = '' }) => `${key}=${value}`);
  return family(parts, Architecture ?? '');
}

function family(parts: readonly string[], architecture: string): Family {
  const shown = parts.filter((part) => part !== '').join(' ');
  return {
    key: JSON.stringify([...parts, architecture]),
    label: architecture === '' ? shown : `${shown} (${architecture})`,
  };
}
