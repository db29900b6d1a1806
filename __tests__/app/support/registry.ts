import { cloudAccess } from '../../../src/app/cloud-access/cloud-access.ts';
import { createRegistry } from '../../../src/app/registry.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';

const secrets = new SecretRegistry();
const { connections } = cloudAccess({ clock: systemClock, ids: randomIds, secrets }, {}, 'aws');

/** The real one; nothing of AWS is asked while it is only looked at. */
export const registry = createRegistry({
  connections,
  dataConnections: () => Promise.resolve(connections),
  clock: systemClock,
  secrets,
  ids: randomIds,
  environment: {},
  hostKeyPolicy: 'proven',
  fallbackInstanceTypes: [],
  deadlineMinutes: undefined,
  locateMachine: undefined,
});
