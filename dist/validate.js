import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { i as getInput, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { t as formatFiles } from "./chunks/format-MkoSu-OG.js";
import { t as validate } from "./chunks/validate-BlhjFBL5.js";
import { r as TemplateError, t as BakeError } from "./chunks/errors-Bd0aY3lr.js";
import { a as boolean, t as runStep } from "./chunks/step-CSc0RH4l.js";
import { t as readTemplateInputs } from "./chunks/template-inputs-CGtlt2-Q.js";
import { c as withinLimit, n as errorText, o as section, r as diagnosticList, t as errorCodes } from "./chunks/error-list-C5VYcyhh.js";
// src/app/templates/unformatted.ts
function unformatted({ template, workingDirectory }, { ids, reporter }) {
	const files = [];
	const request = {
		paths: [template],
		workingDirectory,
		write: false,
		recursive: true,
		ids
	};
	for (const outcome of formatFiles(request)) {
		if (outcome.kind === "formatted") {
			if (outcome.before !== outcome.after) files.push(outcome.name);
			continue;
		}
		for (const diagnostic of outcome.diagnostics) reporter.report({
			type: "diagnostic",
			diagnostic
		});
	}
	return files;
}
// src/action/validate-inputs.ts
function readValidateInputs(read, workspace) {
	return {
		...readTemplateInputs(read, workspace),
		syntaxOnly: boolean("syntax-only", read("syntax-only") || "false"),
		warnOnUndeclared: boolean("warn-on-undeclared-var", read("warn-on-undeclared-var") || "true"),
		evaluateDataSources: boolean("evaluate-datasources", read("evaluate-datasources") || "false"),
		format: boolean("format", read("format") || "false"),
		summary: boolean("summary", read("summary") || "true")
	};
}
// src/action/validate-results.ts
function validateOutputs(result, unformatted) {
	return {
		valid: String(result.valid),
		builds: JSON.stringify(result.plan?.builds.map(({ name }) => name) ?? []),
		errors: String(of("error", result.diagnostics).length),
		warnings: String(of("warning", result.diagnostics).length),
		unformatted: JSON.stringify(unformatted)
	};
}
function validateSummary({ valid, diagnostics, plan }, unformatted, write) {
	const builds = plan?.builds.map(({ name }) => `- ${write.text(name)}`) ?? [];
	const parts = [
		`## ${validHeadline(valid, unformatted.length)}`,
		section("Errors", diagnosticList(of("error", diagnostics), write)),
		valid ? "" : errorCodes([new TemplateError(diagnostics)], write),
		section("Warnings", diagnosticList(of("warning", diagnostics), write)),
		section("Not formatted", unformatted.map((name) => `- ${write.code(name)}`)),
		valid && unformatted.length > 0 ? errorText(notFormatted(unformatted), write) : "",
		section("Builds", builds)
	];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
function validHeadline(valid, unformatted) {
	if (!valid) return "The template is not valid";
	return unformatted === 0 ? "The template is valid" : "The template is valid, but not in the canonical format";
}
function notFormatted(files) {
	const these = files.length === 1 ? "is not" : "are not";
	return new BakeError(`${files.join(", ")} ${these} in the canonical format`, {
		code: "not-formatted",
		category: "template",
		hint: "bake-ami fmt, or packer fmt, writes them in it. The input format: false leaves them as they are."
	});
}
function of(severity, diagnostics) {
	return diagnostics.filter((diagnostic) => diagnostic.severity === severity);
}
// src/action/validate.ts
await runStep("Out of time.", async ({ surroundings, say, fail, summarise }) => {
	const inputs = readValidateInputs(getInput, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
	const context = surroundings(inputs.workingDirectory);
	const result = await validate({
		...context,
		...inputs
	});
	const files = inputs.format ? unformatted(inputs, context) : [];
	for (const [name, value] of Object.entries(validateOutputs(result, files))) setOutput(name, value);
	if (inputs.summary) await summarise((markdown) => validateSummary(result, files, markdown));
	if (!result.valid) fail(new TemplateError(result.diagnostics));
	else if (files.length > 0) fail(notFormatted(files));
	else say(inputs.syntaxOnly ? "The text of the template can be read." : "The template is valid.");
});
export {};
