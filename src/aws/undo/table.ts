import type { Clock } from '../../kernel/clock.ts';
import type { UndoTable } from '../../kernel/resources.ts';
import type { AwsConnections } from '../connections.ts';
import { imageUndo } from './image.ts';
import { instanceUndo } from './instance.ts';
import { keyPairUndo } from './key-pair.ts';
import { securityGroupUndo } from './security-group.ts';
import { snapshotUndo } from './snapshot.ts';
import type { UndoTools } from './tools.ts';
import { volumeUndo } from './volume.ts';

/** How everything that is made in EC2 goes away, by AWS's own name of the kind of resource. */
export function undoTable(connections: AwsConnections, clock: Clock): UndoTable {
  const tools: UndoTools = {
    clock,
    aws: (kind, { region, name }) => connections.makerOf(kind, region, name),
  };
  const table = new Map([
    ['instance', instanceUndo(tools)],
    ['key-pair', keyPairUndo(tools)],
    ['security-group', securityGroupUndo(tools)],
    ['image', imageUndo(tools)],
    ['snapshot', snapshotUndo(tools)],
    ['volume', volumeUndo(tools)],
  ]);
  return (kind) => table.get(kind);
}
