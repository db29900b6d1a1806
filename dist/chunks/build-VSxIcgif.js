import "./rolldown-runtime-COqNOauY.js";
import { n as build, t as newRunId } from "./run-id-DQ2gum7T.js";
import { a as describeError } from "./errors-B7WcGKTd.js";
import { t as cleanUp } from "./clean-up-CngX6-Fn.js";
import "./narration-DU_dDXII.js";
import { a as flagNumber, n as UsageError, o as flagOn, r as flagChoice, s as flagText, t as EXIT } from "./command-B1HTpwtu.js";
import { n as reporterFor, t as OUTPUT_FLAGS } from "./output-flags-DynlyhXn.js";
import { n as templateRequest, t as TEMPLATE_FLAGS } from "./template-flags-1IMyUM3e.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
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
		manifest: {
			kind: "string",
			placeholder: "FILE",
			doc: "Write a manifest of this run, too."
		},
		...OUTPUT_FLAGS
	},
	async run(parsed, terminal) {
		if (flagText(parsed, "on-error") === "ask") throw new UsageError("The flag -on-error is \"ask\", which needs somebody at the terminal.", "Use abort.");
		const workingDirectory = path.resolve(terminal.workingDirectory, flagText(parsed, "working-directory") ?? ".");
		const request = templateRequest("build", parsed, workingDirectory);
		const reporter = reporterFor(parsed, terminal);
		const surroundings = terminal.surroundings(reporter);
		const runDirectory = mkdtempSync(path.join(tmpdir(), "bake-ami-"));
		const result = await build({
			...surroundings,
			...request,
			cloud: flagChoice(parsed, "cloud", ["aws", "local"]) ?? "aws",
			region: flagText(parsed, "aws-region"),
			onError: flagChoice(parsed, "on-error", [
				"cleanup",
				"abort",
				"run-cleanup-provisioner"
			]) ?? "cleanup",
			force: flagOn(parsed, "force"),
			parallelBuilds: flagNumber(parsed, "parallel-builds") ?? 0,
			hostKeyPolicy: flagChoice(parsed, "ssh-host-key", ["proven", "first"]) ?? "proven",
			manifest: flagText(parsed, "manifest"),
			runId: newRunId(surroundings.ids),
			runDirectory,
			cliPath: path.join(terminal.installation, "cli.js")
		});
		const cleaned = await cleanUp({
			...surroundings,
			signal: AbortSignal.timeout(AFTER_BUILD_MS),
			runDirectory,
			budgetMs: AFTER_BUILD_MS
		});
		if (flagOn(parsed, "json")) reportEvents(result, cleaned, reporter);
		else reportText(result, cleaned, terminal);
		if (result.outcome === "succeeded") return cleaned.clean ? EXIT.done : EXIT.failed;
		return result.outcome === "cancelled" ? EXIT.interrupted : EXIT.failed;
	}
};
const AFTER_BUILD_MS = 6e5;
function reportEvents(result, cleaned, reporter) {
	const untold = [result.report === void 0 && result.diagnostics.length === 0 ? result.error : void 0, cleaned.error];
	for (const error of untold) if (error !== void 0) reporter.report({
		type: "log",
		level: "error",
		message: describeError(error)
	});
}
function reportText(result, cleaned, terminal) {
	const write = (text) => terminal.out.write(`${terminal.secrets.mask(text)}\n`);
	if (cleaned.error !== void 0) write(`Error: ${describeError(cleaned.error)}`);
	const failed = (result.report?.builds ?? []).filter((entry) => entry.error !== void 0);
	if (failed.length > 0) {
		write("\n==> Some builds didn't complete successfully and had errors:");
		for (const entry of failed) if (entry.error !== void 0) write(`--> ${entry.build}: ${describeError(entry.error)}`);
	} else if (result.error !== void 0 && result.diagnostics.length === 0) write(`Error: ${describeError(result.error)}`);
	const artifacts = Object.entries(result.outputs.artifacts);
	if (artifacts.length > 0) {
		write("\n==> Builds finished. The artifacts of successful builds are:");
		for (const [name, made] of artifacts) for (const artifact of made) write(`--> ${name}: ${artifact.description}`);
	} else if (result.outcome === "succeeded") write("\n==> Builds finished but no artifacts were created.");
}
export { buildCommand };
