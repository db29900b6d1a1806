import "./chunks/rolldown-runtime-COqNOauY.js";
import { i as getInput, u as setOutput } from "./chunks/core-B0YUriWg.js";
import "./chunks/narration-CInoRflN.js";
import { a as describeError } from "./chunks/errors-Bd0aY3lr.js";
import { i as sweep, n as sweepRecord, r as sweepTable, t as sweepHeadline } from "./chunks/sweep-text-CopG9qIP.js";
import { t as runStep } from "./chunks/step-BifIK8LF.js";
import { d as lines, l as duration, s as boolean } from "./chunks/github-reporter-DYpVTCa6.js";
import { i as withinLimit, r as table } from "./chunks/markdown-BDYVjf90.js";
// src/action/sweep-inputs.ts
function readSweepInputs(read) {
	return {
		dryRun: boolean("dry-run", read("dry-run") || "true"),
		regions: lines(read("regions")),
		runs: lines(read("runs")),
		olderThanMs: duration("older-than", read("older-than") || "0s"),
		region: read("aws-region") || void 0,
		summary: boolean("summary", read("summary") || "true")
	};
}
// src/action/sweep-results.ts
function sweepOutputs({ findings, removed, left }) {
	const expired = findings.filter(({ verdict }) => verdict === "expired");
	const list = (which) => JSON.stringify(expired.filter(({ resource }) => which(resource.id)).map(sweepRecord));
	return {
		found: list(() => true),
		removed: list((id) => removed.some((resource) => resource.id === id)),
		left: list((id) => left.some(({ resource }) => resource.id === id))
	};
}
function sweepSummary(result, dryRun, write) {
	const { columns, rows } = sweepTable(result);
	const unread = result.unread.map(({ region, error }) => `- ${write.text(region)}: ${write.text(describeError(error))}`);
	const parts = [
		`## ${dryRun ? "Sweep (dry run)" : "Sweep"}`,
		result.accountId === void 0 ? "" : write.text(sweepHeadline(result, dryRun)),
		rows.length === 0 ? "" : table(columns, rows.map((cells) => write.row(cells))),
		unread.length === 0 ? "" : `### Not looked through\n\n${unread.join("\n")}`,
		result.error === void 0 ? "" : `### What went wrong\n\n${write.text(describeError(result.error))}`
	];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
// src/action/sweep.ts
const BUDGET_MS = 12e5;
await runStep("Out of time: the next sweep goes on.", async ({ surroundings, say, fail, summarise }) => {
	const inputs = readSweepInputs(getInput);
	const result = await sweep({
		...inputs,
		...surroundings(process.cwd()),
		budgetMs: BUDGET_MS
	});
	for (const cells of sweepTable(result).rows) say(cells.filter((cell) => cell !== "").join("  "));
	if (result.accountId !== void 0) say(sweepHeadline(result, inputs.dryRun));
	for (const { region, error } of result.unread) say(`${region} could not be looked through: ${describeError(error)}`);
	for (const [name, value] of Object.entries(sweepOutputs(result))) setOutput(name, value);
	if (result.error !== void 0) fail(result.error);
	if (inputs.summary) await summarise((markdown) => sweepSummary(result, inputs.dryRun, markdown));
});
export {};
