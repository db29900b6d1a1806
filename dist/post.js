import "./chunks/rolldown-runtime-COqNOauY.js";
import { a as neutralise, i as GitHubReporter, l as setFailed, o as endOnCrash, r as runnerLog, s as abortOnSignals, t as recallRun } from "./chunks/state-BxgrxmH3.js";
import { t as cleanUp } from "./chunks/clean-up-CngX6-Fn.js";
import { n as describeResource } from "./chunks/narration-DU_dDXII.js";
import { n as systemClock, t as randomIds } from "./chunks/ids-Cwn8kxLH.js";
import { a as describeError, o as toBakeError } from "./chunks/errors-B7WcGKTd.js";
import { t as SecretRegistry } from "./chunks/secrets-C0wqGwP_.js";
// src/action/post.ts
const BUDGET_MS = 27e4;
async function post() {
	const { runDirectory, workingDirectory } = recallRun();
	if (runDirectory === "") return;
	const secrets = new SecretRegistry();
	endOnCrash((thrown) => setFailed(neutralise(secrets.mask(describeError(toBakeError(thrown))))));
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
