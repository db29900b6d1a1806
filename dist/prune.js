import "./chunks/rolldown-runtime-COqNOauY.js";
import { f as startGroup, i as getInput, n as endGroup, u as setOutput } from "./chunks/core-B0YUriWg.js";
import { t as prune } from "./chunks/prune-Bkl-AfIY.js";
import { i as pruneTable, n as pruneNotes, r as pruneRecord, t as pruneHeadline } from "./chunks/prune-text-AP38mlRI.js";
import { t as systemClock } from "./chunks/clock-Di85Azey.js";
import { a as describeError, o as toBakeError } from "./chunks/errors-Bd0aY3lr.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { t as SecretRegistry } from "./chunks/secrets-D47Fl15U.js";
import { a as runnerLog, d as lines, i as abortOnSignals, n as failStep, o as neutralise, p as summary, r as endOnCrash, s as boolean, t as GitHubReporter, u as invalid } from "./chunks/github-reporter-DYpVTCa6.js";
import { i as withinLimit, n as details, r as table, t as MarkdownWriter } from "./chunks/markdown-BDYVjf90.js";
import { i as readPruneSettings } from "./chunks/prune-settings-DMXAG_qU.js";
import "./chunks/narration-CInoRflN.js";
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
		result.error === void 0 ? "" : `> [!CAUTION]\n> ${write.text(describeError(result.error))}`,
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
async function main() {
	const secrets = new SecretRegistry();
	const say = (text) => runnerLog.info(neutralise(secrets.mask(text)));
	const fail = (thrown) => failStep(thrown, secrets);
	endOnCrash(fail);
	try {
		const inputs = readPruneInputs(getInput);
		const { dryRun } = inputs;
		const result = await prune({
			...inputs,
			clock: systemClock,
			ids: randomIds,
			environment: process.env,
			reporter: new GitHubReporter(runnerLog, secrets, process.cwd()),
			secrets,
			signal: abortOnSignals(() => runnerLog.info("Out of time: the next prune goes on.")),
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
		if (inputs.summary) await writeSummary(pruneSummary(result, dryRun, new MarkdownWriter((text) => secrets.mask(text))));
	} catch (error) {
		fail(error);
	}
}
async function writeSummary(text) {
	try {
		await summary.addRaw(text).write();
	} catch (error) {
		runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
	}
}
await main();
export {};
