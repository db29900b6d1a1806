import type { TagSpecification } from '@aws-sdk/client-ec2';
import { awsCodeOf, isDenied, isNotFound } from '../../aws/errors.ts';
import { EXPIRES_AT_TAG, ec2Tags, NEVER, type Tags } from '../../aws/tags.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { type Bake, note, type Site } from './site.ts';

/**
 * Creates something with our tags. Where the credentials may not give it those (a policy may allow ec2:CreateTags for some
 * create calls or some keys only), it is made with the template's own tags, as Packer does, and that is said.
 *
 * @param what for people: `the security group`
 */
export async function withOwnership<T>(bake: Bake, what: string, create: (ownership: Tags) => Promise<T>): Promise<T> {
  try {
    return await create(bake.ownership);
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    let created: T;
    try {
      created = await create({});
    } catch (again) {
      // Denied all the same: it was not about the tags. Anything else may mean that it was made.
      throw isDenied(again) ? thrown : again;
    }
    note(
      bake,
      `${what} is not marked as ours, because ec2:CreateTags is not allowed for it: should this run be killed, a sweep does not find it`,
    );
    return created;
  }
}

/** Only with tags in it is a specification one that EC2 takes. */
export function specifications(...all: readonly TagSpecification[]): {
  readonly TagSpecifications?: TagSpecification[];
} {
  const TagSpecifications = all.filter(({ Tags = [] }) => Tags.length > 0);
  return TagSpecifications.length === 0 ? {} : { TagSpecifications };
}

const ANSWER_LIMIT_MS = 10_000;

/**
 * Whether the expiry that an image is made with can be taken off it when it is finished, by a dry run with the very tag.
 * Only then may it have one: a sweep would take a finished image for one that a killed run has left. What is not a clear
 * yes is a no.
 *
 * @param imageId any image: permissions may depend on the kind of resource
 */
export async function mayChangeExpiry({ aws, region, context }: Site, imageId: string): Promise<boolean> {
  try {
    await withDeadline(context.clock, ANSWER_LIMIT_MS, noAnswer, context.signal, (limited) =>
      aws.batches(region).tryToTag(imageId, ec2Tags({ [EXPIRES_AT_TAG]: NEVER }), limited),
    );
    return false;
  } catch (thrown) {
    // Permissions come first: whoever hears that there is no such image would have been allowed to.
    return awsCodeOf(thrown) === 'DryRunOperation' || isNotFound(thrown);
  }
}

function noAnswer(): Error {
  return new Error(`no answer within ${ANSWER_LIMIT_MS / 1_000} seconds`);
}

/** A bake whose images get no expiry: no sweep removes them, whatever becomes of this run. */
export function withoutExpiry(bake: Bake): Bake {
  const { [EXPIRES_AT_TAG]: _expiry, ...ownership } = bake.ownership;
  note(
    bake,
    'The AMI gets no expiry while it is made, because ec2:CreateTags does not allow to take it off again: should this run be killed, a sweep does not find it',
  );
  return { ...bake, ownership };
}
