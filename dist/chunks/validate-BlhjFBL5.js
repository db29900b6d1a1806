import { r as hasErrors } from "./diagnostics-D6HUwDnG.js";
import { a as checkSyntax, i as readTemplateFiles, u as urlPasswords } from "./read-template-BJ9AH9-X.js";
import { t as registryForReading } from "./registry-for-reading-D0ZOuxw0.js";
import { t as localFileSystem } from "./local-file-system-COSnxANI.js";
import { t as planTemplate } from "./plan-template-CarJlxyL.js";
// src/app/validate.ts
async function validate(request) {
	if (request.syntaxOnly) return validateSyntax(request);
	const { plan, diagnostics } = await planTemplate({
		...request,
		force: false,
		toBuild: false
	}, registryForReading(request));
	return {
		valid: plan !== void 0,
		diagnostics,
		plan
	};
}
function validateSyntax({ template, workingDirectory, configType, reporter, secrets }) {
	const files = readTemplateFiles(template, workingDirectory, localFileSystem, configType);
	for (const password of files.templates.flatMap(({ text }) => urlPasswords(text))) secrets.register(password);
	const diagnostics = [...files.diagnostics, ...checkSyntax(files)];
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
