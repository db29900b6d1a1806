import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { i as getInput, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { i as sweep, n as sweepRecord, r as sweepTable, t as sweepHeadline } from "./chunks/sweep-text-Ccc3zFcN.js";
import { a as describeError } from "./chunks/errors-Bd0aY3lr.js";
import "./chunks/diagnostic-text-BE2lGN9b.js";
import { a as boolean, l as lines, s as duration, t as runStep } from "./chunks/step-CSc0RH4l.js";
import { c as withinLimit, n as errorText, s as table, t as errorCodes } from "./chunks/error-list-C5VYcyhh.js";
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
		result.error === void 0 ? "" : `### What went wrong\n\n${errorText(result.error, write)}\n\n${errorCodes([result.error], write)}`
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
