import { AwsConnections } from '../../aws/connections.ts';
import { undoTable } from '../../aws/undo/table.ts';
import type { UndoTable } from '../../engine/ports.ts';
import { VERSION } from '../../kernel/version.ts';
import type { Surroundings } from '../surroundings.ts';

/** The cloud of one run, and the way back for what is made in it. */
export interface CloudAccess {
  readonly connections: AwsConnections;
  readonly undo: UndoTable;
}

/** `environment` says where the cloud is and who we are there; see `onLocalCloud`. */
export function cloudAccess(
  { clock, ids, secrets }: Pick<Surroundings, 'clock' | 'ids' | 'secrets'>,
  environment: Surroundings['environment'],
  cloud: 'aws' | 'local',
): CloudAccess {
  const connections = new AwsConnections({
    environment,
    clock,
    ids,
    registerSecret: (secret) => secrets.register(secret),
    userAgent: `bake-ami/${VERSION}`,
    isLocal: cloud === 'local',
  });
  return { connections, undo: undoTable(connections, clock) };
}
