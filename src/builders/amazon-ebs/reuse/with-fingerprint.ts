import { crowdedOut, FINGERPRINT_TAG, MOST_TAGS } from '../../../aws/tags.ts';
import type { Fingerprint } from '../../../engine/ports.ts';
import { type Bake, note } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';

/** What a prune adds: to an image when it was disabled, to a snapshot whose it was. */
const TO_PRUNE = 1;

/**
 * A bake whose images and snapshots carry a fingerprint, as far as the template's own tags leave room: what tells of its
 * parts can be left out, and the rest too. Where there is not even room for what marks it as ours, that gives way as well.
 */
export function withFingerprint(bake: Bake, { snapshot }: TemplateTags, fingerprint: Fingerprint | undefined): Bake {
  // The tag that says that it is verified.
  const later = bake.dependencies.verification === undefined ? 0 : 1;
  if (fingerprint === undefined) return withRoom(bake, snapshot, MOST_TAGS - later);
  const { id, tags } = fingerprint;
  // A snapshot has all the tags of its image.
  const withTags = (more: Readonly<Record<string, string>>): Bake['ownership'] => ({ ...bake.ownership, ...more });
  const fits = (ownership: Bake['ownership']): boolean =>
    Object.keys({ ...snapshot, ...ownership }).length + later + TO_PRUNE <= MOST_TAGS;
  const choices = [withTags(tags), withTags({ [FINGERPRINT_TAG]: id })];
  const ownership = choices.find(fits);
  if (ownership !== undefined) return { ...bake, ownership };
  note(bake, `The AMI has no fingerprint, because the template has too many tags: EC2 takes ${MOST_TAGS}`);
  return withRoom(bake, snapshot, MOST_TAGS - later);
}

function withRoom(bake: Bake, template: TemplateTags['snapshot'], most: number): Bake {
  const without = crowdedOut({ ...template, ...bake.ownership }, most);
  if (without.size === 0) return bake;
  const ownership = Object.fromEntries(Object.entries(bake.ownership).filter(([key]) => !without.has(key)));
  return { ...bake, ownership };
}

/** For what must not be found as an image of that fingerprint. */
export function withoutFingerprint(bake: Bake): Bake {
  const { [FINGERPRINT_TAG]: _fingerprint, ...others } = bake.ownership;
  const ownership = Object.fromEntries(Object.entries(others).filter(([key]) => !key.startsWith('bake-ami:inputs')));
  return { ...bake, ownership };
}
