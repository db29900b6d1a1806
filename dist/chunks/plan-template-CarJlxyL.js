import { u as judgePlan } from "./registry-B0TjLCQL.js";
import { n as forBuild, r as hasErrors } from "./diagnostics-D6HUwDnG.js";
import { t as readTemplate } from "./read-template-BJ9AH9-X.js";
// src/app/templates/plan-template.ts
async function planTemplate(request, registry) {
	const { value: plan, judged, reading, diagnostics: ofTemplate } = await readTemplate(request, registry);
	const found = [...ofTemplate, ...judgePlan({ builds: judged }, registry, request)];
	const diagnostics = request.toBuild ? forBuild(found) : found;
	for (const diagnostic of diagnostics) request.reporter.report({
		type: "diagnostic",
		diagnostic
	});
	return {
		plan: hasErrors(diagnostics) ? void 0 : plan,
		diagnostics,
		reading
	};
}
export { planTemplate as t };
