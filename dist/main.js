import "./chunks/rolldown-runtime-COqNOauY.js";
import { a as neutralise, c as getInput, i as GitHubReporter, l as setFailed, n as rememberRun, o as endOnCrash, r as runnerLog, s as abortOnSignals, u as setOutput } from "./chunks/state-CYPiEA_T.js";
import { n as build, t as newRunId } from "./chunks/run-id-CWkMyeQa.js";
import { o as causeChain, s as describeResource } from "./chunks/hostile-text-DwEQVxIB.js";
import { t as systemClock } from "./chunks/clock-CZZExXiC.js";
import { a as describeError, o as toBakeError, t as BakeError } from "./chunks/errors-Bd0aY3lr.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { t as SecretRegistry } from "./chunks/secrets-C0wqGwP_.js";
import { t as splitAssignment } from "./chunks/assignment-CO06e-o7.js";
import { t as didYouMean } from "./chunks/suggestion-kQsWC8bZ.js";
import { t as describeDuration } from "./chunks/duration-CvR11Ozc.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { EOL } from "os";
import { constants as constants$2, promises } from "fs";
// node_modules/@actions/core/lib/summary.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$2.R_OK | constants$2.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
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
		manifest: read("manifest") || void 0,
		summary: boolean("summary", read("summary") || "true")
	};
}
function lines(text) {
	return text.split(/\r?\n/).map((entry) => entry.trim()).filter((entry) => entry !== "" && !entry.startsWith("#"));
}
function assignment(entry) {
	const split = splitAssignment(entry);
	if (split === void 0) throw invalid("vars", `holds a line without "name="${entry.startsWith("=") ? " before its \"=\"" : ""}`, "Write one name=value per line.");
	return {
		...split,
		name: split.name.trim()
	};
}
function choice(input, value, choices) {
	const found = choices.find((candidate) => candidate === value);
	if (found !== void 0) return found;
	const allowed = choices.map((candidate) => `"${candidate}"`).join(", ");
	throw invalid(input, `is "${value}"`, `It takes ${allowed}.${didYouMean(value, choices)}`);
}
function boolean(input, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw invalid(input, `is "${value}"`, "It takes \"true\" or \"false\".");
}
function wholeNumber(input, value) {
	if (/^\d{1,6}$/.test(value)) return Number(value);
	throw invalid(input, `is "${value}"`, "It takes a whole number; 0 means no limit.");
}
function invalid(input, what, remedy) {
	return new BakeError(`The input "${input}" ${what}`, {
		code: "invalid-input",
		category: "input",
		hint: remedy
	});
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
const LIMIT_BYTES = 921600;
function jobSummary(result, cloud) {
	const text = `${[
		heading(result, cloud),
		images(result),
		problems(result),
		leftBehind(result),
		timings(result)
	].filter((part) => part !== "").join("\n\n")}\n`;
	if (Buffer.byteLength(text) <= LIMIT_BYTES) return text;
	const cut = Buffer.from(text).subarray(0, LIMIT_BYTES).toString("utf8");
	return `${cut.slice(0, cut.lastIndexOf("\n"))}\n\nThe rest was cut off: a summary may have 1 MiB.\n`;
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
function images({ outputs }) {
	const rows = Object.entries(outputs.artifacts).flatMap(([build, artifacts]) => artifacts.flatMap((artifact) => artifact.images.map((image) => row([
		build,
		image.region,
		code(image.id),
		image.name,
		artifact.sourceImageId ?? ""
	]))));
	return rows.length === 0 ? "" : table([
		"Build",
		"Region",
		"AMI",
		"Name",
		"Source AMI"
	], rows);
}
function problems({ error, outcome, report, diagnostics }) {
	const found = [...diagnostics.map(({ summary, detail, subject }) => {
		return `${summary}${subject === void 0 ? "" : ` (${subject.filename}:${subject.start.line})`}: ${detail}`;
	}), ...(report?.builds ?? []).flatMap((build) => [build.error, ...build.furtherErrors].flatMap((each) => each === void 0 ? [] : [`${build.build}: ${describeError(each)}`]))];
	if (error !== void 0 && found.length === 0) found.push(describeError(error));
	const title = outcome === "succeeded" ? "Warnings" : "What went wrong";
	return found.length === 0 ? "" : `### ${title}\n\n${found.map((text) => `- ${markdown(text)}`).join("\n")}`;
}
function leftBehind({ report }) {
	const left = (report?.builds ?? []).flatMap((build) => build.left);
	if (left.length === 0) return "";
	return `### Left behind\n\nThese may cost money; the post step tries again.\n\n${left.map(({ resource, error }) => `- ${markdown(describeResource(resource))}: ${markdown(describeError(error))}`).join("\n")}`;
}
function timings({ report }) {
	const rows = (report?.builds ?? []).flatMap((build) => build.steps.map((step) => row([
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
function table(columns, rows) {
	return [
		`| ${columns.join(" | ")} |`,
		`|${" --- |".repeat(columns.length)}`,
		...rows
	].join("\n");
}
function row(cells) {
	return `| ${cells.map((cell) => cell.startsWith("<code>") ? cell : markdown(cell)).join(" | ")} |`;
}
function code(text) {
	return `<code>${markdown(text)}</code>`;
}
function markdown(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[\\`*_{}[\]()#!|@~]/g, "\\$&").replace(/\s*\r?\n\s*/g, " ");
}
// src/action/main.ts
async function main() {
	const secrets = new SecretRegistry();
	endOnCrash((thrown) => fail(thrown, secrets));
	try {
		const signal = abortOnSignals(() => runnerLog.info("Out of time: the post step goes on with the clean-up."));
		const inputs = readInputs(getInput, process.env["GITHUB_WORKSPACE"] ?? process.cwd());
		const runDirectory = mkdtempSync(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "bake-ami-"));
		rememberRun({
			runDirectory,
			workingDirectory: inputs.workingDirectory
		});
		const result = await build({
			...inputs,
			clock: systemClock,
			ids: randomIds,
			environment: process.env,
			reporter: new GitHubReporter(runnerLog, secrets, inputs.workingDirectory),
			secrets,
			signal,
			runId: newRunId(randomIds),
			runDirectory,
			cliPath: path.join(path.dirname(fileURLToPath(import.meta.url)), "cli.js")
		});
		for (const [name, value] of Object.entries(actionOutputs(result.outputs))) setOutput(name, value);
		if (inputs.summary) await writeSummary(secrets.mask(jobSummary(result, inputs.cloud)));
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
