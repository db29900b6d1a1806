import { awsCodeOf, isNotFound, isUnknownProfile } from '../../../aws/errors.ts';

/** What was made just now may not be visible to a launch yet; so many more tries are worth it. */
const VISIBLE_AFTER_TRIES = 8;
/** IAM tells EC2 of a new instance profile in its own time: usually within ten seconds, at times in a minute. */
const KNOWN_AFTER_TRIES = 16;

/** Whether a launch that was refused may work a little later, because EC2 does not know all that it names yet. */
export function isNotVisibleYet(thrown: unknown, attempt: number): boolean {
  if (isUnknownProfile(thrown)) return attempt <= KNOWN_AFTER_TRIES;
  return attempt <= VISIBLE_AFTER_TRIES && isNotFound(thrown) && isOurs(awsCodeOf(thrown) ?? '');
}

function isOurs(code: string): boolean {
  return /^Invalid(Group|KeyPair|LaunchTemplateId|LaunchTemplateName)\./.test(code);
}
