import { d as setSecret, f as startGroup, i as getInput, l as setFailed, n as endGroup, o as info, p as warning, r as error, s as notice, t as debug } from "./core-B0YUriWg.js";
import { a as describeError, i as cancelledError, o as toBakeError, r as TemplateError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as didYouMean, t as alternatives } from "./suggestion-CB4l7Gry.js";
import { r as parseDuration, t as briefDuration } from "./duration-Bo3QJcs-.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { D as narrate, t as diagnosticText, w as causeChain } from "./diagnostic-text-BE2lGN9b.js";
import { t as randomIds } from "./ids-DfFYDptU.js";
import { c as withinLimit, i as MarkdownWriter, n as errorText, o as section, r as diagnosticList, t as errorCodes } from "./error-list-C5VYcyhh.js";
import { t as systemClock } from "./clock-Di85Azey.js";
import { t as SecretRegistry } from "./secrets-D47Fl15U.js";
import { n as errorPages } from "./error-page-Zq6tgGJA.js";
import { a as sourceLines, i as BuildNames, n as maskedDiagnostic, r as WaitingLines, t as renderDiagnostic } from "./print-diagnostic-C2j8FLrp.js";
import path from "node:path";
import { EOL } from "os";
import { constants, promises } from "fs";
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
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
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
// src/action/input-values.ts
function lines(text) {
	return text.split(/\r?\n/).map((entry) => entry.trim()).filter((entry) => entry !== "" && !entry.startsWith("#"));
}
function choice(input, value, choices) {
	const found = choices.find((candidate) => candidate === value);
	if (found !== void 0) return found;
	const allowed = choices.map((candidate) => `"${candidate}"`);
	throw invalid(input, `is "${value}"`, `It takes ${alternatives(allowed)}.${didYouMean(value, choices)}`);
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
function duration(input, value) {
	const milliseconds = parseDuration(value);
	if (milliseconds !== void 0 && milliseconds >= 0) return milliseconds;
	throw invalid(input, `is "${value}"`, "It takes a duration such as \"90m\" or \"72h\".");
}
// src/action/workflow-commands.ts
const ZERO_WIDTH_SPACE = "​";
function neutralise(text) {
	const broken = printableLine(text, true).replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`);
	return /^[\s\ufeff\u200b]*::/.test(broken) ? `: ${broken}` : broken;
}
// src/action/runner-log.ts
const runnerLog = {
	info,
	debug,
	notice,
	warning,
	error,
	startGroup,
	endGroup,
	setSecret
};
// src/action/cancellation.ts
const END_AFTER_MS = 6500;
function abortOnSignals(onDeadline) {
	const controller = new AbortController();
	const abort = (signal) => {
		if (controller.signal.aborted) return;
		controller.abort(cancelledError("by the runner", /* @__PURE__ */ new Error(`received ${signal}`)));
		setTimeout(() => {
			onDeadline();
			process.exit(1);
		}, END_AFTER_MS).unref();
	};
	process.on("SIGINT", abort);
	process.on("SIGTERM", abort);
	return controller.signal;
}
// src/action/crash.ts
function endOnCrash(report) {
	const crash = (thrown) => {
		report(thrown);
		process.exit(1);
	};
	process.on("uncaughtException", crash);
	process.on("unhandledRejection", crash);
}
// src/action/failure.ts
function failStep(thrown, secrets, { where = "", others = [] } = {}) {
	const error = toBakeError(thrown);
	setFailed(neutralise(secrets.mask(`${where}${describeError(error)}`)));
	const below = [...causeChain(error).map((cause) => `Caused by: ${cause}`), ...errorPages([error, ...others])];
	for (const line of below) runnerLog.info(neutralise(secrets.mask(line)));
}
// src/action/failure-summary.ts
function failureSummary(title, error, write) {
	const wrong = error instanceof TemplateError ? diagnosticList(of("error", error), write) : [];
	const parts = [
		`## ${title}`,
		section("What went wrong", wrong.length > 0 ? wrong : [`- ${errorText(error, write)}`]),
		errorCodes([error], write),
		error instanceof TemplateError ? section("Warnings", diagnosticList(of("warning", error), write)) : ""
	];
	return withinLimit(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}
function of(severity, { diagnostics }) {
	return diagnostics.filter((diagnostic) => diagnostic.severity === severity);
}
// src/action/annotations.ts
function annotate(log, diagnostic, workingDirectory) {
	const properties = annotationProperties(diagnostic, workingDirectory);
	if (diagnostic.severity === "error") log.error(diagnosticText(diagnostic), properties);
	else log.warning(diagnosticText(diagnostic), properties);
}
function annotateFailure(log, message, title, subject, workingDirectory) {
	log.error(message, annotationProperties({
		summary: title,
		subject
	}, workingDirectory));
}
function annotationProperties({ summary, subject }, workingDirectory) {
	if (subject === void 0) return { title: summary };
	const { start, end } = subject;
	const lines = {
		title: summary,
		file: path.resolve(workingDirectory, subject.filename),
		startLine: start.line,
		endLine: end.line
	};
	if (start.line !== end.line) return lines;
	return {
		...lines,
		startColumn: start.column,
		endColumn: Math.max(start.column, end.column)
	};
}
// src/action/github-reporter.ts
const ANNOTATIONS_PER_KIND = 9;
var GitHubReporter = class {
	#log;
	#secrets;
	#source;
	#workingDirectory;
	#names;
	#waits = new WaitingLines();
	#colours;
	#failedSteps = /* @__PURE__ */ new Map();
	#annotated = {
		error: 0,
		warning: 0
	};
	#groupOf;
	constructor(log, secrets, workingDirectory, colours = false) {
		this.#log = log;
		this.#colours = colours;
		this.#names = new BuildNames(colours);
		this.#workingDirectory = workingDirectory;
		this.#source = sourceLines(workingDirectory);
		this.#secrets = secrets;
		secrets.subscribe((value) => {
			if (!/[\r\n]/.test(value)) log.setSecret(value);
		});
	}
	report(event) {
		if (event.type === "diagnostic") {
			this.#diagnose(event.diagnostic);
			return;
		}
		if (event.type === "artifact") this.#announce(event.artifact);
		if (event.type === "run-started") this.#names.names = event.builds;
		if (event.type === "waiting" && !this.#waits.isWorthALine(event)) return;
		if (event.type === "step-finished") {
			if (event.outcome === "failed") this.#failedSteps.set(event.build, event);
			if (event.title === this.#groupOf) {
				this.#endStep(event);
				return;
			}
		}
		const narration = narrate(event);
		if (narration === void 0) return;
		if (event.type === "step-started" && !this.#names.areSeveral && this.#groupOf === void 0) this.#openGroup(event.title);
		else this.#write(narration);
		if (event.type === "build-finished" && event.outcome === "failed") this.#blame(event);
	}
	#blame({ build, error }) {
		const step = this.#failedSteps.get(build);
		if (error === void 0 || step?.at === void 0 || !this.#mayAnnotate("error")) return;
		const safe = (text) => neutralise(this.#secrets.mask(text));
		annotateFailure(this.#log, safe(describeError(error)), safe(`${build}: ${step.title}`), step.at, this.#workingDirectory);
	}
	#endStep({ title, outcome, elapsedMs }) {
		this.#closeGroup();
		const after = briefDuration(elapsedMs);
		if (outcome === "succeeded") this.#log.info(`  ✓ ${after}`);
		else this.#log.info(this.#red(neutralise(this.#secrets.mask(`✗ ${title}: ${outcome} after ${after}`))));
	}
	#diagnose(diagnostic) {
		this.#closeGroup();
		const text = renderDiagnostic(diagnostic, {
			source: this.#source,
			secrets: this.#secrets
		});
		for (const line of text.split("\n")) this.#log.info(neutralise(line));
		if (!this.#mayAnnotate(diagnostic.severity)) return;
		annotate(this.#log, maskedDiagnostic(diagnostic, this.#secrets), this.#workingDirectory);
	}
	#mayAnnotate(kind) {
		this.#annotated[kind] += 1;
		return this.#annotated[kind] <= ANNOTATIONS_PER_KIND;
	}
	#announce({ images }) {
		this.#closeGroup();
		for (const { id, name, region } of images) this.#log.notice(neutralise(this.#secrets.mask(`${id} "${name}" in ${region}`)), { title: "AMI" });
	}
	#write({ weight, build, text }) {
		const name = this.#names.areSeveral ? build : void 0;
		const masked = this.#secrets.mask(text).split("\n");
		const plain = masked.map((line) => neutralise(name === void 0 ? line : `${name}: ${line}`));
		if (weight === "debug") {
			for (const line of plain) this.#log.debug(line);
			return;
		}
		if (weight === "warning" && this.#mayAnnotate("warning")) {
			this.#log.warning(plain.join("\n"));
			return;
		}
		const prefix = name === void 0 ? "" : this.#names.label(name);
		const lines = masked.map((line) => closedColours(neutralise(prefix + line), weight));
		if (weight === "error") this.#closeGroup();
		for (const line of lines) this.#log.info(this.#painted(weight, line));
	}
	#painted(weight, line) {
		if (weight === "error") return this.#red(line);
		return weight === "heading" && this.#colours ? `\u001b[1m${line}\u001b[0m` : line;
	}
	#red(line) {
		return this.#colours ? `\u001b[31m${line}\u001b[0m` : line;
	}
	#openGroup(title) {
		this.#log.startGroup(neutralise(this.#secrets.mask(title)));
		this.#groupOf = title;
	}
	#closeGroup() {
		if (this.#groupOf !== void 0) this.#log.endGroup();
		this.#groupOf = void 0;
	}
};
function closedColours(line, weight) {
	return weight === "remote" && line.includes("\x1B[") ? `${line}\u001b[0m` : line;
}
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
	let hasSummary = false;
	const summarise = async (write) => {
		hasSummary = true;
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
		if (!hasSummary && wantsSummary()) await summarise((markdown) => failureSummary("Failed", toBakeError(error), markdown));
	}
}
function wantsSummary() {
	return !/^false$/i.test(getInput("summary"));
}
function showsColours() {
	return !process.env["NO_COLOR"];
}
export { boolean as a, invalid as c, neutralise as i, lines as l, failureSummary as n, choice as o, runnerLog as r, duration as s, runStep as t, wholeNumber as u };
