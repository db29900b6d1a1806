import { cloudAccess } from './cloud-access/cloud-access.ts';
import { createRegistry, type Plugins } from './registry.ts';
import type { Surroundings } from './surroundings.ts';

/** The plugins for those who only read a template: nothing of AWS is asked until one of them is run. */
export function registryForReading(surroundings: Surroundings): Plugins {
  const { environment, clock, ids, secrets } = surroundings;
  const { connections } = cloudAccess(surroundings, environment, 'aws');
  return createRegistry({
    connections,
    dataConnections: () => Promise.resolve(connections),
    clock,
    secrets,
    ids,
    environment,
    hostKeyPolicy: 'proven',
    fallbackInstanceTypes: [],
    deadlineMinutes: undefined,
    locateMachine: undefined,
  });
}
