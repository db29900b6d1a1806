import "./rolldown-runtime-BVN1G_yT.js";
import { t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { t as BUILT_IN_PLUGINS } from "./compatibility-T0dhVuAe.js";
import { t as inspectTemplate } from "./inspect-BjwsFDXu.js";
import { s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { i as uiFor, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, r as TEMPLATE_FLAGS } from "./template-flags-DFYDXade.js";
// src/app/init.ts
async function init(request) {
	const { template, reporter } = request;
	const { reading, diagnostics } = await inspectTemplate(request);
	if (reading === void 0) return { plugins: void 0 };
	if (reading.legacy !== void 0) {
		const diagnostic = errorDiagnostic({
			code: "no-plugins-in-json",
			summary: `"${template}" is a legacy JSON template, which can't require plugins`,
			detail: "Leave \"init\" out for it: nothing has to be downloaded, and \"validate\" says whether all that it uses is built in."
		});
		reporter.report({
			type: "diagnostic",
			diagnostic
		});
		return { plugins: void 0 };
	}
	for (const diagnostic of diagnostics.filter(isAboutVersions)) reporter.report({
		type: "diagnostic",
		diagnostic
	});
	return { plugins: reading.plugins.map((plugin) => ({
		...plugin,
		builtIn: BUILT_IN_PLUGINS.get(plugin.source.toLowerCase())
	})) };
}
function isAboutVersions({ code }) {
	return code === "unmet-version-constraint";
}
const initCommand = {
	name: "init",
	summary: "Say which plugins that a template requires are built in; there is nothing to download",
	positionals: "TEMPLATE",
	flags: {
		upgrade: {
			kind: "boolean",
			doc: "Has nothing to do: what is built in changes with bake-ami itself."
		},
		force: {
			kind: "boolean",
			doc: "Has nothing to do: nothing is downloaded, so nothing can be downloaded again."
		},
		...TEMPLATE_FLAGS,
		...OUTPUT_FLAGS
	},
	async run(parsed, terminal) {
		const ui = uiFor(parsed, terminal);
		const { plugins } = await init({
			...terminal.surroundings(reporterFor(parsed, terminal)),
			...templateRequest("init", parsed, terminal.workingDirectory)
		});
		if (plugins === void 0) return EXIT.failed;
		for (const plugin of plugins) ui.say(describe(plugin));
		if (plugins.length === 0) ui.say("No plugins requirement found, and none is needed: all that is supported is built in.");
		for (const name of ["upgrade", "force"]) if (flagOn(parsed, name)) ui.say(`-${name} has nothing to do: plugins are built in and never downloaded.`);
		return EXIT.done;
	}
};
function describe({ name, source, constraint, builtIn }) {
	const required = `${name} (${source} ${constraint})`;
	return builtIn === void 0 ? `Not built in: ${required}. Builds that use it can't run here: leave them out with -only or -except, or run them with Packer.` : `Built in: ${required}, behaving as version ${builtIn}.`;
}
export { initCommand };
