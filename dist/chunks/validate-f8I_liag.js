import "./rolldown-runtime-COqNOauY.js";
import { t as validate } from "./validate-vWd1Zkbp.js";
import { s as flagOn, t as EXIT } from "./command-BzTZ-rX3.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-DEmnPEu7.js";
import { i as uiFor, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-D8C45zmz.js";
import { i as templateRequest, n as EVALUATION_FLAGS, r as TEMPLATE_FLAGS } from "./template-flags-KKrEeLbl.js";
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
