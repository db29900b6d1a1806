import "./chunks/rolldown-runtime-COqNOauY.js";
import { a as abortOnSignals, i as endOnCrash, l as setFailed, n as GitHubReporter, o as getInput, r as neutralise, t as runnerLog, u as setOutput } from "./chunks/runner-log-D7s7kX23.js";
import { n as build, t as newRunId } from "./chunks/run-id-CB1eZv32.js";
import { c as describeResource, s as causeChain } from "./chunks/print-diagnostic-DzljT0bL.js";
import { t as systemClock } from "./chunks/clock-C8altULn.js";
import { a as describeError, o as toBakeError } from "./chunks/errors-Bd0aY3lr.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { t as SecretRegistry } from "./chunks/secrets-DMuZ74ji.js";
import { t as isInstanceTypeName } from "./chunks/instance-type-name-DqWqRzlt.js";
import { t as splitAssignment } from "./chunks/assignment-CO06e-o7.js";
import { a as choice, c as lines, i as boolean, l as wholeNumber, n as table, r as withinLimit, s as invalid, t as MarkdownWriter, u as summary } from "./chunks/markdown-JPVOKGUL.js";
import { i as rememberRun, r as rememberEnd, t as placeMemory } from "./chunks/state-BkDO3bLU.js";
import { t as describeDuration } from "./chunks/duration-C2R6mXwG.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
// src/action/inputs.ts
const ON_ERROR = [
	"cleanup",
	"abort",
	"run-cleanup-provisioner"
];
const CLOUDS = ["aws", "local"];
const HOST_KEYS = ["proven", "first"];
function readInputs(read, workspace) {
	return {
		template: read("template") || ".",
		variables: lines(read("vars")).map(assignment),
		variableFiles: lines(read("var-files")),
		only: lines(read("only")),
		except: lines(read("except")),
		onError: choice("on-error", read("on-error") || "cleanup", ON_ERROR),
		force: boolean("force", read("force") || "false"),
		parallelBuilds: wholeNumber("parallel-builds", read("parallel-builds") || "0"),
		workingDirectory: path.resolve(workspace, read("working-directory") || "."),
		region: read("aws-region") || void 0,
		cloud: choice("cloud", read("cloud") || "aws", CLOUDS),
		hostKeyPolicy: choice("ssh-host-key", read("ssh-host-key") || "proven", HOST_KEYS),
		fallbackInstanceTypes: lines(read("fallback-instance-types")).flatMap(instanceTypes),
		deadlineMinutes: read("deadline") === "" ? void 0 : wholeNumber("deadline", read("deadline")),
		manifest: read("manifest") || void 0,
		summary: boolean("summary", read("summary") || "true")
	};
}
function instanceTypes(line) {
	const types = line.split(/[\s,]+/).filter((type) => type !== "");
	const wrong = types.find((type) => !isInstanceTypeName(type));
	if (wrong === void 0) return types;
	throw invalid("fallback-instance-types", `holds "${wrong}"`, "Write one instance type per line, for example m7i.large.");
}
function assignment(entry) {
	const split = splitAssignment(entry);
	if (split === void 0) throw invalid("vars", `holds a line without "name="${entry.startsWith("=") ? " before its \"=\"" : ""}`, "Write one name=value per line.");
	return {
		...split,
		name: split.name.trim()
	};
}
// src/action/outputs.ts
function actionOutputs(outputs) {
	return {
		ami_id: outputs.amiId ?? "",
		ami_ids: JSON.stringify(outputs.amiIds),
		artifacts: JSON.stringify(Object.fromEntries(Object.entries(outputs.artifacts).map(([build, artifacts]) => [build, artifacts.map(toJson)]))),
		manifest: outputs.manifest ?? "",
		source_ami_id: outputs.sourceAmiId ?? "",
		snapshot_ids: JSON.stringify(outputs.snapshotIds)
	};
}
function toJson(artifact) {
	return {
		builder_id: artifact.builderId,
		artifact_id: artifact.id,
		images: artifact.images.map((image) => ({
			region: image.region,
			id: image.id,
			name: image.name,
			snapshot_ids: image.snapshotIds
		})),
		source_ami_id: artifact.sourceImageId ?? ""
	};
}
// src/action/summary.ts
function jobSummary(result, cloud, write) {
	const sections = [
		images,
		problems,
		leftBehind,
		timings
	].map((section) => section(result, write));
	const parts = [heading(result, cloud), ...sections];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
function heading({ outcome }, cloud) {
	const word = {
		succeeded: "Baked",
		failed: "Failed",
		cancelled: "Cancelled"
	}[outcome];
	if (cloud === "aws") return `## ${word}`;
	return `## ${word} on the local cloud\n\nA rehearsal: nothing was made in AWS, and these images are gone after the job.`;
}
function images({ outputs, report }, write) {
	const machines = new Map((report?.builds ?? []).map(({ build, launched }) => [build, machine(launched)]));
	const rows = Object.entries(outputs.artifacts).flatMap(([build, artifacts]) => artifacts.flatMap((artifact) => artifact.images.map((image) => write.row([
		build,
		image.region,
		{ code: image.id },
		image.name,
		artifact.sourceImageId ?? "",
		machines.get(build) ?? ""
	]))));
	return rows.length === 0 ? "" : table([
		"Build",
		"Region",
		"AMI",
		"Name",
		"Source AMI",
		"Built on"
	], rows);
}
function machine(launched) {
	if (launched === void 0) return "";
	const { type, market, availabilityZone } = launched;
	return `${market === "spot" ? `spot ${type}` : type}${availabilityZone === void 0 ? "" : ` in ${availabilityZone}`}`;
}
function problems({ error, outcome, report, diagnostics }, write) {
	const found = [...diagnostics.map(({ summary, detail, subject }) => {
		return `${summary}${subject === void 0 ? "" : ` (${subject.filename}:${subject.start.line})`}: ${detail}`;
	}), ...(report?.builds ?? []).flatMap((build) => [build.error, ...build.furtherErrors].flatMap((each) => each === void 0 ? [] : [`${build.build}: ${describeError(each)}`]))];
	if (error !== void 0 && found.length === 0) found.push(describeError(error));
	const title = outcome === "succeeded" ? "Warnings" : "What went wrong";
	return found.length === 0 ? "" : `### ${title}\n\n${found.map((text) => `- ${write.text(text)}`).join("\n")}`;
}
function leftBehind({ report }, write) {
	const left = (report?.builds ?? []).flatMap((build) => build.left);
	if (left.length === 0) return "";
	return `### Left behind\n\nThese may cost money; the post step tries again.\n\n${left.map(({ resource, error }) => `- ${write.text(describeResource(resource))}: ${write.text(describeError(error))}`).join("\n")}`;
}
function timings({ report }, write) {
	const rows = (report?.builds ?? []).flatMap((build) => build.steps.map((step) => write.row([
		build.build,
		step.title,
		step.outcome,
		describeDuration(step.elapsedMs)
	])));
	if (rows.length === 0) return "";
	return `<details><summary>Time per step</summary>\n\n${table([
		"Build",
		"Step",
		"Outcome",
		"Time"
	], rows)}\n\n</details>`;
}
// src/action/main.ts
async function main() {
	const secrets = new SecretRegistry();
	endOnCrash((thrown) => fail(thrown, secrets));
	try {
		const signal = abortOnSignals(() => runnerLog.info("Out of time: the post step goes on with the clean-up."));
		const inputs = readInputs(getInput, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
		const runDirectory = mkdtempSync(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "bake-ami-"));
		const runId = newRunId(randomIds);
		const keepsOnError = inputs.onError !== "cleanup";
		rememberRun({
			runDirectory,
			workingDirectory: inputs.workingDirectory,
			runId,
			keepsOnError
		});
		const result = await build({
			...inputs,
			clock: systemClock,
			ids: randomIds,
			environment: process.env,
			reporter: new GitHubReporter(runnerLog, secrets, inputs.workingDirectory),
			secrets,
			signal,
			runId,
			runDirectory,
			onPlace: placeMemory(),
			cliPath: path.join(path.dirname(fileURLToPath(import.meta.url)), "cli.js")
		});
		rememberEnd();
		for (const [name, value] of Object.entries(actionOutputs(result.outputs))) setOutput(name, value);
		if (inputs.summary) await writeSummary(jobSummary(result, inputs.cloud, new MarkdownWriter((text) => secrets.mask(text))));
		if (result.outcome !== "succeeded") fail(result.error ?? /* @__PURE__ */ new Error(`The run ${result.outcome}`), secrets);
	} catch (error) {
		fail(error, secrets);
	}
}
async function writeSummary(text) {
	try {
		await summary.addRaw(text).write();
	} catch (error) {
		runnerLog.warning(`The job summary could not be written: ${toBakeError(error).message}`);
	}
}
function fail(thrown, secrets) {
	const error = toBakeError(thrown);
	setFailed(neutralise(secrets.mask(describeError(error))));
	for (const cause of causeChain(error)) runnerLog.info(neutralise(secrets.mask(`Caused by: ${cause}`)));
}
await main();
export {};
