import type { Image } from '@aws-sdk/client-ec2';
import { MOST_TAGS, tagValue } from '../../aws/tags.ts';
import { momentOf } from './owned-images.ts';
import { DAY_MS, type RetentionPolicy, type Step } from './policy.ts';

/** When we disabled an image (ISO 8601): EC2 does not remember. */
export const DISABLED_AT_TAG = 'bake-ami:disabled-at';

/** What becomes next of an image that is too old. */
export type Next =
  | { readonly step: Step; readonly why: string }
  /** Nothing for now, or for ever. */
  | { readonly step: undefined; readonly why: string };

/**
 * With days of grace an image goes step by step: deprecated (nobody finds it by searching, whoever knows it can launch it),
 * disabled (nobody can launch it, and it can be enabled again), deregistered. Without, it takes the last step at once.
 */
export function nextStep(image: Image, { mode, graceDays }: RetentionPolicy, now: number): Next {
  const deprecatedAt = momentOf(image.DeprecationTime);
  const isDeprecated = deprecatedAt !== undefined && deprecatedAt <= now;
  const isDisabled = image.State === 'disabled';
  if (graceDays === 0) {
    if (mode === 'deregister') return { step: 'deregister', why: '' };
    if (mode === 'disable') return isDisabled ? done('disabled') : { step: 'disable', why: '' };
    return isDeprecated || isDisabled ? done(isDisabled ? 'disabled' : 'deprecated') : { step: 'deprecate', why: '' };
  }
  if (!isDeprecated && !isDisabled) return { step: 'deprecate', why: '' };
  if (mode === 'deprecate') return done(isDisabled ? 'disabled' : 'deprecated');
  if (!isDisabled) return after(deprecatedAt ?? now, 'deprecated', 'disable', graceDays, now);
  if (mode === 'disable') return done('disabled');
  const disabledAt = momentOf(tagValue(image.Tags, DISABLED_AT_TAG));
  // There was no room to write down when: at the earliest, that was when the days after its deprecation were over.
  if (disabledAt === undefined && deprecatedAt !== undefined && (image.Tags ?? []).length >= MOST_TAGS) {
    return after(deprecatedAt + graceDays * DAY_MS, 'disabled', 'deregister', graceDays, now);
  }
  // Somebody else has disabled it: its days count from now on.
  if (disabledAt === undefined) return { step: 'disable', why: ', disabled by somebody, since when is not known' };
  return after(disabledAt, 'disabled', 'deregister', graceDays, now);
}

function done(state: string): Next {
  return { step: undefined, why: `it is ${state}, which is as far as mode lets it go` };
}

function after(since: number, state: string, step: Step, graceDays: number, now: number): Next {
  const due = since + graceDays * DAY_MS;
  const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
  return now >= due
    ? { step, why: `, ${state} since ${day(since)}` }
    : { step: undefined, why: `it is ${state} since ${day(since)}, and grace-days let it be until ${day(due)}` };
}
