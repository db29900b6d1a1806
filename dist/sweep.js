import "./chunks/rolldown-runtime-COqNOauY.js";
import { a as abortOnSignals, i as endOnCrash, l as setFailed, n as GitHubReporter, o as getInput, r as neutralise, t as runnerLog, u as setOutput } from "./chunks/runner-log-D7s7kX23.js";
import { s as causeChain } from "./chunks/print-diagnostic-DzljT0bL.js";
import { i as sweep, n as sweepRecord, r as sweepTable, t as sweepHeadline } from "./chunks/sweep-text-bLxctCiH.js";
import { t as systemClock } from "./chunks/clock-C8altULn.js";
import { a as describeError, o as toBakeError } from "./chunks/errors-Bd0aY3lr.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { t as SecretRegistry } from "./chunks/secrets-DMuZ74ji.js";
import { c as lines, i as boolean, n as table, o as duration, r as withinLimit, t as MarkdownWriter, u as summary } from "./chunks/markdown-JPVOKGUL.js";
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
async function main() {
	const secrets = new SecretRegistry();
	const say = (text) => runnerLog.info(neutralise(secrets.mask(text)));
	const fail = (thrown) => {
		const error = toBakeError(thrown);
		setFailed(neutralise(secrets.mask(describeError(error))));
		for (const cause of causeChain(error)) say(`Caused by: ${cause}`);
	};
	endOnCrash(fail);
	try {
		const inputs = readSweepInputs(getInput);
		const result = await sweep({
			...inputs,
			clock: systemClock,
			ids: randomIds,
			environment: process.env,
			reporter: new GitHubReporter(runnerLog, secrets, process.cwd()),
			secrets,
			signal: abortOnSignals(() => runnerLog.info("Out of time: the next sweep goes on.")),
			budgetMs: BUDGET_MS
		});
		for (const cells of sweepTable(result).rows) say(cells.filter((cell) => cell !== "").join("  "));
		if (result.accountId !== void 0) say(sweepHeadline(result, inputs.dryRun));
		for (const { region, error } of result.unread) runnerLog.info(neutralise(secrets.mask(`${region} could not be looked through: ${describeError(error)}`)));
		for (const [name, value] of Object.entries(sweepOutputs(result))) setOutput(name, value);
		if (result.error !== void 0) fail(result.error);
		if (inputs.summary) {
			const markdown = new MarkdownWriter((text) => secrets.mask(text));
			await writeSummary(sweepSummary(result, inputs.dryRun, markdown));
		}
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
