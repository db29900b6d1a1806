import type { Clock } from '../kernel/clock.ts';
import { orAborted } from '../kernel/deadline.ts';
import { BakeError, toBakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import { kindInWords } from '../kernel/resources.ts';
import type { LostCreation, ResourceIntent, Undo, UndoTable } from './ports.ts';

/** How things go away: what the scope of a running build and the replay of a journal have in common. */
export interface UndoContext {
  readonly runId: string;
  readonly undo: UndoTable;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A create call that was under way at the end may take effect a little later, and be visible later still. */
const LOOKS = 3;
const BETWEEN_LOOKS_MS = 3_000;

/**
 * What an intent without a receipt has made: usually nothing. Looks several times, unless the cloud had given a definite
 * answer to the create call: then one look is enough.
 */
export async function findLost(
  lost: LostCreation,
  answered: boolean,
  { runId, undo, clock, signal }: UndoContext,
): Promise<readonly ResourceRef[]> {
  const way = undoOf(lost.kind, undo);
  // What was refused has made nothing: then only what says itself that it is this run's may be taken for it.
  const { madeOf: _source, ...named } = lost;
  const sought = answered ? named : lost;
  for (let look = 1; ; look += 1) {
    const found = await orAborted(way.find(sought, runId, signal), signal);
    if (found.length > 0 || answered || look === LOOKS) return found;
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
  }
}

/** Phase one: asks for the removal. Never rejects; `confirmRemoval` is what tells whether it worked. */
export async function requestRemoval(resource: ResourceRef, { undo, signal }: UndoContext): Promise<void> {
  try {
    await orAborted(undoOf(resource.kind, undo).request(resource, signal), signal);
  } catch {
    // Too early, most likely: a security group can't go while its instance is there. Phase two asks again.
  }
}

/** Phase two: makes sure that it is gone. Returns why it is not; undefined when it is. */
export async function confirmRemoval(
  resource: ResourceRef,
  { undo, signal }: UndoContext,
): Promise<BakeError | undefined> {
  try {
    await orAborted(undoOf(resource.kind, undo).confirm(resource, signal), signal);
    return undefined;
  } catch (thrown) {
    return leftBehind(resource, thrown);
  }
}

/** The error that names what stays, since it may cost money. */
export function leftBehind(resource: ResourceRef, cause: unknown): BakeError {
  const what = kindInWords(resource.kind);
  return new BakeError(
    `Could not remove ${what} ${resource.id} in ${resource.region}: ${withoutFullStop(toBakeError(cause).message)}`,
    {
      code: 'resource-left-behind',
      category: 'left-behind',
      hint: `Remove it by hand: it may cost money or keep a door open. It carries the run's id in its tag "bake-ami:run".`,
      cause,
    },
  );
}

/** What ends a clean-up that takes too long. */
export function outOfTime(): BakeError {
  return new BakeError('The time for cleaning up is over', { code: 'clean-up-timeout', category: 'left-behind' });
}

/** Stands for what an intent may have made, as long as nobody knows its id. */
export function supposed(intent: ResourceIntent): ResourceRef {
  return { kind: intent.kind, id: intent.name, name: intent.name, region: intent.region };
}

function undoOf(kind: string, undo: UndoTable): Undo {
  const way = undo(kind);
  if (way !== undefined) return way;
  throw new BakeError(`Nobody knows how to remove a resource of the kind "${kind}"`, {
    code: 'no-undo',
    category: 'internal',
    hint: 'This is a defect of bake-ami. Please report it.',
  });
}

function withoutFullStop(message: string): string {
  return message.replace(/\.$/, '');
}
