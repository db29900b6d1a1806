import { existsSync } from 'node:fs';
import type { AwsConnections } from '../aws/connections.ts';
import { type JournalState, type OpenEntry, readJournal, replayJournal } from '../engine/journal-replay.ts';
import type { LeftResource } from '../engine/run-report.ts';
import { leftBehind, outOfTime, supposed } from '../engine/undo.ts';
import { withDeadline } from '../kernel/deadline.ts';
import { BakeError, describeError, toBakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import { enter } from './clean-up/clean-up-entrance.ts';
import { searchByTag } from './clean-up/clean-up-search.ts';
import { cloudAccess } from './cloud-access/cloud-access.ts';
import { type LocalCloudHandle, onLocalCloud } from './local-cloud/local-cloud-handle.ts';
import { localCloudContents, readLocalCloudHandle, stopLocalCloudHost } from './local-cloud/local-cloud-host.ts';
import { JournalFile, readJournalFile } from './run/journal-file.ts';
import { type RunDirectory, removeRunDirectory, removeTemporaryFiles, runDirectory } from './run/run-directory.ts';
import { mergedPlaces, type RunPlace } from './run/run-places.ts';
import type { Surroundings } from './surroundings.ts';

/** The post step: removes what a run, ended in whatever way, has left behind. */
export interface CleanUpRequest extends Surroundings {
  /** The one of the run; a folder that does not exist means that nothing was begun, unless `known` says otherwise. */
  readonly runDirectory: string;
  /** How long to go on; what is not gone by then is reported as left. Milliseconds. */
  readonly budgetMs: number;
  /** What is known of the run beside its journal; undefined: nothing. With it, the run's tag is searched for as well. */
  readonly known?: KnownRun;
}

export interface KnownRun {
  readonly runId: string;
  /** Where it began to work; none: it did not begin, or on a local cloud. */
  readonly places: readonly RunPlace[];
  /** Whether a build that fails may leave something to be looked at (`on-error`). */
  readonly keepsOnError: boolean;
  /** Whether it came to its own end, in whatever way; not: it was killed. */
  readonly hasEnded: boolean;
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
  if (!existsSync(directory.path) && (request.known?.places ?? []).length === 0) return CLEAN;
  const localCloud = readLocalCloudHandle(directory);
  const result = await attempt(async () => {
    removeTemporaryFiles(directory);
    return removeLeft(localCloud, directory, request);
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

async function removeLeft(
  localCloud: LocalCloudHandle | undefined,
  directory: RunDirectory,
  request: CleanUpRequest,
): Promise<CleanUpResult> {
  const { clock, known, reporter, signal } = request;
  const { entries, unreadable } = readJournalFile(directory.journal);
  const journal = readJournal(entries);
  const damage = damageOf(journal, unreadable, known, directory);
  for (const message of damage) reporter.report({ type: 'log', level: 'warning', message });
  const runId = journal.runId ?? known?.runId;
  const notes = [...journal.accounts].map(([build, note]): RunPlace => ({ build, ...note }));
  const places = mergedPlaces([...notes, ...(known?.places ?? [])]);
  // A local cloud ends with everything in it, and one that has ended took it along.
  const isSearched = localCloud === undefined && (known !== undefined || damage.length > 0);
  if (localCloud !== undefined && (await localCloudContents(localCloud, clock)) === undefined) return CLEAN;
  if (runId === undefined) return damage.length > 0 && localCloud === undefined ? failed(unknownRun(directory)) : CLEAN;
  if (journal.open.length === 0 && !isSearched) return CLEAN;

  const environment = localCloud === undefined ? request.environment : onLocalCloud(request.environment, localCloud);
  const { connections, undo } = cloudAccess(request, environment, localCloud === undefined ? 'aws' : 'local');
  return withDeadline(clock, request.budgetMs, outOfTime, signal, async (until) => {
    const replaying = replay(journal, runId, { request, directory, connections, undo, until });
    if (!isSearched) return replaying;
    // At the same time: what only one of them knows of may be in use by what only the other one knows of.
    const searching = searchByTag({
      runId,
      places,
      inJournal: journal.open.flatMap(({ resource }) => resource ?? []),
      kept: journal.kept,
      imagesMayGo: known?.hasEnded === false,
      forbidden: damage.length > 0 && known?.keepsOnError !== false ? meantToStay() : undefined,
      connections,
      clock,
      reporter,
      signal: until,
    });
    const [replayed, searched] = await Promise.all([replaying, searching]);
    // After a run that had cleaned up by itself the credentials may be gone, and need not be there.
    const isNeeded = damage.length > 0 || journal.open.length > 0;
    for (const error of searched.errors) {
      const level = isNeeded ? 'warning' : 'debug';
      if (error.message !== replayed.error?.message) {
        reporter.report({ type: 'log', level, message: describeError(error) });
      }
    }
    const error =
      replayed.error ??
      (damage.length > 0 && places.length === 0 ? unknownRun(directory) : undefined) ??
      (damage.length > 0 ? searched.errors[0] : undefined);
    // What is in the journal as an intent only, both may have found.
    const removed = [...replayed.removed, ...searched.removed.filter((each) => !isAmong(replayed.removed, each))];
    const left = [...replayed.left, ...searched.left].filter(({ resource }) => !isAmong(removed, resource));
    return { clean: left.length === 0 && error === undefined, removed, left, error };
  });
}

function isAmong(resources: readonly ResourceRef[], { id, region }: ResourceRef): boolean {
  return resources.some((each) => each.id === id && each.region === region);
}

/** What is wrong with the journal, for people; empty: it can be believed. */
function damageOf(
  { accounts }: JournalState,
  unreadable: readonly string[],
  known: KnownRun | undefined,
  { journal }: RunDirectory,
): readonly string[] {
  const instead = "what it was about is searched for by the run's tag";
  const lines = unreadable.map((place) => `The journal of the run can't be read at ${place}: ${instead}`);
  const isLost = accounts.size === 0 && unreadable.length === 0 && (known?.places ?? []).length > 0;
  return isLost ? [`The journal of the run, ${journal}, is gone or empty: ${instead}`] : lines;
}

function failed(error: BakeError): CleanUpResult {
  return { ...CLEAN, clean: false, error };
}

function unknownRun({ journal }: RunDirectory): BakeError {
  return new BakeError(`The journal of the run, ${journal}, can't be read, and where the run worked is not known`, {
    code: 'journal-unreadable',
    category: 'left-behind',
    hint: 'Look for resources with the tag "bake-ami:run" in the account (`bake-ami sweep` lists them), and remove those of this run by hand.',
  });
}

function meantToStay(): BakeError {
  return new BakeError("what on-error was to leave can't be told from what was left, since the journal is damaged", {
    code: 'journal-unreadable',
    category: 'left-behind',
  });
}

interface Replay {
  readonly request: CleanUpRequest;
  readonly directory: RunDirectory;
  readonly connections: AwsConnections;
  readonly undo: ReturnType<typeof cloudAccess>['undo'];
  readonly until: AbortSignal;
}

/** Removes what the journal knows of, each build's with the credentials that it had. */
async function replay(
  { accounts, open }: JournalState,
  runId: string,
  { request, directory, connections, undo, until }: Replay,
): Promise<CleanUpResult> {
  if (open.length === 0) return CLEAN;
  const { clock, reporter, known } = request;
  const noteOf = (build: string) => accounts.get(build) ?? known?.places.find((place) => place.build === build);
  const entrances = await Promise.all(
    [...groupByBuild(open)].map(async ([build, entries]) => {
      try {
        const aws = await enter(build, noteOf(build), entries[0]?.intent.region, connections, request.signal);
        for (const { intent } of entries) connections.remember(intent.kind, intent.region, intent.name, aws);
        return { entries, error: undefined };
      } catch (thrown) {
        return { entries, error: toBakeError(thrown) };
      }
    }),
  );
  const within = entrances.flatMap(({ entries, error }) => (error === undefined ? entries : []));
  using journal = new JournalFile(directory.journal);
  const { removed, left } = await replayJournal(within, {
    runId,
    undo,
    clock,
    signal: until,
    journal,
    onRemoved: (build, resource) => reporter.report({ type: 'resource-removed', build, resource }),
    onLeft: (build, { resource, error }) => reporter.report({ type: 'resource-left', build, resource, error }),
  });
  const outside = entrances.flatMap(({ entries, error }) =>
    error === undefined ? [] : entries.map((entry) => ({ build: entry.build, left: leftOutside(entry, error) })),
  );
  for (const { build, left: each } of outside) reporter.report({ type: 'resource-left', build, ...each });
  const allLeft = [...outside.map(({ left: each }) => each), ...left];
  const error = entrances.find((entrance) => entrance.error !== undefined)?.error;
  return { clean: allLeft.length === 0, removed, left: allLeft, error };
}

function groupByBuild(open: readonly OpenEntry[]): ReadonlyMap<string, readonly OpenEntry[]> {
  const builds = new Map<string, OpenEntry[]>();
  for (const entry of open) builds.set(entry.build, [...(builds.get(entry.build) ?? []), entry]);
  return builds;
}

function leftOutside({ intent, resource = supposed(intent) }: OpenEntry, error: BakeError): LeftResource {
  return { resource, error: leftBehind(resource, error) };
}
