import "./chunks/rolldown-runtime-COqNOauY.js";
import { i as getInput, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { n as merge, t as outputsFilesIn } from "./chunks/outputs-files-in-BdaOGohW.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { s as boolean, u as invalid } from "./chunks/github-reporter-DYpVTCa6.js";
import { t as BakeError } from "./chunks/errors-Bd0aY3lr.js";
import { i as withinLimit, r as table } from "./chunks/markdown-BDYVjf90.js";
import { t as actionOutputs } from "./chunks/outputs-1x4pR3n8.js";
import { t as runStep } from "./chunks/step-BifIK8LF.js";
import path from "node:path";
// src/action/merge-inputs.ts
function readMergeInputs(read, workspace) {
	return {
		path: read("path") || ".",
		expected: expectedBuilds(read("builds")),
		allowMissing: boolean("allow-missing", read("allow-missing") || "false"),
		manifest: read("manifest") || void 0,
		tfvars: read("tfvars") || void 0,
		workingDirectory: path.resolve(workspace, read("working-directory") || "."),
		summary: boolean("summary", read("summary") || "true")
	};
}
function expectedBuilds(text) {
	if (text === "") return [];
	let builds;
	try {
		builds = JSON.parse(text);
	} catch {}
	if (Array.isArray(builds) && builds.every((name) => typeof name === "string")) return builds;
	throw invalid("builds", "is no list of names in JSON", "Give it the output \"builds\" of the action plan.");
}
// src/action/merge-results.ts
function notWhole({ missing, unsuccessful }) {
	const lacks = [...missing.length === 0 ? [] : [`Nothing was handed on for ${missing.join(", ")}`], ...unsuccessful.length === 0 ? [] : [`${unsuccessful.join(", ")} did not succeed`]];
	if (lacks.length === 0) return void 0;
	return new BakeError(lacks.join("; "), {
		code: "legs-missing",
		category: "artifact",
		hint: "The outputs hold what there is. The jobs of these builds say why; run them again, or set allow-missing: true."
	});
}
function mergeSummary({ outputs, builds, missing }, write) {
	const rows = Object.entries(builds).flatMap(([build, outcome]) => {
		const images = (outputs.artifacts[build] ?? []).slice(0, 1).flatMap((artifact) => artifact.images);
		if (images.length === 0) return [write.row([
			build,
			outcome,
			"",
			"",
			""
		])];
		return images.map(({ region, id, name }) => write.row([
			build,
			outcome,
			region,
			{ code: id },
			name
		]));
	});
	const absent = missing.map((build) => write.row([
		build,
		"missing",
		"",
		"",
		""
	]));
	const heading = `## Baked on ${Object.keys(builds).length} runners`;
	return withinLimit(`${heading}\n\n${table([
		"Build",
		"Outcome",
		"Region",
		"AMI",
		"Name"
	], [...rows, ...absent])}\n`);
}
// src/action/merge.ts
await runStep("Out of time.", async ({ say, fail, summarise }) => {
	const inputs = readMergeInputs(getInput, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
	const files = outputsFilesIn(inputs.path, inputs.workingDirectory);
	const result = merge({
		...inputs,
		files,
		ids: randomIds
	});
	for (const [build, outcome] of Object.entries(result.builds)) say(`${build}: ${outcome}`);
	for (const [name, value] of Object.entries(actionOutputs(result.outputs))) setOutput(name, value);
	if (inputs.summary) await summarise((markdown) => mergeSummary(result, markdown));
	const lack = notWhole(result);
	if (lack !== void 0 && !inputs.allowMissing) fail(lack);
	else if (lack !== void 0) say(`${lack.message}.`);
});
export {};
