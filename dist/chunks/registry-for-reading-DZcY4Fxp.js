import { t as cloudAccess } from "./cloud-access-KZEzfC3D.js";
import { _ as createRegistry } from "./read-template-DX1-bLvp.js";
// src/app/registry-for-reading.ts
function registryForReading(surroundings) {
	const { environment, clock, secrets } = surroundings;
	const { connections } = cloudAccess(surroundings, environment, "aws");
	return createRegistry({
		connections,
		dataConnections: () => Promise.resolve(connections),
		clock,
		secrets,
		environment,
		hostKeyPolicy: "proven",
		fallbackInstanceTypes: [],
		deadlineMinutes: void 0,
		locateMachine: void 0
	});
}
export { registryForReading as t };
