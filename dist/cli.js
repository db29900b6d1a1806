#!/usr/bin/env node
import "./chunks/rolldown-runtime-BVN1G_yT.js";
import { n as errorPages } from "./chunks/error-page-Zq6tgGJA.js";
import { w as causeChain } from "./chunks/diagnostic-text-BE2lGN9b.js";
import { a as describeError, c as errorMessage, i as cancelledError, o as toBakeError, s as errorCode } from "./chunks/errors-Bd0aY3lr.js";
import { l as parseArguments, n as UsageError, r as commandFirst, t as EXIT } from "./chunks/command-TwrA_UT7.js";
import { n as machineUi } from "./chunks/output-flags-CZWO_VLq.js";
import { t as systemClock } from "./chunks/clock-Di85Azey.js";
import { t as randomIds } from "./chunks/ids-DfFYDptU.js";
import { t as SecretRegistry } from "./chunks/secrets-D47Fl15U.js";
import { t as BREAK } from "./chunks/terminal-CUo1YJwE.js";
import { n as didYouMean } from "./chunks/suggestion-CB4l7Gry.js";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { buffer } from "node:stream/consumers";
// src/cli/commands.ts
const COMMANDS = {
	init: async () => (await import("./chunks/init-HpxvmyLe.js")).initCommand,
	build: async () => (await import("./chunks/build-is3XGPum.js")).buildCommand,
	validate: async () => (await import("./chunks/validate-D_fQ3gYT.js")).validateCommand,
	inspect: async () => (await import("./chunks/inspect-De91pLAP.js")).inspectCommand,
	console: async () => (await import("./chunks/console-DLUdduKM.js")).consoleCommand,
	fmt: async () => (await import("./chunks/fmt-D88xSDYE.js")).fmtCommand,
	demo: async () => (await import("./chunks/demo-B5BEZL2T.js")).demoCommand,
	plan: async () => (await import("./chunks/plan-Dvc_NmjY.js")).planCommand,
	merge: async () => (await import("./chunks/merge-Ckyl3hs0.js")).mergeCommand,
	policy: async () => (await import("./chunks/policy-0fM75WDO.js")).policyCommand,
	prune: async () => (await import("./chunks/prune-DUGE51Ix.js")).pruneCommand,
	sweep: async () => (await import("./chunks/sweep-CyOUcVdZ.js")).sweepCommand,
	"local-cloud": async () => (await import("./chunks/local-cloud-Dq3d0JH3.js")).localCloudCommand,
	version: async () => (await import("./chunks/version-BRRr4sfC.js")).versionCommand
};
// src/cli/help.ts
function generalHelp(commands) {
	return `Usage: bake-ami COMMAND [FLAGS] [TEMPLATE]

Bakes AWS machine images natively from Packer templates (HCL2, and the older JSON format).

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join("\n")}

bake-ami COMMAND -help tells all about one.
`;
}
function commandHelp({ name, summary, positionals, flags }) {
	const rows = Object.entries(flags).map(([flag, { placeholder, doc }]) => {
		const left = placeholder === void 0 ? `-${flag}` : `-${flag}=${placeholder}`;
		return left.length > 26 ? `  ${left}\n${" ".repeat(30)}${doc}` : `  ${left.padEnd(28)}${doc}`;
	});
	const list = rows.length === 0 ? "" : `\nFlags:\n${rows.join("\n")}\n`;
	return `Usage: bake-ami ${name} [FLAGS] ${positionals}`.trimEnd().concat(`\n\n${summary}.\n${list}`);
}
// src/cli/interruption.ts
var Interruption = class {
	#controller = new AbortController();
	#process;
	#lastWords = () => "";
	constructor(process) {
		this.#process = process;
	}
	get signal() {
		return this.#controller.signal;
	}
	sayInTheEnd(lastWords) {
		this.#lastWords = lastWords;
	}
	receive(name) {
		if (this.signal.aborted) {
			const text = this.#lastWords();
			if (text !== "") this.#process.write(`\n${text}\n`);
			this.#process.end(EXIT.interrupted);
			return;
		}
		this.#controller.abort(cancelledError("by the user", /* @__PURE__ */ new Error(`received ${name}`)));
		this.#process.write(`\n${name}: stopping, and cleaning up until all is gone. Once more ends at once and may leave resources behind.\n`);
	}
	stopUnread(error) {
		if (!this.signal.aborted) this.#controller.abort(cancelledError("because nobody reads the output any more", error));
	}
};
// src/cli/process-input.ts
function processInput(signal) {
	const { isTTY } = process.stdin;
	return {
		isTTY,
		lines: (options) => readLines(options, isTTY, signal),
		bytes: () => buffer(process.stdin)
	};
}
async function* readLines(options, isTTY, signal) {
	const interfaceOfLines = createInterface({
		input: process.stdin,
		...isTTY && {
			output: process.stdout,
			removeHistoryDuplicates: true
		},
		terminal: isTTY,
		signal,
		completer: (line) => {
			const word = /[\p{ID_Continue}.-]*$/u.exec(line)?.[0] ?? "";
			return [[...options.complete(word)], word];
		}
	});
	const queue = [];
	let isOver = false;
	let wake = () => void 0;
	const push = (entry) => {
		queue.push(entry);
		wake();
	};
	interfaceOfLines.on("line", push);
	interfaceOfLines.on("SIGINT", () => {
		const hasText = interfaceOfLines.line !== "";
		interfaceOfLines.write(null, {
			ctrl: true,
			name: "e"
		});
		interfaceOfLines.write(null, {
			ctrl: true,
			name: "u"
		});
		if (!hasText) push(BREAK);
	});
	interfaceOfLines.on("close", () => {
		isOver = true;
		wake();
	});
	try {
		for (;;) {
			const next = queue.shift();
			if (next !== void 0) {
				yield next;
				continue;
			}
			if (isOver) return;
			if (isTTY) {
				interfaceOfLines.setPrompt(options.prompt());
				interfaceOfLines.prompt();
			}
			await new Promise((resolve) => {
				wake = resolve;
			});
		}
	} finally {
		interfaceOfLines.close();
	}
}
// src/cli/unwritable-output.ts
function watchOutput(stream, on) {
	let told = false;
	stream.on("error", (error) => {
		if (!told && errorCode(error) !== "EPIPE") {
			told = true;
			on.failed(`Error: The output can't be written: ${errorMessage(error)}`);
		}
		on.stop(error);
	});
}
// src/cli/process-terminal.ts
function processTerminal(installation) {
	process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
	const secrets = new SecretRegistry();
	const interruption = listenToSignals();
	const { signal } = interruption;
	return {
		out: output(process.stdout),
		err: output(process.stderr),
		input: processInput(signal),
		get workingDirectory() {
			return path.resolve(".");
		},
		environment: process.env,
		secrets,
		signal,
		sayInTheEnd: (lastWords) => interruption.sayInTheEnd(() => secrets.mask(lastWords())),
		installation,
		surroundings: (reporter) => ({
			clock: systemClock,
			ids: randomIds,
			environment: process.env,
			reporter,
			secrets,
			signal
		})
	};
}
function listenToSignals() {
	const interruption = new Interruption({
		write: (text) => void process.stderr.write(text),
		end: (exitCode) => process.exit(exitCode)
	});
	watchOutput(process.stdout, {
		stop: (error) => interruption.stopUnread(error),
		failed: (line) => {
			process.stderr.write(`${line}\n`);
			process.on("exit", () => {
				process.exitCode ||= EXIT.failed;
			});
		}
	});
	process.stderr.on("error", (error) => interruption.stopUnread(error));
	for (const name of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.on(name, () => interruption.receive(name));
	return interruption;
}
function output(stream) {
	return {
		isTTY: stream.isTTY,
		get columns() {
			return stream.columns;
		},
		get rows() {
			return stream.rows;
		},
		write: (text) => {
			if (stream.writable) stream.write(text);
		}
	};
}
// src/cli/unavailable.ts
const BUILT_IN = "There is nothing to install or to remove: all supported plugins are built in. \"bake-ami init TEMPLATE\" says which ones a template requires.";
const LEAVE_OUT = "Leave the step out.";
const INSTEAD = {
	plugins: BUILT_IN,
	plugin: BUILT_IN,
	fix: "Legacy JSON templates are read as they are. For those that a very old Packer wrote, \"packer fix\" is still needed once.",
	hcl2_upgrade: "There is no need to convert: legacy JSON templates are read as they are.",
	execute: `Plugins are no programs of their own here. ${LEAVE_OUT}`,
	"sbom-generate": `No SBOM is made for HCP Packer. ${LEAVE_OUT}`,
	"verify-attestation": "Attestations are made and verified by GitHub: use \"gh attestation verify\"."
};
const MEANT = {
	apply: "build",
	run: "build",
	check: "validate",
	lint: "validate"
};
function unavailable(name, commands) {
	const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : void 0;
	if (instead !== void 0) return new UsageError(`bake-ami has no command "${name}".`, instead);
	const meant = Object.hasOwn(MEANT, name) ? ` Did you mean "${MEANT[name]}"?` : didYouMean(name, commands);
	return new UsageError(`bake-ami has no command "${name}".`, `${meant} bake-ami -help lists all.`.trim());
}
// src/cli/main.ts
const installation = path.dirname(fileURLToPath(import.meta.url));
async function main(words, terminal) {
	const [word = "help", ...rest] = commandFirst(words);
	const name = /^-{1,2}(version|v)$/.test(word) ? "version" : word;
	if (/^(-{0,2}help|-{1,2}h)$/.test(name)) {
		const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
		terminal.out.write(generalHelp(commands));
		return words.length === 0 ? EXIT.usage : EXIT.done;
	}
	const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
	if (load === void 0) throw unavailable(name, Object.keys(COMMANDS));
	const command = await load();
	if (rest.some((word) => /^--?(help|h)$/.test(word))) {
		terminal.out.write(commandHelp(command));
		return EXIT.done;
	}
	return command.run(parseArguments(name, rest, command.flags), terminal);
}
const terminal = processTerminal(installation);
const words = process.argv.slice(2);
try {
	process.exitCode = await main(words, terminal);
} catch (thrown) {
	const error = toBakeError(thrown);
	const text = [
		`Error: ${describeError(error)}`,
		...causeChain(error).map((cause) => `  Caused by: ${cause}`),
		...errorPages([error])
	].join("\n");
	if (words.some((word) => /^--?machine-readable(=(true|1))?$/.test(word))) machineUi(terminal).error(text);
	else terminal.err.write(`${terminal.secrets.mask(text)}\n`);
	if (terminal.signal.aborted) process.exitCode = EXIT.interrupted;
	else process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
export {};
