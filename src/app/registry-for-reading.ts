import type { Registry } from '../engine/ports.ts';
import type { Surroundings } from './build.ts';
import { cloudAccess } from './cloud-access.ts';
import { createRegistry } from './registry.ts';

/** The plugins for those who only read a template: nothing of AWS is asked until one of them is run. */
export function registryForReading(surroundings: Surroundings): Registry {
  const { environment } = surroundings;
  return createRegistry({
    connections: cloudAccess(surroundings, environment, 'aws').connections,
    environment,
    hostKeyPolicy: 'proven',
    locateMachine: undefined,
  });
}
