import { crowdedOut, EXPIRES_AT_TAG, MOST_TAGS, RUN_TAG } from '../../aws/tags.ts';
import { NAME } from './launch/common-input.ts';
import { type Bake, note } from './site.ts';
import type { TemplateTags } from './template-tags.ts';

/** Says which of our tags are left out because the template's own take their room: a template that works must not fail by ours. */
export function tellCrowdedOut(bake: Bake, { run, volume, snapshot, spot, fleet }: TemplateTags): void {
  const { ownership } = bake;
  const without = new Set(
    [{ ...NAME, ...run }, volume, snapshot, spot, fleet].flatMap((tags) => [...crowdedOut({ ...tags, ...ownership })]),
  );
  if (without.size === 0) return;
  const isMissed = without.has(RUN_TAG) || without.has(EXPIRES_AT_TAG);
  const consequence = isMissed ? ': should this run be killed, a sweep does not find everything' : '';
  note(
    bake,
    `The template has so many tags that not all of ours have room, since EC2 takes ${MOST_TAGS}: ${[...without].sort().join(', ')} are left out where that is so${consequence}`,
  );
}
