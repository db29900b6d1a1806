import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { i as getInput } from "./chunks/core-B0YUriWg.js";
import { t as cleanUp } from "./chunks/clean-up-B9cGYwJ2.js";
import { E as describeResource } from "./chunks/diagnostic-text-BE2lGN9b.js";
import { a as describeError, t as BakeError } from "./chunks/errors-Bd0aY3lr.js";
import { a as boolean, t as runStep } from "./chunks/step-CSc0RH4l.js";
import { c as withinLimit, n as errorText, t as errorCodes } from "./chunks/error-list-C5VYcyhh.js";
import { n as recallRun } from "./chunks/state-CBwTPTWb.js";
// src/action/post-summary.ts
function postSummary({ removed, left, error }, failure, write) {
	const parts = [
		"## Cleaned up after the run",
		error === void 0 ? "" : `What is left could not be looked for: ${errorText(error, write)}`,
		left.length === 0 ? "" : `### Left behind\n\nThis may cost money. Remove it by hand.\n\n${left.map(({ resource, error: why }) => `- ${write.text(`${describeResource(resource)}: ${describeError(why)}`)}`).join("\n")}`,
		failure === void 0 ? "" : errorCodes([failure], write),
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
		const failure = error ?? (left.length > 0 ? leftBehind(result) : void 0);
		if (failure !== void 0) fail(failure);
		if ((removed.length > 0 || failure !== void 0) && boolean("summary", getInput("summary") || "true")) await summarise((markdown) => postSummary(result, failure, markdown));
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
