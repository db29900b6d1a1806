import "./chunks/rolldown-runtime-COqNOauY.js";
import { a as neutralise, c as setFailed, i as GitHubReporter, o as abortOnSignals, r as runnerLog, t as recallRun } from "./chunks/state-BkKWOi2T.js";
import { t as cleanUp } from "./chunks/clean-up-N1eBFCUi.js";
import { n as describeError, r as describeResource } from "./chunks/narration-CFci6vNo.js";
import { n as systemClock, t as randomIds } from "./chunks/ids-Cwn8kxLH.js";
import { a as toBakeError } from "./chunks/errors-BFxv46ub.js";
import { t as SecretRegistry } from "./chunks/secrets-D4yhozXZ.js";
// src/action/post.ts
const BUDGET_MS = 27e4;
async function post() {
	const { runDirectory, workingDirectory } = recallRun();
	if (runDirectory === "") return;
	const secrets = new SecretRegistry();
	try {
		const { left, error } = await cleanUp({
			clock: systemClock,
			ids: randomIds,
			environment: process.env,
			reporter: new GitHubReporter(runnerLog, secrets, workingDirectory),
			secrets,
			signal: abortOnSignals(() => runnerLog.info("Out of time.")),
			runDirectory,
			budgetMs: BUDGET_MS
		});
		if (error !== void 0) setFailed(neutralise(secrets.mask(describeError(error))));
		else if (left.length > 0) {
			const names = left.map(({ resource }) => describeResource(resource)).join("; ");
			setFailed(neutralise(`Left behind, and may cost money: ${names}. Remove it by hand.`));
		}
	} catch (error) {
		setFailed(neutralise(secrets.mask(describeError(toBakeError(error)))));
	}
}
await post();
export {};
