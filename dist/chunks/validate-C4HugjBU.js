import "./rolldown-runtime-COqNOauY.js";
import { t as validate } from "./validate-Bl0C83t4.js";
import { o as flagOn, t as EXIT } from "./command-B1HTpwtu.js";
import { n as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-DynlyhXn.js";
import { n as templateRequest, t as TEMPLATE_FLAGS } from "./template-flags-1IMyUM3e.js";
const validateCommand = {
	name: "validate",
	summary: "Check a template, without touching AWS",
	positionals: "TEMPLATE",
	flags: {
		"syntax-only": {
			kind: "boolean",
			doc: "Only check that the text is HCL."
		},
		...TEMPLATE_FLAGS,
		...OUTPUT_FLAGS
	},
	async run(parsed, terminal) {
		const { valid } = await validate({
			...terminal.surroundings(reporterFor(parsed, terminal)),
			...templateRequest("validate", parsed, terminal.workingDirectory),
			syntaxOnly: flagOn(parsed, "syntax-only")
		});
		if (valid && !flagOn(parsed, "json")) terminal.out.write(flagOn(parsed, "syntax-only") ? "Syntax-only check passed. Everything looks okay.\n" : "The configuration is valid.\n");
		return valid ? EXIT.done : EXIT.failed;
	}
};
export { validateCommand };
