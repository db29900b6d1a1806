import { s as flagOn } from "./command-TwrA_UT7.js";
// src/cli/harmless-flags.ts
const REASONS = {
	"ignore-prerelease-plugins": "plugins are built in, and none of them is a pre-release.",
	"use-sequential-evaluation": "locals and data sources are evaluated after what they need, which gives the same values as one after the other.",
	"skip-enforcement": "nothing is asked of HCP Packer, so it enforces nothing."
};
function harmlessFlags(...names) {
	const entries = names.map((name) => [name, {
		kind: "boolean",
		doc: `Changes nothing: ${REASONS[name]}`
	}]);
	return Object.fromEntries(entries);
}
function noteHarmlessFlags(parsed, reporter) {
	for (const [name, reason] of Object.entries(REASONS)) if (flagOn(parsed, name)) reporter.report({
		type: "log",
		level: "info",
		message: `-${name} changes nothing here: ${reason}`
	});
}
export { noteHarmlessFlags as n, harmlessFlags as t };
