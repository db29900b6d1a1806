import { a as createRegistry, c as hasErrors, i as parseFile, n as localFileSystem, r as readTemplateFiles, t as planTemplate } from "./plan-template-CQRy62FY.js";
import { o as cloudAccess } from "./hostile-text-D5YkQhqw.js";
// src/app/validate.ts
async function validate(request) {
	if (request.syntaxOnly) return validateSyntax(request);
	const registry = createRegistry({
		connections: cloudAccess(request, request.environment, "aws").connections,
		environment: request.environment,
		hostKeyPolicy: "proven",
		locateMachine: void 0
	});
	const { plan, diagnostics } = await planTemplate({
		...request,
		force: false
	}, registry);
	return {
		valid: plan !== void 0,
		diagnostics,
		plan
	};
}
function validateSyntax({ template, workingDirectory, reporter }) {
	const files = readTemplateFiles(template, workingDirectory, localFileSystem);
	const diagnostics = [...files.diagnostics, ...files.templates.flatMap((source) => parseFile(source).diagnostics)];
	for (const diagnostic of diagnostics) reporter.report({
		type: "diagnostic",
		diagnostic
	});
	return {
		valid: !hasErrors(diagnostics),
		diagnostics,
		plan: void 0
	};
}
export { validate as t };
