import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { i as getInput, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { n as merge, r as notWhole, t as outputsFilesIn } from "./chunks/outputs-files-in-xVWsS9dk.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { a as boolean, c as invalid, t as runStep } from "./chunks/step-CSc0RH4l.js";
import { i as counted } from "./chunks/duration-Bo3QJcs-.js";
import { c as withinLimit, n as errorText, s as table, t as errorCodes } from "./chunks/error-list-C5VYcyhh.js";
import { t as actionOutputs } from "./chunks/outputs-1x4pR3n8.js";
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
function fateOf({ outputs, builds }, build) {
	const outcome = builds[build];
	if (outcome === void 0) return "missing";
	const [artifact] = outputs.artifacts[build] ?? [];
	const hasImage = (artifact?.images.length ?? 0) > 0;
	if (outcome !== "succeeded") return hasImage ? `${outcome}, with an image` : outcome;
	if (!hasImage) return "built without an image";
	return artifact?.reused === true ? "reused" : "baked";
}
function mergeSummary(result, write) {
	const all = [...Object.keys(result.builds), ...result.missing];
	const rows = all.flatMap((build) => {
		const fate = fateOf(result, build);
		const file = result.files[build] ?? "";
		const [artifact] = result.outputs.artifacts[build] ?? [];
		const images = artifact?.images ?? [];
		const href = artifact?.reused_from;
		if (images.length === 0) return [write.row([
			build,
			fate,
			"",
			"",
			"",
			file
		])];
		return images.map(({ region, id, name, size_gib: size }) => write.row([
			build,
			{
				text: fate,
				href
			},
			region,
			{
				code: id,
				note: name
			},
			size === null ? "" : `${size}\u00a0GiB`,
			file
		]));
	});
	const columns = [
		"Build",
		"Outcome",
		"Region",
		"AMI",
		"Size",
		"Handed on by"
	];
	const lack = notWhole(result);
	const parts = [
		`## ${headline(all.map((build) => fateOf(result, build)))}`,
		table(columns, rows),
		...lack === void 0 ? [] : [errorText(lack, write), errorCodes([lack], write)]
	];
	return withinLimit(`${parts.join("\n\n")}\n`);
}
function headline(fates) {
	const counts = /* @__PURE__ */ new Map();
	for (const fate of fates) counts.set(fate, (counts.get(fate) ?? 0) + 1);
	const list = [...counts].map(([fate, count]) => `${count} ${fate}`).join(", ");
	return `${counted(fates.length, "build")}: ${list}`;
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
	for (const build of Object.keys(result.builds)) say(`${build}: ${fateOf(result, build)}`);
	for (const [name, value] of Object.entries(actionOutputs(result.outputs))) setOutput(name, value);
	if (inputs.summary) await summarise((markdown) => mergeSummary(result, markdown));
	const lack = notWhole(result);
	if (lack !== void 0 && !inputs.allowMissing) fail(lack);
	else if (lack !== void 0) say(`${lack.message}.`);
});
export {};
