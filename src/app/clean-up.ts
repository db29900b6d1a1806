import { existsSync } from 'node:fs';
import type { AwsConnections } from '../aws/connections.ts';
import { settingsOf } from '../aws/settings.ts';
import {
  type AccountNote,
  type JournalState,
  type OpenEntry,
  readJournal,
  replayJournal,
} from '../engine/journal-replay.ts';
import type { WayIn } from '../engine/ports.ts';
import type { LeftResource } from '../engine/run-report.ts';
import { leftBehind, outOfTime, supposed } from '../engine/undo.ts';
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
  if (runId === undefined || open.length === 0) return CLEAN;
  // A local cloud that has ended took everything with it.
  if (localCloud !== undefined && (await localCloudContents(localCloud, request.clock)) === undefined) return CLEAN;

  const { clock, reporter } = request;
  const environment = localCloud === undefined ? request.environment : onLocalCloud(request.environment, localCloud);
  const { connections, undo } = cloudAccess(request, environment, localCloud === undefined ? 'aws' : 'local');
  const entrances = await Promise.all(
    [...groupByBuild(open)].map(([build, entries]) =>
      entrance(build, entries, accounts.get(build), connections, request.signal),
    ),
  );
  const within = entrances.flatMap(({ entries, error }) => (error === undefined ? entries : []));

  using journal = new JournalFile(directory.journal);
  const { removed, left } = await withDeadline(clock, request.budgetMs, outOfTime, request.signal, (until) =>
    replayJournal(within, {
      runId,
      undo,
      clock,
      signal: until,
      journal,
      onRemoved: (build, resource) => reporter.report({ type: 'resource-removed', build, resource }),
      onLeft: (build, { resource, error }) => reporter.report({ type: 'resource-left', build, resource, error }),
    }),
  );
  const outside = entrances.flatMap(({ entries, error }) =>
    error === undefined ? [] : entries.map((entry) => ({ build: entry.build, left: leftOutside(entry, error) })),
  );
  for (const { build, left: each } of outside) reporter.report({ type: 'resource-left', build, ...each });
  const allLeft = [...outside.map(({ left: each }) => each), ...left];
  return {
    clean: allLeft.length === 0,
    removed,
    left: allLeft,
    error: entrances.find(({ error }) => error !== undefined)?.error,
  };
}

function groupByBuild(open: readonly OpenEntry[]): ReadonlyMap<string, readonly OpenEntry[]> {
  const builds = new Map<string, OpenEntry[]>();
  for (const entry of open) builds.set(entry.build, [...(builds.get(entry.build) ?? []), entry]);
  return builds;
}

/** One build's resources, and why they can't be reached with the credentials of now; undefined: they can. */
interface Entrance {
  readonly entries: readonly OpenEntry[];
  readonly error: BakeError | undefined;
}

/** Finds the way back into the account that a build worked in, and remembers it for the removal of each resource. */
async function entrance(
  build: string,
  entries: readonly OpenEntry[],
  note: AccountNote | undefined,
  connections: AwsConnections,
  signal: AbortSignal,
): Promise<Entrance> {
  try {
    if (note?.accountId === undefined && note?.wayIn['keysInTemplate'] === true) throw unknownAccount();
    const settings = settingsOf(note?.wayIn ?? {});
    const aws = await connections.open({ ...settings, region: settings.region ?? entries[0]?.intent.region });
    // Cleaning up in the wrong account would find nothing, and call that clean.
    if (note?.accountId !== undefined) {
      const now = await aws.accountId(signal);
      if (now !== note.accountId) return { entries, error: otherAccount(note, now) };
    }
    for (const { intent } of entries) connections.remember(intent.kind, intent.region, intent.name, aws);
    return { entries, error: undefined };
  } catch (thrown) {
    return { entries, error: noWayIn(build, note, thrown) };
  }
}

function leftOutside({ intent, resource = supposed(intent) }: OpenEntry, error: BakeError): LeftResource {
  return { resource, error: leftBehind(resource, error) };
}

function otherAccount({ accountId, wayIn }: AccountNote, now: string): BakeError {
  return new BakeError(`The run worked in the account ${accountId}, but the credentials now are for ${now}`, {
    code: 'other-account',
    category: 'left-behind',
    hint: hintFor(wayIn),
  });
}

/** The keys of now are others than the template's, and may be another account's. */
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
  return wayIn['keysInTemplate'] === true
    ? 'The template has keys of its own (access_key, secret_key), which are not written down: give them in the environment of the job instead.'
    : 'Let the credentials of the bake be in force until the end of the job: configure others in another job, or after it.';
}
