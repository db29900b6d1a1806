import type { Clock } from '../../kernel/clock.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo, UndoTable } from '../../kernel/resources.ts';
import type { AwsConnections } from '../connections.ts';
import { isDenied } from '../errors.ts';
import { retryWhile } from '../retry-while.ts';
import { iamRoleUndo, instanceProfileUndo } from './iam-role.ts';
import { imageUndo } from './image.ts';
import { instanceUndo } from './instance.ts';
import { keyPairUndo } from './key-pair.ts';
import { launchTemplateUndo } from './launch-template.ts';
import { networkInterfaceUndo } from './network-interface.ts';
import { securityGroupUndo } from './security-group.ts';
import { sessionUndo } from './session.ts';
import { snapshotUndo } from './snapshot.ts';
import type { UndoTools } from './tools.ts';
import { volumeUndo } from './volume.ts';

/** How everything that is made in EC2 and IAM goes away: with the credentials that it was made with. */
export function undoTable(connections: AwsConnections, clock: Clock): UndoTable {
  return undoTableOf({ clock, aws: (kind, { region, name }) => connections.makerOf(kind, region, name) });
}

/** Undo by AWS's own name of the kind of resource. */
export function undoTableOf(tools: UndoTools): UndoTable {
  const { clock } = tools;
  const table = new Map([
    ['instance', instanceUndo(tools)],
    ['key-pair', byOneCall(keyPairUndo(tools))],
    ['security-group', byOneCall(securityGroupUndo(tools))],
    ['launch-template', byOneCall(launchTemplateUndo(tools))],
    ['session', sessionUndo(tools)],
    ['iam-role', iamRoleUndo(tools)],
    ['instance-profile', instanceProfileUndo(tools)],
    ['image', imageUndo(tools)],
    // Not made by calls of their own, but with something above; searches by tag find them.
    ['network-interface', byOneCall(networkInterfaceUndo(tools))],
    ['volume', byOneCall(volumeUndo(tools))],
    ['snapshot', byOneCall(snapshotUndo(tools))],
  ]);
  return (kind) => {
    const undo = table.get(kind);
    return undo === undefined ? undefined : stubborn(undo, clock);
  };
}

/**
 * For what one call removes. A policy that goes by the tags of resources allows nothing about one that is gone: a denial
 * then says no more than that.
 */
function byOneCall(undo: Undo): Undo {
  const removed = new Set<string>();
  const key = ({ region, id }: ResourceRef): string => `${region} ${id}`;
  return {
    ...undo,
    request: async (resource, signal) => {
      await undo.request(resource, signal);
      removed.add(key(resource));
    },
    confirm: async (resource, signal) => {
      try {
        await undo.confirm(resource, signal);
      } catch (thrown) {
        if (!isDenied(thrown) || !removed.has(key(resource))) throw thrown;
      }
    },
  };
}

/** How often a removal is tried that AWS refuses; what is throttled or in use does not count. */
const TRIES = 3;

/** What stays costs money: a refusal is taken for final only when it is repeated. */
function stubborn(undo: Undo, clock: Clock): Undo {
  return {
    ...undo,
    confirm: (resource, signal) =>
      retryWhile(
        clock,
        signal,
        (_, attempt) => attempt < TRIES,
        () => undo.confirm(resource, signal),
      ),
  };
}
