import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { i as getInput } from "./chunks/core-B0YUriWg.js";
import { t as matrixOf } from "./chunks/matrix-BxrvgSxz.js";
import { r as TemplateError } from "./chunks/errors-Bd0aY3lr.js";
import { a as boolean, n as failureSummary, o as choice, r as runnerLog, t as runStep } from "./chunks/step-CSc0RH4l.js";
import { i as counted } from "./chunks/duration-Bo3QJcs-.js";
import { c as withinLimit, s as table } from "./chunks/error-list-C5VYcyhh.js";
import { t as readTemplateInputs } from "./chunks/template-inputs-CGtlt2-Q.js";
import { t as publishOutputs } from "./chunks/publish-outputs-B1Yu270b.js";
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
function planSummary(legs, looked, write) {
	const rows = legs.map(({ id, build, builder, ami_id: ami }) => write.row([
		build,
		builder,
		{ code: id },
		...looked ? [ami === "" ? "none: to be baked" : { code: ami }] : []
	]));
	const columns = [
		"Build",
		"Builder",
		"Leg",
		...looked ? ["There already"] : []
	];
	return withinLimit(`## ${planHeadline(legs, looked)}\n\n${table(columns, rows)}\n`);
}
function planHeadline(legs, looked) {
	const all = counted(legs.length, "build");
	const toBake = legs.filter(({ ami_id: ami }) => ami === "").length;
	if (!looked) return `${all} to bake`;
	if (toBake === 0) return `Nothing to bake: ${legs.length === 1 ? "the image is" : "all images are"} there already`;
	return `${toBake} of ${all} to bake`;
}
// src/action/plan.ts
await runStep("Out of time.", async ({ surroundings, say, fail, summarise }) => {
	const inputs = readPlanInputs(getInput, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
	const runDirectory = mkdtempSync(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "bake-ami-"));
	const look = inputs.look && {
		...inputs.look,
		runDirectory
	};
	const world = surroundings(inputs.workingDirectory);
	const { legs, diagnostics, error } = await matrixOf({
		...world,
		...inputs
	}, look);
	if (legs === void 0) {
		const failure = error ?? new TemplateError(diagnostics);
		fail(failure);
		if (inputs.summary) await summarise((markdown) => failureSummary("There is no plan", failure, markdown));
		return;
	}
	for (const { id, build, ami_id: ami } of legs) say(`${build} (${id})${look === void 0 ? "" : ami === "" ? ": to be baked" : `: ${ami} is there already`}`);
	publishOutputs(planOutputs(legs), world.secrets, runnerLog);
	if (inputs.summary) await summarise((markdown) => planSummary(legs, look !== void 0, markdown));
});
export {};
