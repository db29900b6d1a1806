import { a as runnerLog, i as abortOnSignals, n as failStep, o as neutralise, p as summary, r as endOnCrash, t as GitHubReporter } from "./github-reporter-DYpVTCa6.js";
import { t as systemClock } from "./clock-Di85Azey.js";
import { o as toBakeError } from "./errors-Bd0aY3lr.js";
import { t as randomIds } from "./ids-DfFYDptU.js";
import { t as SecretRegistry } from "./secrets-D47Fl15U.js";
import { t as MarkdownWriter } from "./markdown-BDYVjf90.js";
// src/action/step.ts
async function runStep(outOfTime, run) {
	process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
	const secrets = new SecretRegistry();
	const say = (text) => runnerLog.info(neutralise(secrets.mask(text)));
	const warn = (text) => runnerLog.warning(neutralise(secrets.mask(text)));
	const fail = (thrown, context) => failStep(thrown, secrets, context);
	endOnCrash((thrown) => fail(thrown));
	const signal = abortOnSignals(() => runnerLog.info(outOfTime));
	const surroundings = (workingDirectory) => ({
		clock: systemClock,
		ids: randomIds,
		environment: process.env,
		reporter: new GitHubReporter(runnerLog, secrets, workingDirectory, showsColours()),
		secrets,
		signal
	});
	const summarise = async (write) => {
		try {
			await summary.addRaw(write(new MarkdownWriter((text) => secrets.mask(text)))).write();
		} catch (error) {
			runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
		}
	};
	try {
		await run({
			surroundings,
			say,
			warn,
			fail,
			summarise
		});
	} catch (error) {
		fail(error);
	}
}
function showsColours() {
	return !process.env["NO_COLOR"];
}
export { runStep as t };
