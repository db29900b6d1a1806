import { FINGERPRINT_TAG } from '../../aws/tags.ts';

/** What decided an image, one part of it. */
export interface ImageInput {
  /** `source-ami`, `instance_type`, `2.shell`, `2.files`, …: a name without spaces, the same in each run. */
  readonly name: string;
  /** For people, as the end of a sentence about what changed. */
  readonly label: string;
  /** 64 hexadecimal digits. */
  readonly digest: string;
}

const INPUTS_TAG = 'bake-ami:inputs';
/** EC2's limit for the value of a tag, in characters; and how many tags of the 50 it may take. */
const LONGEST_VALUE = 256;
const MOST_TAGS = 4;
/** 36 bits: enough to see that something changed, when both sides are written by us. */
const SHORT_DIGEST = 6;
/** At the end of a list that is too long. */
const AND_MORE = '+';

/** The tags of an image: its fingerprint, and beside it, in short, what went into that. */
export function fingerprintTags(id: string, inputs: readonly ImageInput[]): Readonly<Record<string, string>> {
  const lines: string[] = [''];
  for (const item of inputs.map(({ name, digest }) => `${name}:${short(digest)}`)) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? item : `${last} ${item}`;
    // The last tag keeps room for the sign that there is more.
    const room = LONGEST_VALUE - (lines.length === MOST_TAGS ? 2 : 0);
    if (longer.length <= room) lines[lines.length - 1] = longer;
    else if (lines.length < MOST_TAGS) lines.push(item);
    else {
      lines[lines.length - 1] = `${last} ${AND_MORE}`;
      break;
    }
  }
  const described = lines.map((line, index) => [index === 0 ? INPUTS_TAG : `${INPUTS_TAG}-${index + 1}`, line]);
  return { [FINGERPRINT_TAG]: id, ...Object.fromEntries(described) };
}

/** Labels of what an image with these tags was made with otherwise; undefined: the tags do not tell. */
export function changesSince(
  tags: Readonly<Record<string, string>>,
  id: string,
  inputs: readonly ImageInput[],
): readonly string[] | undefined {
  const before = writtenInputs(tags);
  if (before === undefined) return undefined;
  if (tags[FINGERPRINT_TAG] === id) return [];
  if (tags[FINGERPRINT_TAG]?.split('-')[0] !== id.split('-')[0]) return ['the way in which fingerprints are made'];
  const common = inputs.filter(({ name }) => before.digests.has(name));
  const changed = common.filter(({ name, digest }) => before.digests.get(name) !== short(digest));
  if (common.length > 1 && changed.length === common.length) {
    return ['all that counts, which most likely means that it was made with another fingerprint key'];
  }
  const names = new Set(inputs.map(({ name }) => name));
  const added = before.isComplete ? inputs.filter(({ name }) => !before.digests.has(name)) : [];
  const removed = [...before.digests.keys()].filter((name) => !names.has(name));
  const all = [
    ...changed.map(({ label }) => label),
    ...added.map(({ label }) => `${label} (new)`),
    ...removed.map((name) => `${labelOf(name, [])} (gone)`),
  ];
  return all.length > 0 ? all : ['something that its tags have no room for'];
}

interface WrittenInputs {
  readonly digests: ReadonlyMap<string, string>;
  readonly isComplete: boolean;
}

function writtenInputs(tags: Readonly<Record<string, string>>): WrittenInputs | undefined {
  const lines = Array.from(
    { length: MOST_TAGS },
    (_, index) => tags[index === 0 ? INPUTS_TAG : `${INPUTS_TAG}-${index + 1}`],
  );
  const items = lines.flatMap((line) => (line === undefined || line === '' ? [] : line.split(' ')));
  if (items.length === 0) return undefined;
  const digests = items.flatMap((item): (readonly [string, string])[] => {
    const [name, digest] = item.split(':');
    return name === undefined || digest === undefined ? [] : [[name, digest]];
  });
  return { digests: new Map(digests), isComplete: items.at(-1) !== AND_MORE };
}

/** `types` are those of the provisioners, in order. */
export function labelOf(name: string, types: readonly string[]): string {
  const [, number, what] = /^(\d+)\.(.+)$/.exec(name) ?? [];
  if (number === undefined || what === undefined) return `the option ${name}`;
  if (what !== 'files') return `provisioner ${number} (${what})`;
  const type = types[Number(number) - 1];
  return `files of provisioner ${number}${type === undefined ? '' : ` (${type})`}`;
}

function short(digest: string): string {
  return Buffer.from(digest, 'hex').toString('base64url').slice(0, SHORT_DIGEST);
}
