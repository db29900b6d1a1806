import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { f as startGroup, i as getInput, n as endGroup, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { t as prune } from "./chunks/prune-Dw4TlNrn.js";
import { i as pruneTable, n as pruneNotes, r as pruneRecord, t as pruneHeadline } from "./chunks/prune-text-DvknMqDs.js";
import { i as readPruneSettings } from "./chunks/prune-settings-wRomM73b.js";
import { a as boolean, c as invalid, l as lines, t as runStep } from "./chunks/step-CSc0RH4l.js";
import { a as details, c as withinLimit, n as errorText, s as table, t as errorCodes } from "./chunks/error-list-C5VYcyhh.js";
// src/action/prune-inputs.ts
function readPruneInputs(read) {
	return {
		...readPruneSettings({
			text: (name) => read(name).trim(),
			list: (name) => lines(read(name)),
			invalid
		}),
		dryRun: boolean("dry-run", read("dry-run") || "true"),
		regions: lines(read("regions")),
		region: read("aws-region") || void 0,
		summary: boolean("summary", read("summary") || "true")
	};
}
// src/action/prune-results.ts
function pruneOutputs({ findings, done, left }) {
	const list = (which) => JSON.stringify(findings.filter(({ resource }) => which(resource.id)).map(pruneRecord));
	const snapshots = done.filter(({ kind }) => kind === "snapshot").map(({ region, id }) => ({
		region,
		id
	}));
	return {
		plan: list(() => true),
		pruned: list((id) => done.some((resource) => resource.id === id)),
		deleted_snapshots: JSON.stringify(snapshots),
		left: list((id) => left.some(({ resource }) => resource.id === id))
	};
}
function pruneSummary(result, dryRun, write) {
	const staying = pruneRows(result, (isGoing) => !isGoing, write);
	const notes = pruneNotes(result).map((note) => `- ${write.text(note)}`);
	const parts = [
		`## ${dryRun ? "Prune (dry run)" : "Prune"}`,
		result.accountId === void 0 ? "" : write.text(pruneHeadline(result, dryRun)),
		result.error === void 0 ? "" : `> [!CAUTION]\n> ${errorText(result.error, write)}`,
		result.error === void 0 ? "" : errorCodes([result.error], write),
		pruneRows(result, (isGoing) => isGoing, write),
		notes.length === 0 ? "" : notes.join("\n"),
		staying === "" ? "" : details("What stays", staying)
	];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
function pruneRows(result, which, write) {
	const findings = result.findings.filter(({ verdict }) => which(verdict !== "keep"));
	if (findings.length === 0) return "";
	const { columns, rows } = pruneTable({
		...result,
		findings
	});
	return table(columns, rows.map((cells) => write.row(cells)));
}
// src/action/prune.ts
const BUDGET_MS = 18e5;
await runStep("Out of time: the next prune goes on.", async ({ surroundings, say, fail, summarise }) => {
	const inputs = readPruneInputs(getInput);
	const { dryRun } = inputs;
	const result = await prune({
		...inputs,
		...surroundings(process.cwd()),
		budgetMs: BUDGET_MS,
		onPlan: (plan) => {
			startGroup("The plan");
			const { rows } = pruneTable(plan, dryRun || plan.isTooMuch ? "would be" : "will be");
			for (const cells of rows) say(cells.filter((cell) => cell !== "").join("  "));
			endGroup();
		}
	});
	if (result.accountId !== void 0) say(pruneHeadline(result, dryRun));
	for (const note of pruneNotes(result)) say(note);
	for (const [name, value] of Object.entries(pruneOutputs(result))) setOutput(name, value);
	if (result.error !== void 0) fail(result.error);
	if (inputs.summary) await summarise((markdown) => pruneSummary(result, dryRun, markdown));
});
export {};
