import "./rolldown-runtime-BVN1G_yT.js";
import { t as inspectTemplate } from "./inspect-BjwsFDXu.js";
import { a as variableLines, i as legacyLines, n as buildLines, r as dataSourceLines, t as noteErrors } from "./template-errors-CiRK5lPn.js";
import { s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-vx77DMgT.js";
import { i as uiFor, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, n as EVALUATION_FLAGS, r as TEMPLATE_FLAGS } from "./template-flags-DFYDXade.js";
const inspectCommand = {
	name: "inspect",
	summary: "Show the variables and builds of a template, also of one that can not be built yet",
	positionals: "TEMPLATE",
	flags: {
		...TEMPLATE_FLAGS,
		...EVALUATION_FLAGS,
		...harmlessFlags("use-sequential-evaluation"),
		...OUTPUT_FLAGS
	},
	async run(parsed, terminal) {
		const ui = uiFor(parsed, terminal);
		const reporter = reporterFor(parsed, terminal);
		noteHarmlessFlags(parsed, reporter);
		const { reading, diagnostics } = await inspectTemplate({
			...terminal.surroundings(reporter),
			...templateRequest("inspect", parsed, terminal.workingDirectory),
			evaluateDataSources: flagOn(parsed, "evaluate-datasources")
		});
		if (reading === void 0) return EXIT.failed;
		if (reading.legacy !== void 0) {
			ui.say("Packer Inspect: JSON mode");
			for (const { text, fact: [category, ...data] = [] } of legacyLines(reading.legacy)) {
				if (category !== void 0) ui.machine(category, data);
				ui.say(text);
			}
			noteErrors(diagnostics, parsed, terminal);
			return EXIT.done;
		}
		ui.say("Packer Inspect: HCL2 mode\n");
		ui.say(variableLines(reading).join("\n"));
		const dataSources = dataSourceLines(reading);
		if (dataSources.length > 0) ui.say(dataSources.join("\n"));
		ui.say(`${buildLines(reading).join("\n")}\n`);
		noteErrors(diagnostics, parsed, terminal);
		return EXIT.done;
	}
};
export { inspectCommand };
