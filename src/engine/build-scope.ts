import { setMaxListeners } from 'node:events';
import type { Clock } from '../kernel/clock.ts';
import { orAborted, withDeadline } from '../kernel/deadline.ts';
import { BakeError, cancelledError, toBakeError } from '../kernel/errors.ts';
import type { Emit, ResourceRef } from '../kernel/events.ts';
import type { Ids } from '../kernel/ids.ts';
import { kindInWords } from '../kernel/resources.ts';
import type { Journal, ResourceIntent, UndoTable, WayIn } from './ports.ts';
import type { ResourceScope } from './resource-scope.ts';
import type { LeftResource } from './run-report.ts';
import { confirmRemoval, findLost, leftBehind, outOfTime, requestRemoval, supposed, type UndoContext } from './undo.ts';

export interface BuildScopeOptions {
  readonly runId: string;
  readonly build: string;
  readonly journal: Journal;
  readonly undo: UndoTable;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly emit: Emit;
  /** How long the removal of everything may take, in milliseconds. */
  readonly cleanUpBudgetMs: number;
}

/** One create call and what became of it. */
interface Ownership {
  readonly token: string;
  readonly intent: ResourceIntent;
  /** Settles, without ever rejecting, when the create call has ended. */
  settled: Promise<void>;
  /** The receipt; undefined while the call is under way and when it failed. */
  resource: ResourceRef | undefined;
  /** The cloud answered the call with a definite no. */
  refused: boolean;
  kept: boolean;
  /** Phase one of its removal, once that has begun. */
  requested: Promise<void> | undefined;
}

/** The scope of one build; see DESIGN.md section 5, nets 1 and 2. */
export class BuildScope implements ResourceScope {
  readonly runId: string;
  readonly #options: BuildScopeOptions;
  readonly #owned: Ownership[] = [];
  /** Ends the requests when the time is over. Not the build's signal: that may be aborted already. */
  readonly #requests = new AbortController();
  #ending = false;

  constructor(options: BuildScopeOptions) {
    this.runId = options.runId;
    // Several for each resource.
    setMaxListeners(0, this.#requests.signal);
    this.#options = options;
  }

  account(accountId: string | undefined, wayIn: WayIn, regions: readonly string[]): void {
    this.#options.journal.append({ type: 'account', build: this.#options.build, accountId, wayIn, regions });
  }

  async own<T extends { readonly id: string }>(
    intent: ResourceIntent,
    create: (token: string) => Promise<T>,
  ): Promise<T> {
    if (this.#ending) throw cancelledError(`before the ${kindInWords(intent.kind)} ${intent.name} was made`);
    const { journal, build, ids, emit } = this.#options;
    const token = ids.token(32);
    journal.append({ type: 'intent', build, token, intent });

    const ownership: Ownership = {
      token,
      intent,
      settled: Promise.resolve(),
      resource: undefined,
      refused: false,
      kept: false,
      requested: undefined,
    };
    const creation = Promise.resolve()
      .then(() => create(token))
      .then((created) => {
        // Owned first: it must go away even if it can't be written down.
        const resource = { kind: intent.kind, id: created.id, region: intent.region, name: intent.name };
        ownership.resource = resource;
        journal.append({ type: 'receipt', build, token, resource });
        emit({ type: 'resource-created', build, resource });
        return created;
      });
    ownership.settled = creation.then(
      () => undefined,
      (thrown) => {
        ownership.refused = isDefinite(thrown);
      },
    );
    this.#owned.push(ownership);
    return creation;
  }

  keep(resource: ResourceRef, reason: string): void {
    const ownership = this.#find(resource);
    // What is already asked to go can't be promised to stay.
    if (ownership === undefined || ownership.kept || ownership.requested !== undefined) return;
    this.#keep(ownership, reason);
  }

  release(resource: ResourceRef): void {
    const ownership = this.#find(resource);
    if (ownership !== undefined && !ownership.kept) void this.#request(ownership);
  }

  /**
   * Phase one for everything at once; nothing new can be created from now on. Resolves when every request was answered.
   * This is what there is time for after a signal.
   */
  async requestAll(): Promise<void> {
    await this.#requestEach(() => true);
  }

  /** The same for a process that lives on to confirm it all: what would be refused is left to phase two. */
  async requestPossible(): Promise<void> {
    await this.#requestEach((ownership) => !this.#isHeld(ownership));
  }

  /** Leaves everything as it is, because the user wants to look at it; a later clean-up leaves it too. */
  async abandon(reason: string): Promise<void> {
    this.#ending = true;
    for (const ownership of this.#owned) {
      await this.#settled(ownership);
      if (!ownership.kept && ownership.requested === undefined) this.#keep(ownership, reason);
    }
  }

  /** Both phases: the last created goes first. Never rejects; returns what could not be removed, and why. */
  async close(): Promise<readonly LeftResource[]> {
    const { clock, cleanUpBudgetMs } = this.#options;
    return withDeadline(clock, cleanUpBudgetMs, outOfTime, undefined, async (signal) => {
      const context = this.#context(signal);
      const onOutOfTime = (): void => this.#requests.abort(signal.reason);
      signal.addEventListener('abort', onOutOfTime, { once: true });
      await this.requestPossible();

      const left: LeftResource[] = [];
      for (const ownership of this.#owned.toReversed()) {
        if (!ownership.kept) left.push(...(await this.#remove(ownership, context)));
      }
      signal.removeEventListener('abort', onOutOfTime);
      return left;
    });
  }

  /** Phase two for one ownership: what it made, or may have made, is gone afterwards, or is returned. */
  async #remove(ownership: Ownership, context: UndoContext): Promise<readonly LeftResource[]> {
    const { build, emit } = this.#options;
    const left: LeftResource[] = [];
    const leave = (resource: ResourceRef, error: BakeError): void => {
      left.push({ resource, error });
      emit({ type: 'resource-left', build, resource, error });
    };

    let resources: readonly ResourceRef[] = [];
    try {
      resources =
        ownership.resource === undefined
          ? await findLost({ ...ownership.intent, build, token: ownership.token }, ownership.refused, context)
          : [ownership.resource];
    } catch (thrown) {
      const resource = supposed(ownership.intent);
      leave(resource, leftBehind(resource, thrown));
    }
    if (ownership.resource === undefined) {
      await Promise.all(resources.map((resource) => requestRemoval(resource, context)));
    }
    for (const resource of resources) {
      const error = await confirmRemoval(resource, context);
      if (error === undefined) emit({ type: 'resource-removed', build, resource });
      else leave(resource, error);
    }
    if (left.length === 0) this.#noteRemoval(ownership);
    return left;
  }

  async #requestEach(isWorthIt: (ownership: Ownership) => boolean): Promise<void> {
    this.#ending = true;
    await Promise.all(
      this.#owned.map(async (ownership) => {
        await this.#settled(ownership);
        if (!ownership.kept && isWorthIt(ownership)) await this.#request(ownership);
      }),
    );
  }

  /** Whether something that has to go first was made and is still there. */
  #isHeld({ intent }: Ownership): boolean {
    const first = this.#options.undo(intent.kind)?.goesAfter ?? [];
    return this.#owned.some(({ intent: { kind }, resource }) => resource !== undefined && first.includes(kind));
  }

  #request(ownership: Ownership): Promise<void> {
    if (ownership.resource === undefined) return Promise.resolve();
    ownership.requested ??= requestRemoval(ownership.resource, this.#context(this.#requests.signal));
    return ownership.requested;
  }

  #keep(ownership: Ownership, reason: string): void {
    const { build, journal, emit } = this.#options;
    journal.append({ type: 'kept', token: ownership.token, reason });
    ownership.kept = true;
    if (ownership.resource !== undefined) {
      emit({ type: 'resource-kept', build, resource: ownership.resource, reason });
    }
  }

  /** Waits for a create call that is under way, as long as there is time to clean up. */
  async #settled(ownership: Ownership): Promise<void> {
    await orAborted(ownership.settled, this.#requests.signal).catch(() => undefined);
  }

  #noteRemoval({ token }: Ownership): void {
    const { build, journal, emit } = this.#options;
    try {
      journal.append({ type: 'removed', token });
    } catch (thrown) {
      // A replay of the journal will find that it is gone: nothing is lost.
      const message = `Could not write the journal: ${toBakeError(thrown).message}`;
      emit({ type: 'log', level: 'debug', build, message });
    }
  }

  #find({ kind, id, region }: ResourceRef): Ownership | undefined {
    return this.#owned.find(
      ({ resource }) => resource?.kind === kind && resource.id === id && resource.region === region,
    );
  }

  #context(signal: AbortSignal): UndoContext {
    const { runId, undo, clock } = this.#options;
    return { runId, undo, clock, signal };
  }
}

/** Whether nothing can have been made: a call that the cloud refused, not one whose answer was lost. */
function isDefinite(thrown: unknown): boolean {
  if (!(thrown instanceof BakeError) || thrown.retryable) return false;
  return thrown.category !== 'cancelled' && thrown.category !== 'connection' && thrown.category !== 'internal';
}
