import { existsSync } from 'node:fs';
import { type JournalState, type OpenEntry, readJournal, replayJournal } from '../engine/journal-replay.ts';
import type { LeftResource } from '../engine/run-report.ts';
import { leftBehind, supposed } from '../engine/undo.ts';
import { withDeadline } from '../kernel/deadline.ts';
import { BakeError, toBakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import type { Surroundings } from './build.ts';
import { cloudAccess } from './cloud-access.ts';
import { JournalFile, readJournalFile } from './journal-file.ts';
import { type LocalCloudHandle, onLocalCloud } from './local-cloud-handle.ts';
import { localCloudContents, readLocalCloudHandle, stopLocalCloudHost } from './local-cloud-host.ts';
import { type RunDirectory, removeRunDirectory, removeTemporaryFiles, runDirectory } from './run-directory.ts';

/** The post step: removes what a run, ended in whatever way, has left behind. */
export interface CleanUpRequest extends Surroundings {
  /** The one of the run; a folder that does not exist means that nothing was begun. */
  readonly runDirectory: string;
  /** How long to go on; what is not gone by then is reported as left. Milliseconds. */
  readonly budgetMs: number;
}

export interface CleanUpResult {
  /** Nothing of the run is left, as far as can be known. */
  readonly clean: boolean;
  /** Empty when the run had cleaned up after itself. */
  readonly removed: readonly ResourceRef[];
  readonly left: readonly LeftResource[];
  /** Why the clean-up as a whole was not possible: other credentials than the run had, an unreadable journal, … */
  readonly error: BakeError | undefined;
}

const CLEAN: CleanUpResult = { clean: true, removed: [], left: [], error: undefined };

/** Never rejects: what went wrong is in the result. Can be repeated until nothing is left. */
export async function cleanUp(request: CleanUpRequest): Promise<CleanUpResult> {
  const directory = runDirectory(request.runDirectory);
  if (!existsSync(directory.path)) return CLEAN;
  const localCloud = readLocalCloudHandle(directory);
  const result = await attempt(async () => {
    removeTemporaryFiles(directory);
    return removeOpen(readJournal(readJournalFile(directory.journal)), localCloud, directory, request);
  });
  if (localCloud === undefined) return finish(result, directory);
  const stopped = await attempt(async () => {
    await stopLocalCloudHost(localCloud, request.clock);
    return result;
  });
  return finish(stopped, directory);
}

async function attempt(work: () => Promise<CleanUpResult>): Promise<CleanUpResult> {
  try {
    return await work();
  } catch (thrown) {
    return { ...CLEAN, clean: false, error: toBakeError(thrown) };
  }
}

function finish(result: CleanUpResult, directory: RunDirectory): CleanUpResult {
  if (result.clean) removeRunDirectory(directory);
  return result;
}

async function removeOpen(
  { runId, accounts, open }: JournalState,
  localCloud: LocalCloudHandle | undefined,
  directory: RunDirectory,
  request: CleanUpRequest,
): Promise<CleanUpResult> {
  const first = open[0];
  if (runId === undefined || first === undefined) return CLEAN;
  // A local cloud that has ended took everything with it.
  if (localCloud !== undefined && (await localCloudContents(localCloud, request.clock)) === undefined) return CLEAN;

  const { clock, reporter, signal } = request;
  const environment = localCloud === undefined ? request.environment : onLocalCloud(request.environment, localCloud);
  const { connections, undo } = cloudAccess(request, environment);
  const aws = await connections.open({ region: first.intent.region });
  const account = await aws.accountId(signal);
  const ours = open.filter(({ build }) => (accounts.get(build) ?? account) === account);
  const foreign = open.filter((entry) => !ours.includes(entry)).map((entry) => leftInOtherAccount(entry, accounts));

  using journal = new JournalFile(directory.journal);
  const { removed, left } = await withDeadline(clock, request.budgetMs, outOfTime, signal, (until) =>
    replayJournal(ours, {
      runId,
      undo,
      clock,
      signal: until,
      journal,
      onRemoved: (build, resource) => reporter.report({ type: 'resource-removed', build, resource }),
      onLeft: (build, { resource, error }) => reporter.report({ type: 'resource-left', build, resource, error }),
    }),
  );
  const allLeft = [...foreign.map(({ left: each }) => each), ...left];
  for (const { build, left: each } of foreign) reporter.report({ type: 'resource-left', build, ...each });
  const error = foreign.length === 0 ? undefined : otherAccount(account, accounts);
  return { clean: allLeft.length === 0, removed, left: allLeft, error };
}

function leftInOtherAccount(
  { build, intent, resource = supposed(intent) }: OpenEntry,
  accounts: JournalState['accounts'],
): { readonly build: string; readonly left: LeftResource } {
  const cause = new Error(`it is in the account ${accounts.get(build)}`);
  return { build, left: { resource, error: leftBehind(resource, cause) } };
}

/** Cleaning up in the wrong account would find nothing, and call that clean. */
function otherAccount(account: string, accounts: JournalState['accounts']): BakeError {
  const others = [...new Set(accounts.values())].filter((other) => other !== account);
  return new BakeError(
    `The run worked in the account ${others.join(' and ')}, but the credentials now are for ${account}`,
    {
      code: 'other-account',
      category: 'left-behind',
      hint: 'Let the credentials of the bake be in force until the end of the job: configure others in another job, or after it.',
    },
  );
}

function outOfTime(): BakeError {
  return new BakeError('The time for cleaning up is over', { code: 'clean-up-timeout', category: 'left-behind' });
}
