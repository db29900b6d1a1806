import { CloudError } from './protocol/cloud-error.ts';
import { listOf, required, structure, text } from './protocol/parameters.ts';
import type { Xml } from './protocol/xml.ts';

/** One tag of a request. */
export const tag = structure({ Key: required(text), Value: text });
export const tagList = listOf(tag);

/** `TagSpecification.N`, with which create calls tag what they create. */
export const tagSpecificationList = listOf(structure({ ResourceType: required(text), Tag: tagList }));

interface TagInput {
  readonly Key: string;
  readonly Value: string | undefined;
}

export interface TagSpecificationInput {
  readonly ResourceType: string;
  readonly Tag: readonly TagInput[];
}

/** The limits of the EC2 User Guide, "Tag restrictions". */
const MAXIMUM_TAGS = 50;
const MAXIMUM_KEY_LENGTH = 128;
const MAXIMUM_VALUE_LENGTH = 256;

/** The tags for each type of resource that a create call may tag; other types are refused. */
export function specifiedTags<T extends string>(
  specifications: readonly TagSpecificationInput[],
  ...allowed: readonly T[]
): Record<T, Map<string, string>> {
  // Object.fromEntries can't express that its keys are exactly `allowed`.
  const tags = Object.fromEntries(allowed.map((type) => [type, new Map()])) as Record<T, Map<string, string>>;
  const seen = new Set<string>();
  for (const specification of specifications) {
    const type = allowed.find((candidate) => candidate === specification.ResourceType);
    if (type === undefined) {
      throw new CloudError(
        'InvalidParameterValue',
        `'${specification.ResourceType}' is not a valid taggable resource type for this operation.`,
      );
    }
    if (seen.has(type)) {
      throw new CloudError('InvalidParameterValue', `Tag specification resource type '${type}' is given twice.`);
    }
    seen.add(type);
    if (specification.Tag.length === 0) {
      throw new CloudError('InvalidParameterValue', 'Tag specification must have at least one tag');
    }
    addTags(tags[type], specification.Tag);
  }
  return tags;
}

/** Adds or overwrites tags, within EC2's rules; nothing is changed when one of them is refused. */
export function addTags(target: Map<string, string>, tags: readonly TagInput[]): void {
  const keys = new Set<string>();
  for (const { Key: key, Value: value } of tags) {
    checkTag(key, value ?? '');
    if (keys.has(key)) throw new CloudError('InvalidParameterValue', `Duplicate tag key '${key}' specified.`);
    keys.add(key);
  }
  const total = new Set([...target.keys(), ...keys]).size;
  if (total > MAXIMUM_TAGS) {
    throw new CloudError(
      'TagLimitExceeded',
      `The maximum number of Tags for a resource has been reached (${MAXIMUM_TAGS}).`,
    );
  }
  for (const { Key: key, Value: value } of tags) target.set(key, value ?? '');
}

function checkTag(key: string, value: string): void {
  if (key === '') throw new CloudError('InvalidParameterValue', 'Tag key cannot be empty');
  if (/^aws:/i.test(key)) {
    throw new CloudError('InvalidParameterValue', `Tag keys starting with 'aws:' are reserved for internal use`);
  }
  if (key.length > MAXIMUM_KEY_LENGTH) {
    throw new CloudError(
      'InvalidParameterValue',
      `Tag key exceeds the maximum length of ${MAXIMUM_KEY_LENGTH} characters`,
    );
  }
  if (value.length > MAXIMUM_VALUE_LENGTH) {
    throw new CloudError(
      'InvalidParameterValue',
      `Tag value exceeds the maximum length of ${MAXIMUM_VALUE_LENGTH} characters`,
    );
  }
}

/** A `tagSet`. */
export function tagSet(tags: ReadonlyMap<string, string>): Xml {
  return [...tags].map(([key, value]) => ({ key, value }));
}
