import { tmpdir } from 'node:os';
import type { Journal, JournalEntry, LostCreation, Undo, UndoTable } from '../../../src/engine/ports.ts';
import type { RunOptions } from '../../../src/engine/run.ts';
import type { BakeEvent, ResourceRef } from '../../../src/kernel/events.ts';
import type { Ids } from '../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { builder, registry } from './fake-components.ts';

/** Counts instead of drawing lots. */
export function countingIds(): Ids {
  let count = 0;
  return {
    uuid: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    token: (length) => String(++count).padStart(length, '0'),
  };
}

/** A cloud that knows what exists, and a record of every call that removes something. */
export class FakeCloud {
  readonly exists = new Map<string, ResourceRef>();
  readonly calls: string[] = [];
  /** What was searched for. */
  readonly lost: LostCreation[] = [];
  /** What to do instead, per call: `confirm sg-1`. */
  readonly behaviour = new Map<string, (signal: AbortSignal) => Promise<void>>();

  create(kind: string, id: string, name: string): { readonly id: string } {
    this.exists.set(id, { kind, id, name, region: 'eu-west-1' });
    return { id };
  }

  readonly table: UndoTable = (kind) => (kind === 'unheard-of' ? undefined : this.#undo(kind));

  #undo(kind: string): Undo {
    return {
      ...(kind === 'security-group' ? { goesAfter: ['instance'] } : {}),
      find: async (lost, runId, signal) => {
        this.lost.push(lost);
        const { name } = lost;
        await this.#called(`find ${name} ${runId}`, signal);
        return [...this.exists.values()].filter((resource) => resource.kind === kind && resource.name === name);
      },
      request: async ({ id }, signal) => {
        await this.#called(`request ${id}`, signal);
      },
      confirm: async ({ id }, signal) => {
        await this.#called(`confirm ${id}`, signal);
        this.exists.delete(id);
      },
    };
  }

  async #called(call: string, signal: AbortSignal): Promise<void> {
    this.calls.push(call);
    await (this.behaviour.get(call) ?? (() => Promise.resolve()))(signal);
  }
}

export class MemoryJournal implements Journal {
  readonly entries: JournalEntry[] = [];
  append(entry: JournalEntry): void {
    this.entries.push(entry);
  }
}

/** Everything that a run needs, and what it leaves to be looked at. */
export function world(settings: Partial<RunOptions> = {}) {
  const clock = new VirtualClock({ autoAdvance: true });
  const cloud = new FakeCloud();
  const journal = new MemoryJournal();
  const events: BakeEvent[] = [];
  const abort = new AbortController();
  const options: RunOptions = {
    runId: 'run1',
    registry: registry({ builder: builder(() => () => Promise.resolve(undefined)) }),
    clock,
    ids: countingIds(),
    secrets: new SecretRegistry(),
    reporter: { report: (event) => void events.push(event) },
    journal,
    undo: cloud.table,
    environment: {},
    workingDirectory: tmpdir(),
    temporaryDirectory: tmpdir(),
    onError: 'cleanup',
    force: false,
    parallelBuilds: 0,
    signal: abort.signal,
    ...settings,
  };
  return { clock, cloud, journal, events, abort, options };
}
