import { t as registryForReading } from "./registry-for-reading-D0ZOuxw0.js";
import { t as readTemplate } from "./read-template-BJ9AH9-X.js";
// src/app/inspect.ts
async function inspectTemplate(request) {
	const { reading, diagnostics } = await readTemplate(request, registryForReading(request));
	if (reading === void 0) for (const diagnostic of diagnostics) request.reporter.report({
		type: "diagnostic",
		diagnostic
	});
	return {
		reading,
		diagnostics
	};
}
export { inspectTemplate as t };
