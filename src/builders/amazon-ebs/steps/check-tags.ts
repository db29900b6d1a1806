import { MOST_TAGS, type Tags } from '../../../aws/tags.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { isSpot } from '../../amazon/validation/spot.ts';
import { NAME } from '../launch/common-input.ts';
import { type Site, warn } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';

/** EC2's limits, in characters (EC2 User Guide, "Tag your Amazon EC2 resources"). */
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const SHOWN = 40;

/** Tags that EC2 refuses, and those that are left out, are told now: the image's would be refused only after all of the work. */
export function checkTags(site: Site, { run, volume, image, snapshot, spot, fleet, leftOut }: TemplateTags): void {
  const { options } = site;
  if (leftOut.length > 0) {
    const them = leftOut.length === 1 ? 'the tag' : 'the tags';
    warn(site, `Not taken from the template: ${them} ${leftOut.join(', ')}, by which bake-ami judges what it finds`);
  }
  const groups: Readonly<Record<string, Tags>> = {
    run_tags: { ...NAME, ...run },
    run_volume_tags: volume,
    ...(!options.skip_create_ami && {
      'tags (with run_tags)': image,
      'snapshot_tags (with tags and run_tags)': snapshot,
    }),
    ...(isSpot(options) && { spot_tags: spot, fleet_tags: fleet }),
  };
  const single = new Set(
    Object.values(groups).flatMap((tags) => Object.entries(tags).flatMap(([key, value]) => problemWith(key, value))),
  );
  const many = Object.entries(groups).flatMap(([option, tags]) => {
    const { length } = Object.keys(tags);
    return length > MOST_TAGS ? [`${option} come to ${length} tags, and a resource may have ${MOST_TAGS}`] : [];
  });
  const problems = [...single, ...many];
  if (problems.length === 0) return;
  throw new BakeError(`EC2 takes no such tags: ${problems.join('; ')}`, {
    code: 'tags-refused',
    category: 'template',
    hint: `A key has 1 to ${LONGEST_KEY} characters and does not begin with "aws:", a value has at most ${LONGEST_VALUE}.`,
  });
}

function problemWith(key: string, value: string): readonly string[] {
  const [ofKey, ofValue] = [Array.from(key).length, Array.from(value).length];
  return [
    ...(ofKey === 0 ? ['a key is empty'] : []),
    ...(/^aws:/i.test(key) ? [`the key "${shown(key)}" begins with "aws:", which is kept for AWS`] : []),
    ...(ofKey > LONGEST_KEY ? [`the key "${shown(key)}" has ${ofKey} characters`] : []),
    ...(ofValue > LONGEST_VALUE ? [`the value of "${shown(key)}" has ${ofValue} characters`] : []),
  ];
}

function shown(text: string): string {
  const characters = Array.from(text);
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text;
}
