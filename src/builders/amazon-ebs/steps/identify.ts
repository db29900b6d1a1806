import { orAborted, withDeadline } from '../../../kernel/deadline.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { note, type Site } from '../site.ts';

/** Where STS can't be reached, that shows as silence. */
const ANSWER_LIMIT_MS = 5_000;

/**
 * Whose account this is: the post step cleans up in no other one. Where the template does not want the credentials to be
 * checked, STS is asked all the same, and undefined is what it comes to when there is no answer.
 */
export async function identify(site: Site): Promise<string | undefined> {
  const { aws, context, options, region } = site;
  const accountId = options.skip_credential_validation ? await ifAnswered(site) : await aws.accountId(context.signal);
  if (accountId !== undefined) note(site, `Building in ${region} of the AWS account ${accountId}`);
  return accountId;
}

async function ifAnswered({ aws, context }: Site): Promise<string | undefined> {
  try {
    return await withDeadline(context.clock, ANSWER_LIMIT_MS, noAnswer, context.signal, (limited) =>
      orAborted(aws.accountId(limited), limited),
    );
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    return undefined;
  }
}

function noAnswer(): BakeError {
  return new BakeError('STS does not answer', { code: 'account-unknown', category: 'cloud' });
}
