import "./rolldown-runtime-COqNOauY.js";
import { k as hasErrors } from "./print-diagnostic-DzljT0bL.js";
import { i as checkSyntax, l as urlPasswords, r as readTemplateFiles } from "./read-template-DX1-bLvp.js";
import { t as localFileSystem } from "./local-file-system-CqXQ2KaP.js";
import { t as planTemplate } from "./plan-template-BeX3yYiK.js";
import { t as registryForReading } from "./registry-for-reading-DZcY4Fxp.js";
import { s as flagOn, t as EXIT } from "./command-CKPyi7e2.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-DPDulavK.js";
import { i as uiFor, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-BOspGbL3.js";
import { i as templateRequest, n as EVALUATION_FLAGS, r as TEMPLATE_FLAGS } from "./template-flags-CH7q7lIb.js";
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
const validateCommand = {
	name: "validate",
	summary: "Check a template; AWS is not touched unless data sources are asked for",
	positionals: "TEMPLATE",
	flags: {
		"syntax-only": {
			kind: "boolean",
			doc: "Only check that the text can be read."
		},
		"no-warn-undeclared-var": {
			kind: "boolean",
			doc: "No warning where a variable file gives a value that no variable takes."
		},
		...TEMPLATE_FLAGS,
		...EVALUATION_FLAGS,
		...OUTPUT_FLAGS,
		...harmlessFlags("ignore-prerelease-plugins", "use-sequential-evaluation")
	},
	async run(parsed, terminal) {
		const syntaxOnly = flagOn(parsed, "syntax-only");
		const reporter = reporterFor(parsed, terminal);
		noteHarmlessFlags(parsed, reporter);
		const { valid } = await validate({
			...terminal.surroundings(reporter),
			...templateRequest("validate", parsed, terminal.workingDirectory),
			warnOnUndeclared: !flagOn(parsed, "no-warn-undeclared-var"),
			evaluateDataSources: flagOn(parsed, "evaluate-datasources"),
			syntaxOnly
		});
		if (valid && !flagOn(parsed, "json")) uiFor(parsed, terminal).say(syntaxOnly ? "Syntax-only check passed. Everything looks okay." : "The configuration is valid.");
		return valid ? EXIT.done : EXIT.failed;
	}
};
export { validateCommand };
