import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { i as getInput } from "./chunks/core-B0YUriWg.js";
import { a as VERIFY_DEFAULTS, n as build, r as outputsRecord, t as newRunId } from "./chunks/run-id-D-zkXjwp.js";
import "./chunks/diagnostic-text-BE2lGN9b.js";
import { a as describeError, o as toBakeError, t as BakeError } from "./chunks/errors-Bd0aY3lr.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { r as describeTimeSpent, t as describeSuite } from "./chunks/verification-text-KMZ4vhUZ.js";
import { t as isInstanceTypeName } from "./chunks/instance-type-name-B3FTmuAq.js";
import { a as readRetention } from "./chunks/prune-settings-wRomM73b.js";
import { n as readParameters } from "./chunks/ssm-parameters-BX5SM69S.js";
import { a as boolean, c as invalid, l as lines, o as choice, r as runnerLog, s as duration, t as runStep, u as wholeNumber } from "./chunks/step-CSc0RH4l.js";
import { t as readTemplateInputs } from "./chunks/template-inputs-CGtlt2-Q.js";
import { i as MarkdownWriter } from "./chunks/error-list-C5VYcyhh.js";
import { t as actionOutputs } from "./chunks/outputs-1x4pR3n8.js";
import { t as publishOutputs } from "./chunks/publish-outputs-B1Yu270b.js";
import { i as rememberRun, r as rememberEnd, t as placeMemory } from "./chunks/state-CBwTPTWb.js";
import { n as jobSummary } from "./chunks/summary-DBg7YZXC.js";
import { t as orAborted } from "./chunks/deadline-BStsF6u5.js";
import { n as didYouMean } from "./chunks/suggestion-CB4l7Gry.js";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
// src/action/closing-lines.ts
function closingLines({ report, story, verification = [] }) {
	return (report?.builds ?? []).flatMap((build) => {
		const tail = story.tails.get(build.build);
		return [
			...build.artifacts.flatMap((artifact) => artifact.images).map(({ id, name, region, sizeGib }) => {
				const size = sizeGib === void 0 ? "" : `, ${sizeGib} GiB`;
				return `${build.build}: ${id} "${name}" in ${region}${size}`;
			}),
			...verification.filter((suite) => suite.build === build.build).map((suite) => `${build.build}: ${describeSuite(suite)}, on a machine of ${suite.image.id}`),
			...build.steps.length === 0 ? [] : [`${build.build}: ${describeTimeSpent(build)}`],
			...tail === void 0 ? [] : [`${build.build}: ${tail.step} printed last:`, ...tail.lines.map((line) => `  | ${line}`)]
		];
	});
}
// src/action/hand-on.ts
async function handOnAll(parts) {
	const errors = [];
	for (const { what, do: act } of parts) try {
		await act();
	} catch (thrown) {
		errors.push(notHandedOn(what, toBakeError(thrown)));
	}
	return errors;
}
function notHandedOn(what, { message, category, hint }) {
	return new BakeError(`${what} can't be written: ${message}`, {
		code: "results-not-handed-on",
		category,
		hint: ["The log says what was made.", hint].filter((part) => part !== void 0).join(" ")
	});
}
// src/action/inputs.ts
const ON_ERROR = [
	"cleanup",
	"abort",
	"run-cleanup-provisioner"
];
const REUSE = ["never", "if-unchanged"];
const CLOUDS = ["aws", "local"];
const ON_FAILURE = ["remove", "keep"];
const HOST_KEYS = ["proven", "first"];
function readInputs(read, workspace) {
	return {
		...readTemplateInputs(read, workspace),
		onError: choice("on-error", read("on-error") || "cleanup", ON_ERROR),
		force: boolean("force", read("force") || "false"),
		reuse: choice("reuse", read("reuse") || "never", REUSE),
		fingerprintKey: read("fingerprint-key") || void 0,
		parallelBuilds: wholeNumber("parallel-builds", read("parallel-builds") || "0"),
		region: read("aws-region") || void 0,
		cloud: choice("cloud", read("cloud") || "aws", CLOUDS),
		hostKeyPolicy: choice("ssh-host-key", read("ssh-host-key") || "proven", HOST_KEYS),
		fallbackInstanceTypes: lines(read("fallback-instance-types")).flatMap(instanceTypes),
		deadlineMinutes: read("deadline") === "" ? void 0 : wholeNumber("deadline", read("deadline")),
		manifest: read("manifest") || void 0,
		retention: readRetention(lines(read("retention")), (what, remedy) => invalid("retention", what, remedy)),
		outputsFile: read("outputs-file") || void 0,
		tfvars: read("tfvars") || void 0,
		provenance: read("provenance") || void 0,
		summary: boolean("summary", read("summary") || "true"),
		gitHub: gitHubTelling(read),
		verify: verifyInputs(read),
		ssmParameters: readParameters(lines(read("ssm-parameter")), (what, remedy) => invalid("ssm-parameter", what, remedy))
	};
}
function gitHubTelling(read) {
	const token = read("github-token");
	const pullRequestComment = boolean("pull-request-comment", read("pull-request-comment") || "false");
	const commitStatus = boolean("commit-status", read("commit-status") || "false");
	if (!pullRequestComment && !commitStatus) return void 0;
	if (token !== "") return {
		token,
		pullRequestComment,
		commitStatus
	};
	throw invalid(pullRequestComment ? "pull-request-comment" : "commit-status", "is \"true\", and there is no token", "Give the input github-token the token of the job, github.token.");
}
function timeout(input, value) {
	const milliseconds = duration(input, value);
	if (milliseconds > 0) return milliseconds;
	throw invalid(input, `is "${value}"`, "It takes a duration such as \"90s\" or \"15m\".");
}
function verifyInputs(read) {
	const given = (name) => read(name) || VERIFY_DEFAULTS[name];
	return {
		script: read("verify"),
		goss: read("verify-goss"),
		gossBinary: read("verify-goss-binary"),
		checksTimeoutMs: timeout("verify-timeout", given("verify-timeout")),
		bootTimeoutMs: timeout("verify-boot-timeout", given("verify-boot-timeout")),
		onFailure: choice("verify-on-failure", given("verify-on-failure"), ON_FAILURE),
		junit: read("verify-junit")
	};
}
function instanceTypes(line) {
	const types = line.split(/[\s,]+/).filter((type) => type !== "");
	const wrong = types.find((type) => !isInstanceTypeName(type));
	if (wrong === void 0) return types;
	throw invalid("fallback-instance-types", `holds "${wrong}"`, "Write one instance type per line, for example m7i.large.");
}
// src/action/tool-fetcher.ts
const fetchTool = async (tool, signal) => {
	const { cacheFile, downloadTool, find } = await import("./chunks/tool-cache-DfEGOt1A.js");
	const { name, version, architecture, url } = tool;
	const known = find(name, version, architecture);
	if (known !== "") {
		const file = path.join(known, name);
		check(tool, file);
		return file;
	}
	const downloaded = await orAborted(downloadTool(url), signal).catch((thrown) => {
		signal.throwIfAborted();
		throw new BakeError(`${name} ${version} could not be downloaded from ${url}: ${toBakeError(thrown).message}`, {
			code: "tool-download-failed",
			category: "input",
			hint: `Let the runner reach that address, or put ${name} into its PATH.`,
			cause: thrown
		});
	});
	try {
		check(tool, downloaded);
		chmodSync(downloaded, 493);
		return path.join(await cacheFile(downloaded, name, name, version, architecture), name);
	} finally {
		rmSync(downloaded, { force: true });
	}
};
function check({ name, version, sha256, url }, file) {
	const found = createHash("sha256").update(readFileSync(file)).digest("hex");
	if (found === sha256) return;
	throw new BakeError(`What is in ${file} is not ${name} ${version} of ${url}: its SHA-256 is ${found}, not ${sha256}`, {
		code: "tool-checksum-wrong",
		category: "input",
		hint: `Remove it from the tool cache where it comes from there; else do not use it, and put a ${name} that you trust into the PATH.`
	});
}
// src/action/unknown-inputs.ts
function misspeltInputs(environment, known) {
	const taken = new Set(known.map((name) => name.toUpperCase()));
	return Object.entries(environment).flatMap(([variable, value]) => {
		const name = /^INPUT_(.+)$/.exec(variable)?.[1];
		if (name === void 0 || taken.has(name) || !value) return [];
		const suggestion = didYouMean(name.toLowerCase(), known).trim();
		return suggestion === "" ? [] : [`There is no input "${name.toLowerCase()}". ${suggestion}`];
	});
}
// src/action/main-run.ts
async function run() {
	await runStep("Out of time: the post step goes on with the clean-up.", async ({ surroundings, ...step }) => {
		const known = [];
		const read = (name) => {
			known.push(name);
			return getInput(name);
		};
		const inputs = readInputs(read, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
		for (const warning of misspeltInputs(process.env, known)) step.warn(warning);
		const runDirectory = mkdtempSync(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "bake-ami-"));
		const runId = newRunId(randomIds);
		const keepsOnError = inputs.onError !== "cleanup";
		rememberRun({
			runDirectory,
			workingDirectory: inputs.workingDirectory,
			runId,
			keepsOnError
		});
		const world = surroundings(inputs.workingDirectory);
		if (inputs.gitHub !== void 0) world.secrets.register(inputs.gitHub.token);
		const cliPath = commandLine();
		const result = await build({
			...inputs,
			...world,
			runId,
			runDirectory,
			onPlace: placeMemory(),
			cliPath,
			fetchTool
		});
		for (const line of closingLines(result)) step.say(line);
		const outputs = actionOutputs(outputsRecord(result.outputs));
		const unwritten = await handOnAll([
			{
				what: "The outputs of the step",
				do: () => publishOutputs(outputs, world.secrets, runnerLog)
			},
			{
				what: "What the post step has to know",
				do: rememberEnd
			},
			{
				what: "The job summary",
				do: async () => {
					if (inputs.summary) await step.summarise((markdown) => jobSummary(result, inputs.cloud, markdown));
				}
			},
			{
				what: "The comment or the status",
				do: async () => {
					for (const warning of await tell(inputs, result, world.secrets)) step.warn(warning);
				}
			}
		]);
		const failure = result.outcome === "succeeded" ? void 0 : result.error ?? /* @__PURE__ */ new Error(`The run ${result.outcome}`);
		const [first, ...others] = failure === void 0 ? unwritten : [failure, ...unwritten];
		for (const other of others) step.warn(describeError(toBakeError(other)));
		if (first !== void 0) step.fail(first, failedBuilds(result));
	});
}
function commandLine() {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const beside = path.join(here, "cli.js");
	return existsSync(beside) ? beside : path.join(here, "..", "..", "dist", "cli.js");
}
async function tell({ gitHub, cloud, template }, result, secrets) {
	if (gitHub === void 0) return [];
	const { tellGitHub } = await import("./chunks/tell-github-QbBdKBTM.js");
	return tellGitHub(gitHub, {
		result,
		cloud,
		template,
		markdown: new MarkdownWriter((text) => secrets.mask(text))
	}, process.env);
}
function failedBuilds({ report }) {
	const [first, ...others] = report?.builds.filter(({ error }) => error !== void 0) ?? [];
	if (first === void 0 || report?.builds.length === 1) return {};
	return {
		where: `${first.build}${others.length === 0 ? "" : ` (and ${others.length} more)`}: `,
		others: others.flatMap(({ error }) => error ?? [])
	};
}
// src/action/main.ts
await run();
export {};
