import "./rolldown-runtime-BVN1G_yT.js";
import { n as errorPages } from "./error-page-Zq6tgGJA.js";
import { t as validate } from "./validate-BlhjFBL5.js";
import { r as TemplateError } from "./errors-Bd0aY3lr.js";
import { s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-vx77DMgT.js";
import { i as uiFor, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, n as EVALUATION_FLAGS, r as TEMPLATE_FLAGS } from "./template-flags-DFYDXade.js";
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
		const { valid, diagnostics } = await validate({
			...terminal.surroundings(reporter),
			...templateRequest("validate", parsed, terminal.workingDirectory),
			warnOnUndeclared: !flagOn(parsed, "no-warn-undeclared-var"),
			evaluateDataSources: flagOn(parsed, "evaluate-datasources"),
			syntaxOnly
		});
		if (flagOn(parsed, "json")) return valid ? EXIT.done : EXIT.failed;
		const ui = uiFor(parsed, terminal);
		if (valid) ui.say(syntaxOnly ? "Syntax-only check passed. Everything looks okay." : "The configuration is valid.");
		else for (const page of errorPages([new TemplateError(diagnostics)])) ui.error(page);
		return valid ? EXIT.done : EXIT.failed;
	}
};
export { validateCommand };
