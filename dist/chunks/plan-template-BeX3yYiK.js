import { t as readTemplate, x as judgePlan } from "./read-template-DX1-bLvp.js";
import { O as forBuild, k as hasErrors } from "./print-diagnostic-DzljT0bL.js";
// src/app/plan-template.ts
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
