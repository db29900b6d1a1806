import { t as cloudAccess } from "./cloud-access-hZVEo-9e.js";
import { n as createRegistry } from "./registry-B0TjLCQL.js";
// src/app/registry-for-reading.ts
function registryForReading(surroundings) {
	const { environment, clock, ids, secrets } = surroundings;
	const { connections } = cloudAccess(surroundings, environment, "aws");
	return createRegistry({
		connections,
		dataConnections: () => Promise.resolve(connections),
		clock,
		secrets,
		ids,
		environment,
		hostKeyPolicy: "proven",
		fallbackInstanceTypes: [],
		deadlineMinutes: void 0,
		locateMachine: void 0
	});
}
export { registryForReading as t };
