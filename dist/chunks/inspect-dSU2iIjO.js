import { t as registryForReading } from "./registry-for-reading-Wdl4JP1B.js";
import { t as readTemplate } from "./read-template-D-t1fwaq.js";
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
