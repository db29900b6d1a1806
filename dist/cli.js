#!/usr/bin/env node
import "./chunks/rolldown-runtime-COqNOauY.js";
import { i as VERSION, t as causeChain } from "./chunks/narration-DU_dDXII.js";
import { a as describeError, i as cancelledError, o as toBakeError } from "./chunks/errors-B7WcGKTd.js";
import { c as parseArguments, n as UsageError, t as EXIT } from "./chunks/command-B1HTpwtu.js";
import { n as systemClock, t as randomIds } from "./chunks/ids-Cwn8kxLH.js";
import { t as SecretRegistry } from "./chunks/secrets-C0wqGwP_.js";
import { t as didYouMean } from "./chunks/suggestion-ENnSlTJ0.js";
import path from "node:path";
import { fileURLToPath } from "node:url";
// src/cli/help.ts
function generalHelp(commands) {
	return `Usage: bake-ami COMMAND [FLAGS] [TEMPLATE]

Bakes AWS machine images natively from Packer HCL2 templates.

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join("\n")}
  version      Print the version

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
// src/cli/process-terminal.ts
function processTerminal(installation) {
	process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
	const secrets = new SecretRegistry();
	const signal = abortOnSignals();
	return {
		out: output(process.stdout),
		err: output(process.stderr),
		workingDirectory: path.resolve("."),
		environment: process.env,
		secrets,
		signal,
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
function abortOnSignals() {
	const controller = new AbortController();
	const onUnread = (error) => {
		if (!controller.signal.aborted) controller.abort(cancelledError("because nobody reads the output any more", error));
	};
	process.stdout.on("error", onUnread);
	process.stderr.on("error", onUnread);
	const onSignal = (name) => {
		if (!controller.signal.aborted) {
			process.stderr.write(`\n${name}: stopping and cleaning up. Once more ends at once and may leave resources behind.\n`);
			controller.abort(cancelledError("by the user", /* @__PURE__ */ new Error(`received ${name}`)));
			return;
		}
		process.exit(EXIT.interrupted);
	};
	process.on("SIGINT", onSignal);
	process.on("SIGTERM", onSignal);
	process.on("SIGHUP", onSignal);
	return controller.signal;
}
function output(stream) {
	return {
		isTTY: stream.isTTY,
		columns: stream.columns,
		write: (text) => {
			if (stream.writable) stream.write(text);
		}
	};
}
// src/cli/unavailable.ts
const INSTEAD = {
	init: "There is nothing to download: all supported plugins are built in. Leave the step out.",
	plugins: "There is nothing to install: all supported plugins are built in.",
	plugin: "There is nothing to install: all supported plugins are built in.",
	fmt: "Use \"packer fmt\" for now.",
	console: "Use \"packer console\" for now.",
	fix: "It is only for legacy JSON templates. Use \"packer fix\", then \"packer hcl2_upgrade\".",
	hcl2_upgrade: "Use \"packer hcl2_upgrade\" once, and keep what it writes."
};
function unavailable(name, commands) {
	const instead = Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : void 0;
	if (instead !== void 0) return new UsageError(`bake-ami has no command "${name}".`, instead);
	return new UsageError(`bake-ami has no command "${name}".`, `${didYouMean(name, commands)} bake-ami -help lists all.`.trim());
}
// src/cli/main.ts
const installation = path.dirname(fileURLToPath(import.meta.url));
const COMMANDS = {
	build: async () => (await import("./chunks/build-VSxIcgif.js")).buildCommand,
	validate: async () => (await import("./chunks/validate-C4HugjBU.js")).validateCommand,
	inspect: async () => (await import("./chunks/inspect-D1DDjVP6.js")).inspectCommand,
	demo: async () => (await import("./chunks/demo-Bd68N9xi.js")).demoCommand,
	"local-cloud": async () => (await import("./chunks/local-cloud-DcwsYAe5.js")).localCloudCommand
};
async function main(words, terminal) {
	const [name = "help", ...rest] = words;
	if (/^(-{0,2}help|-{1,2}h)$/.test(name)) {
		const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
		terminal.out.write(generalHelp(commands));
		return words.length === 0 ? EXIT.usage : EXIT.done;
	}
	if (/^(-{0,2}version|-{1,2}v)$/.test(name)) {
		terminal.out.write(`bake-ami ${VERSION}\n`);
		return EXIT.done;
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
try {
	process.exitCode = await main(process.argv.slice(2), terminal);
} catch (thrown) {
	const error = toBakeError(thrown);
	const lines = [`Error: ${describeError(error)}`, ...causeChain(error).map((cause) => `  Caused by: ${cause}`)];
	terminal.err.write(`${terminal.secrets.mask(lines.join("\n"))}\n`);
	if (terminal.signal.aborted) process.exitCode = EXIT.interrupted;
	else process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
export {};
