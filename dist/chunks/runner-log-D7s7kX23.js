import { i as cancelledError } from "./errors-Bd0aY3lr.js";
import { E as printableLine, a as maskedDiagnostic, l as narrate, n as diagnosticText, o as sourceLines, t as renderDiagnostic } from "./print-diagnostic-DzljT0bL.js";
import path from "node:path";
import * as os from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import "path";
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
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
// src/action/annotations.ts
function annotate(log, diagnostic, workingDirectory) {
	const properties = annotationProperties(diagnostic, workingDirectory);
	if (diagnostic.severity === "error") log.error(diagnosticText(diagnostic), properties);
	else log.warning(diagnosticText(diagnostic), properties);
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
// src/action/workflow-commands.ts
const ZERO_WIDTH_SPACE = "​";
function neutralise(text) {
	const broken = printableLine(text, true).replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`);
	return /^[\s\ufeff\u200b]*::/.test(broken) ? `: ${broken}` : broken;
}
// src/action/github-reporter.ts
const ANNOTATIONS_PER_KIND = 9;
var GitHubReporter = class {
	#log;
	#secrets;
	#source;
	#workingDirectory;
	#annotated = {
		error: 0,
		warning: 0
	};
	#parallel = false;
	#groupOf;
	constructor(log, secrets, workingDirectory) {
		this.#log = log;
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
		if (event.type === "run-started") this.#parallel = event.builds.length > 1;
		const narration = narrate(event);
		if (narration === void 0) return;
		if (event.type === "step-started" && !this.#parallel && this.#groupOf === void 0) this.#openGroup(event.title);
		else this.#write(narration);
		if (event.type === "step-finished" && event.title === this.#groupOf) this.#closeGroup();
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
		const prefix = this.#parallel && build !== void 0 ? `${build}: ` : "";
		const lines = this.#secrets.mask(text).split("\n").map((line) => neutralise(prefix + line));
		if (weight === "debug") {
			for (const line of lines) this.#log.debug(line);
			return;
		}
		if (weight === "warning" && this.#mayAnnotate("warning")) {
			this.#log.warning(lines.join("\n"));
			return;
		}
		if (weight === "error") this.#closeGroup();
		for (const line of lines) this.#log.info(line);
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
export { abortOnSignals as a, saveState as c, endOnCrash as i, setFailed as l, GitHubReporter as n, getInput as o, neutralise as r, getState as s, runnerLog as t, setOutput as u };
