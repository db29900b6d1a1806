import "./rolldown-runtime-BVN1G_yT.js";
import { a as describeError } from "./errors-Bd0aY3lr.js";
import { a as VERIFY_DEFAULTS, n as build, t as newRunId } from "./run-id-D-zkXjwp.js";
import { t as cleanUp } from "./clean-up-B9cGYwJ2.js";
import { t as isInstanceTypeName } from "./instance-type-name-B3FTmuAq.js";
import { a as readRetention } from "./prune-settings-wRomM73b.js";
import { n as readParameters } from "./ssm-parameters-BX5SM69S.js";
import { a as flagList, c as flagText, i as flagChoice, n as UsageError, o as flagNumber, s as flagOn, t as EXIT } from "./command-TwrA_UT7.js";
import { n as errorPages } from "./error-page-Zq6tgGJA.js";
import "./diagnostic-text-BE2lGN9b.js";
import { r as describeTimeSpent, t as describeSuite } from "./verification-text-KMZ4vhUZ.js";
import { n as noteHarmlessFlags, t as harmlessFlags } from "./harmless-flags-vx77DMgT.js";
import { i as uiFor, r as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-CZWO_VLq.js";
import { i as templateRequest, r as TEMPLATE_FLAGS } from "./template-flags-DFYDXade.js";
import { o as kindInWords } from "./diagnostics-D6HUwDnG.js";
import { r as parseDuration } from "./duration-Bo3QJcs-.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
// src/cli/build-results.ts
function reportResultEvents(result, cleaned, reporter) {
	const untold = [result.report === void 0 && result.diagnostics.length === 0 ? result.error : void 0, cleaned.error];
	for (const error of untold) if (error !== void 0) reporter.report({
		type: "log",
		level: "error",
		message: describeError(error),
		error
	});
}
function sayResult(result, cleaned, ui) {
	if (cleaned.error !== void 0) ui.error(`Error: ${describeError(cleaned.error)}`);
	for (const build of result.report?.builds ?? []) {
		for (const suite of result.verification ?? []) {
			if (suite.build !== build.build) continue;
			ui.message(`    ${build.build}: ${describeSuite(suite)}, on a machine of ${suite.image.id}`);
		}
		if (build.steps.length > 0) ui.message(`    ${build.build}: ${describeTimeSpent(build)}`);
	}
	const failed = (result.report?.builds ?? []).filter((entry) => entry.error !== void 0);
	if (failed.length > 0) {
		ui.machine("error-count", [String(failed.length)]);
		ui.error("\n==> Some builds didn't complete successfully and had errors:");
		for (const { build, error } of failed) {
			if (error === void 0) continue;
			ui.machine("error", [describeError(error)], build);
			ui.error(`--> ${build}: ${describeError(error)}`);
		}
	} else if (result.error !== void 0 && result.diagnostics.length === 0) ui.error(`Error: ${describeError(result.error)}`);
	const artifacts = Object.entries(result.outputs.artifacts);
	if (artifacts.length > 0) {
		ui.say("\n==> Builds finished. The artifacts of successful builds are:");
		for (const [build, made] of artifacts) sayArtifacts(build, made, ui);
	} else if (result.outcome === "succeeded") ui.say("\n==> Builds finished but no artifacts were created.");
	for (const page of errorPages(errorsOf(result, cleaned))) ui.error(page);
}
function errorsOf(result, cleaned) {
	const ofBuilds = (result.report?.builds ?? []).flatMap(({ error }) => error ?? []);
	return [...ofBuilds.length > 0 ? ofBuilds : [result.error ?? []].flat(), ...[cleaned.error ?? []].flat()];
}
function sayArtifacts(build, artifacts, ui) {
	ui.machine("artifact-count", [String(artifacts.length)], build);
	for (const [index, { builderId, id, description }] of artifacts.entries()) {
		const fact = (...data) => ui.machine("artifact", [String(index), ...data], build);
		fact("builder-id", builderId);
		fact("id", id);
		fact("string", description);
		fact("files-count", "0");
		fact("end");
		ui.say(`--> ${build}: ${description}`);
	}
}
// src/cli/unfinished-run.ts
var UnfinishedRun = class {
	#reporter;
	#resources = /* @__PURE__ */ new Map();
	#builds = /* @__PURE__ */ new Set();
	#endsWithIt;
	#runId;
	constructor(reporter, { endsWithIt }) {
		this.#reporter = reporter;
		this.#endsWithIt = endsWithIt;
	}
	report(event) {
		this.#remember(event);
		this.#reporter.report(event);
	}
	lastWords() {
		const left = [...this.#resources.values()];
		if (this.#runId === void 0 || this.#endsWithIt || left.length === 0 && this.#builds.size === 0) return "";
		const regions = [...new Set(left.map(({ region }) => region))].toSorted();
		const where = left.length === 0 ? "" : ` -regions=${regions.join(",")}`;
		return [
			left.length === 0 ? `The run ${this.#runId} was ended before it had cleaned up. Nothing is known of anything left.` : `The run ${this.#runId} was ended before it had cleaned up. It may have left:`,
			...left.map(({ kind, id, region }) => `  ${kindInWords(kind)} ${id} in ${region}`),
			"This shows what is there, and when it expires; with -dry-run=false it removes what has expired:",
			`  bake-ami sweep -runs=${this.#runId}${where}`
		].join("\n");
	}
	#remember(event) {
		switch (event.type) {
			case "run-started":
				this.#runId = event.runId;
				for (const build of event.builds) this.#builds.add(build);
				return;
			case "build-finished":
				this.#builds.delete(event.build);
				return;
			case "resource-created":
				this.#resources.set(keyOf(event.resource), event.resource);
				return;
			case "resource-removed":
			case "resource-kept": this.#resources.delete(keyOf(event.resource));
		}
	}
};
function keyOf({ kind, id, region }) {
	return `${region} ${kind} ${id}`;
}
// src/cli/verify-flags.ts
const VERIFY_FLAGS = {
	verify: {
		kind: "string",
		placeholder: "SCRIPT",
		doc: "Verify each image on a machine booted from it: a script file, or lines of shell."
	},
	"verify-goss": {
		kind: "string",
		placeholder: "FILE",
		doc: "Verify each image with goss: a goss file, or a folder with a goss.yaml."
	},
	"verify-goss-binary": {
		kind: "string",
		placeholder: "FILE",
		doc: "A goss for Linux; by default that of the PATH."
	},
	"verify-timeout": {
		kind: "string",
		placeholder: "DURATION",
		doc: "How long all checks may take; 15m by default."
	},
	"verify-boot-timeout": {
		kind: "string",
		placeholder: "DURATION",
		doc: "How long the first boot may take; 10m by default."
	},
	"verify-on-failure": {
		kind: "string",
		placeholder: "remove|keep",
		doc: "What becomes of an image that fails; remove by default, keep lets it stay for 7 days."
	},
	"verify-junit": {
		kind: "string",
		placeholder: "FILE",
		doc: "Write how each check ended as JUnit XML."
	}
};
function verifyRequest(parsed) {
	return {
		script: flagText(parsed, "verify") ?? "",
		goss: flagText(parsed, "verify-goss") ?? "",
		gossBinary: flagText(parsed, "verify-goss-binary") ?? "",
		checksTimeoutMs: duration(parsed, "verify-timeout"),
		bootTimeoutMs: duration(parsed, "verify-boot-timeout"),
		onFailure: flagChoice(parsed, "verify-on-failure", ["remove", "keep"]) ?? VERIFY_DEFAULTS["verify-on-failure"],
		junit: flagText(parsed, "verify-junit") ?? ""
	};
}
function duration(parsed, name) {
	const text = flagText(parsed, name) ?? VERIFY_DEFAULTS[name];
	const milliseconds = parseDuration(text);
	if (milliseconds !== void 0 && milliseconds > 0) return milliseconds;
	throw new UsageError(`The flag -${name} is "${text}".`, "It takes a duration such as \"90s\" or \"15m\".");
}
const buildCommand = {
	name: "build",
	summary: "Bake the images of a template",
	positionals: "TEMPLATE",
	flags: {
		...TEMPLATE_FLAGS,
		force: {
			kind: "boolean",
			doc: "Replace an image of the same name."
		},
		reuse: {
			kind: "string",
			placeholder: "never|if-unchanged",
			doc: "Take an image that was made of the very same instead of a new one. BAKE_AMI_FINGERPRINT_KEY keys fingerprints."
		},
		"on-error": {
			kind: "string",
			placeholder: "cleanup|abort|run-cleanup-provisioner",
			doc: "What to do when a build fails; cleanup by default."
		},
		"parallel-builds": {
			kind: "string",
			placeholder: "N",
			doc: "Builds at a time; 0 (the default) means all."
		},
		"working-directory": {
			kind: "string",
			placeholder: "DIR",
			doc: "Where relative paths start."
		},
		"aws-region": {
			kind: "string",
			placeholder: "REGION",
			doc: "For templates that name none."
		},
		cloud: {
			kind: "string",
			placeholder: "aws|local",
			doc: "Bake in AWS (the default) or on the embedded local cloud."
		},
		"ssh-host-key": {
			kind: "string",
			placeholder: "proven|first",
			doc: "Accept a proven host key only (the default), or pin the first one seen."
		},
		"fallback-instance-types": {
			kind: "list",
			placeholder: "TYPE,…",
			doc: "Types to launch on demand, in this order, when EC2 has no room for what the template asks for."
		},
		deadline: {
			kind: "string",
			placeholder: "MINUTES",
			doc: "When a machine switches itself off; 24 hours by default, 0 means never."
		},
		manifest: {
			kind: "string",
			placeholder: "FILE",
			doc: "Write a manifest of this run, too."
		},
		retention: {
			kind: "list",
			placeholder: "NAME=VALUE,…",
			doc: "Prune older images of what was baked, for example keep-last=5,keep-days=30; the names are flags of prune."
		},
		provenance: {
			kind: "string",
			placeholder: "FILE",
			doc: "Write what the images are made of, as an in-toto statement."
		},
		tfvars: {
			kind: "string",
			placeholder: "FILE",
			doc: "Write the images as variables of Terraform (*.auto.tfvars.json)."
		},
		"outputs-file": {
			kind: "string",
			placeholder: "FILE",
			doc: "Write all outputs as JSON, for bake-ami merge."
		},
		...VERIFY_FLAGS,
		"ssm-parameter": {
			kind: "strings",
			placeholder: "NAME[=REGION]",
			doc: "Write the id of the image into this parameter of Systems Manager; may be given several times."
		},
		"warn-on-undeclared-var": {
			kind: "boolean",
			doc: "A warning where a variable file gives a value that no variable takes."
		},
		debug: {
			kind: "boolean",
			doc: "Not supported: nobody is asked during a build. Use -on-error=abort."
		},
		...OUTPUT_FLAGS,
		...harmlessFlags("ignore-prerelease-plugins", "use-sequential-evaluation", "skip-enforcement")
	},
	async run(parsed, terminal) {
		refuseInteractiveFlags(parsed);
		const workingDirectory = path.resolve(terminal.workingDirectory, flagText(parsed, "working-directory") ?? ".");
		const request = templateRequest("build", parsed, workingDirectory);
		const cloud = flagChoice(parsed, "cloud", ["aws", "local"]) ?? "aws";
		const reporter = new UnfinishedRun(reporterFor(parsed, terminal), { endsWithIt: cloud === "local" });
		terminal.sayInTheEnd(() => reporter.lastWords());
		noteHarmlessFlags(parsed, reporter);
		const surroundings = terminal.surroundings(reporter);
		const runDirectory = mkdtempSync(path.join(tmpdir(), "bake-ami-"));
		const result = await build({
			...surroundings,
			...request,
			warnOnUndeclared: flagOn(parsed, "warn-on-undeclared-var"),
			cloud,
			region: flagText(parsed, "aws-region"),
			onError: flagChoice(parsed, "on-error", [
				"cleanup",
				"abort",
				"run-cleanup-provisioner"
			]) ?? "cleanup",
			force: flagOn(parsed, "force"),
			reuse: flagChoice(parsed, "reuse", ["never", "if-unchanged"]) ?? "never",
			fingerprintKey: surroundings.environment["BAKE_AMI_FINGERPRINT_KEY"] || void 0,
			parallelBuilds: Math.max(0, flagNumber(parsed, "parallel-builds", -1) ?? 0),
			hostKeyPolicy: flagChoice(parsed, "ssh-host-key", ["proven", "first"]) ?? "proven",
			fallbackInstanceTypes: fallbackInstanceTypes(parsed),
			deadlineMinutes: flagNumber(parsed, "deadline"),
			manifest: flagText(parsed, "manifest"),
			retention: readRetention(flagList(parsed, "retention"), (what, remedy) => new UsageError(`The flag -retention ${what}.`, remedy)),
			outputsFile: flagText(parsed, "outputs-file"),
			tfvars: flagText(parsed, "tfvars"),
			provenance: flagText(parsed, "provenance"),
			verify: verifyRequest(parsed),
			ssmParameters: readParameters(flagList(parsed, "ssm-parameter"), (what, remedy) => new UsageError(`The flag -ssm-parameter ${what}.`, remedy)),
			runId: newRunId(surroundings.ids),
			runDirectory,
			localCloudEndsWithProcess: true,
			cliPath: path.join(terminal.installation, "cli.js")
		});
		const cleaned = await cleanUp({
			...surroundings,
			signal: AbortSignal.timeout(AFTER_BUILD_MS),
			runDirectory,
			budgetMs: AFTER_BUILD_MS
		});
		if (flagOn(parsed, "json")) reportResultEvents(result, cleaned, reporter);
		else sayResult(result, cleaned, uiFor(parsed, terminal));
		if (result.outcome === "succeeded") return cleaned.clean ? EXIT.done : EXIT.failed;
		return result.outcome === "cancelled" ? EXIT.interrupted : EXIT.failed;
	}
};
function fallbackInstanceTypes(parsed) {
	const types = flagList(parsed, "fallback-instance-types").map((type) => type.trim());
	const wrong = types.find((type) => !isInstanceTypeName(type));
	if (wrong === void 0) return types;
	throw new UsageError(`The flag -fallback-instance-types holds "${wrong}".`, "It takes instance types, for example -fallback-instance-types=m7i.large,m6i.large.");
}
const AFTER_BUILD_MS = 6e5;
function refuseInteractiveFlags(parsed) {
	if (flagText(parsed, "on-error") === "ask") throw new UsageError("The flag -on-error is \"ask\", and a build asks nobody.", "With -on-error=abort the machine stays as it is after an error, to be looked at and removed by hand.");
	if (flagOn(parsed, "debug")) throw new UsageError("The flag -debug is not supported: a build stops at no step to wait for a key.", "To look at a machine that failed, use -on-error=abort; to see all that is done, set PACKER_LOG=1; to build one at a time, use -parallel-builds=1.");
}
export { buildCommand };
