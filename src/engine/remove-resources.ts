import { setMaxListeners } from 'node:events';
import { withDeadline } from '../kernel/deadline.ts';
import { BakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import type { LeftResource } from './run-report.ts';
import { confirmRemoval, requestRemoval, type UndoContext } from './undo.ts';

export interface RemovalContext extends UndoContext {
  /** How long one resource may keep the others waiting, in milliseconds. */
  readonly limitMs: number;
  onRemoved(resource: ResourceRef): void;
  onLeft(left: LeftResource): void;
}

/**
 * Removes resources that were found, and not made here: all are asked to go at once, then each group has to be gone
 * before the next one. Never rejects; when `signal` is aborted, the rest is left.
 */
export async function removeResources(
  groups: readonly (readonly ResourceRef[])[],
  context: RemovalContext,
): Promise<{ readonly removed: readonly ResourceRef[]; readonly left: readonly LeftResource[] }> {
  const removed: ResourceRef[] = [];
  const left: LeftResource[] = [];
  // One for each resource.
  setMaxListeners(0, context.signal);
  await Promise.all(groups.flat().map((resource) => requestRemoval(resource, context)));
  for (const group of groups) {
    await Promise.all(
      group.map(async (resource) => {
        const error = await withDeadline(context.clock, context.limitMs, takesTooLong, context.signal, (signal) =>
          confirmRemoval(resource, { ...context, signal }),
        );
        if (error === undefined) {
          removed.push(resource);
          context.onRemoved(resource);
        } else {
          left.push({ resource, error });
          context.onLeft({ resource, error });
        }
      }),
    );
  }
  return { removed, left };
}

function takesTooLong(): BakeError {
  return new BakeError('it takes too long, most likely because something else uses it', {
    code: 'removal-timeout',
    category: 'left-behind',
  });
}
