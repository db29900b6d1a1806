import { h as judgePlan, t as readTemplate } from "./read-template-B5uEgkZO.js";
import { D as hasErrors, E as forBuild } from "./hostile-text-DwEQVxIB.js";
// src/app/plan-template.ts
async function planTemplate(request, registry) {
	const { value: plan, judged, diagnostics: ofTemplate } = await readTemplate(request, registry);
	const found = [...ofTemplate, ...judgePlan({ builds: judged }, registry, request)];
	const diagnostics = request.toBuild ? forBuild(found) : found;
	for (const diagnostic of diagnostics) request.reporter.report({
		type: "diagnostic",
		diagnostic
	});
	return {
		plan: hasErrors(diagnostics) ? void 0 : plan,
		diagnostics
	};
}
export { planTemplate as t };
