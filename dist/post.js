import "./chunks/rolldown-runtime-COqNOauY.js";
import { a as abortOnSignals, i as endOnCrash, l as setFailed, n as GitHubReporter, r as neutralise, t as runnerLog } from "./chunks/runner-log-D7s7kX23.js";
import { t as cleanUp } from "./chunks/clean-up-DuKwgUuq.js";
import { c as describeResource } from "./chunks/print-diagnostic-DzljT0bL.js";
import { t as systemClock } from "./chunks/clock-C8altULn.js";
import { a as describeError, o as toBakeError } from "./chunks/errors-Bd0aY3lr.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { t as SecretRegistry } from "./chunks/secrets-DMuZ74ji.js";
import { n as recallRun } from "./chunks/state-BkDO3bLU.js";
// src/action/post.ts
const BUDGET_MS = 27e4;
async function post() {
	const { runDirectory, workingDirectory, run } = recallRun();
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
			budgetMs: BUDGET_MS,
			known: run
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
