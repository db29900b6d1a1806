import { setMaxListeners } from 'node:events';
import type { BakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import type { Journal, JournalEntry, ResourceIntent, WayIn } from './ports.ts';
import type { LeftResource } from './run-report.ts';
import { confirmRemoval, findLost, leftBehind, requestRemoval, supposed, type UndoContext } from './undo.ts';

/** What a journal says is still to be removed. */
export interface OpenEntry {
  readonly build: string;
  readonly token: string;
  readonly intent: ResourceIntent;
  /** Undefined: the create call was begun, and nobody knows what came of it. */
  readonly resource: ResourceRef | undefined;
}

/** What a journal comes to. */
export interface JournalState {
  readonly runId: string | undefined;
  /** Where each build worked. */
  readonly accounts: ReadonlyMap<string, AccountNote>;
  /** Neither removed nor kept, in the order of creation. */
  readonly open: readonly OpenEntry[];
  /** What is meant to stay, as far as it was made. */
  readonly kept: readonly { readonly build: string; readonly resource: ResourceRef }[];
}

/** The account that a build worked in. */
export interface AccountNote {
  /** Undefined: it could not be found out. */
  readonly accountId: string | undefined;
  readonly wayIn: WayIn;
  readonly regions: readonly string[];
}

export function readJournal(entries: Iterable<JournalEntry>): JournalState {
  let runId: string | undefined;
  const accounts = new Map<string, AccountNote>();
  const open = new Map<string, OpenEntry>();
  const kept: { readonly build: string; readonly resource: ResourceRef }[] = [];
  for (const entry of entries) {
    switch (entry.type) {
      case 'run':
        runId = entry.runId;
        break;
      case 'account':
        accounts.set(entry.build, { accountId: entry.accountId, wayIn: entry.wayIn ?? {}, regions: entry.regions });
        break;
      case 'intent':
        open.set(entry.token, { build: entry.build, token: entry.token, intent: entry.intent, resource: undefined });
        break;
      case 'receipt': {
        const { build, token, resource } = entry;
        open.set(token, { build, token, intent: open.get(token)?.intent ?? intentOf(resource), resource });
        break;
      }
      case 'kept': {
        const { build = '', resource } = open.get(entry.token) ?? {};
        if (resource !== undefined) kept.push({ build, resource });
        open.delete(entry.token);
        break;
      }
      case 'removed':
        open.delete(entry.token);
        break;
    }
  }
  return { runId, accounts, open: [...open.values()], kept };
}

export interface ReplayContext extends UndoContext {
  /** Takes a `removed` entry for all that went away, so that a second replay has less to do. */
  readonly journal: Journal;
  onRemoved(build: string, resource: ResourceRef): void;
  onLeft(build: string, left: LeftResource): void;
}

export interface ReplayResult {
  readonly removed: readonly ResourceRef[];
  readonly left: readonly LeftResource[];
}

/**
 * Removes what a run that has ended, in whatever way, left behind: net 3 of DESIGN.md section 5. Everything is requested
 * at once, then confirmed, the last created first. Never rejects; when `signal` is aborted, the rest is left.
 */
export async function replayJournal(open: readonly OpenEntry[], context: ReplayContext): Promise<ReplayResult> {
  // Several for each resource.
  setMaxListeners(0, context.signal);
  const removed: ResourceRef[] = [];
  const left: LeftResource[] = [];
  const leave = (build: string, leftResource: LeftResource): void => {
    left.push(leftResource);
    context.onLeft(build, leftResource);
  };

  const found = await Promise.all(open.map((entry) => findAndRequest(entry, context)));
  for (const { entry, resources, error } of found.toReversed()) {
    if (error !== undefined) {
      leave(entry.build, { resource: supposed(entry.intent), error });
      continue;
    }
    let gone = true;
    for (const resource of resources) {
      const problem = await confirmRemoval(resource, context);
      if (problem === undefined) {
        removed.push(resource);
        context.onRemoved(entry.build, resource);
      } else {
        gone = false;
        leave(entry.build, { resource, error: problem });
      }
    }
    if (gone) context.journal.append({ type: 'removed', token: entry.token });
  }
  return { removed, left };
}

interface FoundEntry {
  readonly entry: OpenEntry;
  readonly resources: readonly ResourceRef[];
  /** Why nobody knows what the entry made. */
  readonly error: BakeError | undefined;
}

async function findAndRequest(entry: OpenEntry, context: ReplayContext): Promise<FoundEntry> {
  try {
    const { build, intent, token, resource } = entry;
    const resources = resource === undefined ? await findLost({ ...intent, build, token }, false, context) : [resource];
    await Promise.all(resources.map((resource) => requestRemoval(resource, context)));
    return { entry, resources, error: undefined };
  } catch (thrown) {
    return { entry, resources: [], error: leftBehind(supposed(entry.intent), thrown) };
  }
}

function intentOf(resource: ResourceRef): ResourceIntent {
  return { kind: resource.kind, region: resource.region, name: resource.name ?? resource.id };
}
