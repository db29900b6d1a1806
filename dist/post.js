import "./chunks/rolldown-runtime-COqNOauY.js";
import { i as getInput } from "./chunks/core-B0YUriWg.js";
import { t as cleanUp } from "./chunks/clean-up-D0pi_1vg.js";
import { r as describeResource } from "./chunks/narration-CInoRflN.js";
import { a as describeError, t as BakeError } from "./chunks/errors-Bd0aY3lr.js";
import { s as boolean } from "./chunks/github-reporter-DYpVTCa6.js";
import { i as withinLimit } from "./chunks/markdown-BDYVjf90.js";
import { n as recallRun } from "./chunks/state-ByqJj5E5.js";
import { t as runStep } from "./chunks/step-BifIK8LF.js";
// src/action/post-summary.ts
function postSummary({ removed, left, error }, write) {
	const parts = [
		"## Cleaned up after the run",
		error === void 0 ? "" : `What is left could not be looked for: ${write.text(describeError(error))}`,
		left.length === 0 ? "" : `### Left behind\n\nThis may cost money. Remove it by hand.\n\n${left.map(({ resource, error: why }) => `- ${write.text(`${describeResource(resource)}: ${describeError(why)}`)}`).join("\n")}`,
		removed.length === 0 ? "" : `### Removed\n\n${removed.map((resource) => `- ${write.text(describeResource(resource))}`).join("\n")}`
	];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
// src/action/post-run.ts
const BUDGET_MS = 27e4;
async function run() {
	const { runDirectory, workingDirectory, run: known } = recallRun();
	if (runDirectory === "") return;
	await runStep("Out of time.", async ({ surroundings, say, fail, summarise }) => {
		const result = await cleanUp({
			...surroundings(workingDirectory),
			runDirectory,
			budgetMs: BUDGET_MS,
			known
		});
		const { removed, left, error } = result;
		if (result.clean && removed.length === 0) say("Nothing of the run was left to be removed.");
		if (error !== void 0) fail(error);
		else if (left.length > 0) fail(leftBehind(result));
		if ((removed.length > 0 || left.length > 0 || error !== void 0) && boolean("summary", getInput("summary") || "true")) await summarise((markdown) => postSummary(result, markdown));
	});
}
function leftBehind({ left }) {
	const names = left.map(({ resource }) => describeResource(resource)).join("; ");
	return new BakeError(`Left behind, and may cost money: ${names}`, {
		code: "resource-left-behind",
		category: "left-behind",
		hint: "Remove it by hand."
	});
}
// src/action/post.ts
await run();
export {};
