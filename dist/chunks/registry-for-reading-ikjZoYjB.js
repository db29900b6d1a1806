import { n as cloudAccess } from "./usingCtx-Cvq7-77y.js";
import { f as createRegistry } from "./read-template-B5uEgkZO.js";
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
		locateMachine: void 0
	});
}
export { registryForReading as t };
