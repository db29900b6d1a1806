import "./chunks/rolldown-runtime-COqNOauY.js";
import { i as getInput, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { t as matrixOf } from "./chunks/matrix-DqVffjci.js";
import { r as TemplateError } from "./chunks/errors-Bd0aY3lr.js";
import { c as choice, s as boolean } from "./chunks/github-reporter-DYpVTCa6.js";
import { i as withinLimit, r as table } from "./chunks/markdown-BDYVjf90.js";
import { t as readTemplateInputs } from "./chunks/template-inputs-1vdxzI4W.js";
import { t as runStep } from "./chunks/step-BifIK8LF.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
// src/action/plan-results.ts
function readPlanInputs(read, workspace) {
	return {
		...readTemplateInputs(read, workspace),
		look: reuseLook(read),
		summary: boolean("summary", read("summary") || "true")
	};
}
function reuseLook(read) {
	const look = {
		region: read("aws-region") || void 0,
		fingerprintKey: read("fingerprint-key") || void 0,
		verifiedOnly: boolean("verified-only", read("verified-only") || "false"),
		outputsFile: read("outputs-file") || void 0
	};
	return choice("reuse", read("reuse") || "never", ["never", "if-unchanged"]) === "never" ? void 0 : look;
}
function planOutputs(legs) {
	const toBake = legs.filter(({ ami_id: ami }) => ami === "");
	return {
		matrix: JSON.stringify({ include: legs }),
		to_bake: JSON.stringify({ include: toBake }),
		builds: JSON.stringify(legs.map(({ build }) => build)),
		count: String(legs.length),
		to_bake_count: String(toBake.length)
	};
}
function planSummary(legs, write) {
	const toBake = legs.filter(({ ami_id: ami }) => ami === "").length;
	const rows = legs.map(({ id, build, builder, ami_id: ami }) => write.row([
		build,
		builder,
		{ code: id },
		ami === "" ? "" : { code: ami }
	]));
	const heading = `## ${toBake} ${toBake === 1 ? "build" : "builds"} to bake`;
	return withinLimit(`${heading}\n\n${table([
		"Build",
		"Builder",
		"Leg",
		"There already"
	], rows)}\n`);
}
// src/action/plan.ts
await runStep("Out of time.", async ({ surroundings, say, fail, summarise }) => {
	const inputs = readPlanInputs(getInput, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
	const runDirectory = mkdtempSync(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "bake-ami-"));
	const look = inputs.look && {
		...inputs.look,
		runDirectory
	};
	const { legs, diagnostics, error } = await matrixOf({
		...surroundings(inputs.workingDirectory),
		...inputs
	}, look);
	if (legs === void 0) {
		fail(error ?? new TemplateError(diagnostics));
		return;
	}
	for (const { id, build, ami_id: ami } of legs) say(`${build} (${id})${ami === "" ? "" : `: ${ami} is there already`}`);
	for (const [name, value] of Object.entries(planOutputs(legs))) setOutput(name, value);
	if (inputs.summary) await summarise((markdown) => planSummary(legs, markdown));
});
export {};
