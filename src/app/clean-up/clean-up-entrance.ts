import type { Aws, AwsConnections } from '../../aws/connections.ts';
import { settingsOf } from '../../aws/settings.ts';
import type { AccountNote } from '../../engine/journal-replay.ts';
import type { WayIn } from '../../engine/ports.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';

/**
 * Finds the way back into the account that a build worked in. Rejects with `no-way-in`, or with `other-account` when the
 * credentials are another account's: cleaning up there would find nothing, and call that clean.
 *
 * @param region where the build worked, should the way in name no region
 */
export async function enter(
  build: string,
  note: AccountNote | undefined,
  region: string | undefined,
  connections: AwsConnections,
  signal: AbortSignal,
): Promise<Aws> {
  try {
    if (note === undefined || (note.accountId === undefined && note.wayIn['keysInTemplate'] === true)) {
      throw unknownAccount();
    }
    const settings = settingsOf(note.wayIn);
    const aws = await connections.open({ ...settings, region: settings.region ?? region });
    if (note.accountId === undefined) return aws;
    const now = await aws.accountId(signal);
    if (now !== note.accountId) throw otherAccount(note, now);
    return aws;
  } catch (thrown) {
    if (thrown instanceof BakeError && thrown.code === 'other-account') throw thrown;
    throw noWayIn(build, note, thrown);
  }
}

function otherAccount({ accountId, wayIn }: AccountNote, now: string): BakeError {
  return new BakeError(`The run worked in the account ${accountId}, but the credentials now are for ${now}`, {
    code: 'other-account',
    category: 'left-behind',
    hint: hintFor(wayIn),
  });
}

/** The credentials of now may be another account's. */
function unknownAccount(): BakeError {
  return new BakeError('it is not known which account that was', { code: 'account-unknown', category: 'left-behind' });
}

function noWayIn(build: string, note: AccountNote | undefined, cause: unknown): BakeError {
  const reason = toBakeError(cause).message;
  return new BakeError(`There is no way back into the account that ${build} worked in: ${reason}`, {
    code: 'no-way-in',
    category: 'left-behind',
    hint: hintFor(note?.wayIn ?? {}),
    cause,
  });
}

function hintFor(wayIn: WayIn): string {
  if (wayIn['mfaCodeInTemplate'] === true) {
    return 'The code of the MFA device (mfa_code) held for the bake only: take the role again in a terminal and run `bake-ami sweep` with it.';
  }
  return wayIn['keysInTemplate'] === true
    ? 'The template has keys of its own (access_key, secret_key), which are not written down: give them in the environment of the job instead.'
    : 'Let the credentials of the bake be in force until the end of the job: configure others in another job, or after it.';
}
