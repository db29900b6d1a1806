import type { Image } from '@aws-sdk/client-ec2';
import { EXPIRES_AT_TAG, NEVER, RUN_TAG, tagValue } from '../../aws/tags.ts';
import { counted } from '../../kernel/counted.ts';
import { type Family, familyOf } from './family.ts';
import { momentOf } from './owned-images.ts';
import { DAY_MS, type RetentionPolicy } from './policy.ts';

/** An image of one region, and whether the policy alone lets it stay. */
export interface Judged {
  readonly image: Image;
  readonly id: string;
  /** Undefined: it is not known to belong to any. */
  readonly family: Family | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly madeAt: number | undefined;
  readonly verdict: 'stays' | 'too-old';
  /** A whole sentence without its full stop that begins with "it". */
  readonly why: string;
}

export interface Circumstances {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** The runs that may still be going, and until when at the most. */
  readonly alive: ReadonlyMap<string, number>;
  /** Only images of these families (`Family.key`); undefined: of all. */
  readonly families: ReadonlySet<string> | undefined;
}

/** Judges the images of one region by age and family; who uses one is another question. Newest first in each family. */
export function judge(
  images: readonly Image[],
  policy: RetentionPolicy,
  circumstances: Circumstances,
): readonly Judged[] {
  const families = new Map<string, Candidate[]>();
  const judged: Judged[] = [];
  for (const image of images) {
    const candidate = candidateOf(image, policy);
    const { family } = candidate;
    if (family === undefined) {
      if (circumstances.families === undefined) judged.push(stays(candidate, missingTag(image, policy.familyTags)));
      continue;
    }
    if (circumstances.families?.has(family.key) === false) continue;
    const members = families.get(family.key) ?? [];
    members.push(candidate);
    families.set(family.key, members);
  }
  for (const members of families.values()) judged.push(...judgeFamily(members, policy, circumstances));
  return judged;
}

type Candidate = Pick<Judged, 'image' | 'id' | 'family' | 'madeAt'>;

function candidateOf(image: Image, { familyTags }: RetentionPolicy): Candidate {
  return {
    image,
    id: image.ImageId ?? '',
    family: familyOf(image, familyTags),
    madeAt: momentOf(image.CreationDate),
  };
}

function stays(candidate: Candidate, why: string): Judged {
  return { ...candidate, verdict: 'stays', why };
}

function judgeFamily(members: readonly Candidate[], policy: RetentionPolicy, circumstances: Circumstances): Judged[] {
  // One that does not say when it was made counts as new.
  const newestFirst = members.toSorted(
    (one, other) =>
      (other.madeAt ?? Number.POSITIVE_INFINITY) - (one.madeAt ?? Number.POSITIVE_INFINITY) ||
      (one.id < other.id ? 1 : -1),
  );
  let rank = 0;
  return newestFirst.map((member) => {
    // Only what can be launched makes up for what goes.
    const counts = member.image.State === 'available' && unfinished(member.image) === undefined;
    if (counts) rank += 1;
    const why = reasonToStay(member, { counts, rank }, policy, circumstances);
    return why === undefined ? { ...member, verdict: 'too-old', why: tooOld(policy) } : stays(member, why);
  });
}

function tooOld({ keepLast, keepDays }: RetentionPolicy): string {
  const days = keepDays === 0 ? '' : `, and it is more than ${counted(keepDays, 'day')} old`;
  return `there ${keepLast === 1 ? 'is a newer one' : `are ${keepLast} newer ones`} of its family${days}`;
}

function reasonToStay(
  { image, madeAt }: Candidate,
  /** How many of its family can be launched, down to it; and whether it is one of them. */
  { counts, rank }: { readonly counts: boolean; readonly rank: number },
  { keepLast, keepDays, keepTag }: RetentionPolicy,
  { now, alive }: Circumstances,
): string | undefined {
  const { State, Tags, DeregistrationProtection, LastLaunchedTime } = image;
  if (State !== 'available' && State !== 'disabled') return `its state is ${State}`;
  const expiry = unfinished(image);
  if (expiry !== undefined) return expiry;
  if (counts && rank === 1) return 'it is the newest one of its family';
  if (counts && rank <= keepLast) return `it is one of the newest ${keepLast} of its family`;
  if (rank < keepLast) return `only ${counted(rank, 'newer one')} of its family can be launched`;
  if (tagValue(Tags, keepTag) !== undefined) return `it has the tag ${keepTag}`;
  if (DeregistrationProtection !== undefined && DeregistrationProtection !== 'disabled') {
    return `it is protected from deregistration (${DeregistrationProtection})`;
  }
  const until = alive.get(tagValue(Tags, RUN_TAG) ?? '');
  if (until !== undefined) return `its run may still be going on, until ${new Date(until).toISOString()}`;
  if (madeAt === undefined) return 'it is not known when it was made';
  if (keepDays === 0) return undefined;
  if (now - madeAt < keepDays * DAY_MS) return `it was made less than ${counted(keepDays, 'day')} ago`;
  const launchedAt = momentOf(LastLaunchedTime);
  if (launchedAt !== undefined && now - launchedAt < keepDays * DAY_MS) {
    return `it was launched less than ${counted(keepDays, 'day')} ago`;
  }
  return undefined;
}

/** Whose business it is while it still has an expiry; undefined: it is finished, or not of ours. */
function unfinished({ Tags }: Image): string | undefined {
  const expiresAt = tagValue(Tags, EXPIRES_AT_TAG);
  if (expiresAt === undefined || expiresAt === NEVER) return undefined;
  return `its tag ${EXPIRES_AT_TAG} is "${expiresAt}": it is not finished, and a sweep's business`;
}

function missingTag({ Tags }: Image, familyTags: readonly string[]): string {
  const missing = familyTags.find((key) => tagValue(Tags, key) === undefined) ?? '';
  return `it has no tag ${missing}, so its family is not known`;
}
