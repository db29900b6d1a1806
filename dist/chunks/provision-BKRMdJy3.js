import "./rolldown-runtime-BVN1G_yT.js";
import { n as abortError } from "./abort-DcY-MBHM.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { n as describeDuration } from "./duration-Bo3QJcs-.js";
import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as shellWord, t as escapeForSingleQuotes } from "./posix-shell-DMV6XIRl.js";
import { t as splitAssignment } from "./assignment-CO06e-o7.js";
import { n as scriptsOf, r as goFormat } from "./scripts-CjtWBVpV.js";
import { constants } from "node:os";
// src/provisioners/shell/environment.ts
const ON_THE_LINE = `%s='%s' `;
const IN_A_FILE = `export %s='%s'\n`;
function renderEnvironment({ entries, map, own }, format, inFile) {
	const values = new Map(Object.entries(own));
	for (const entry of entries) {
		const assignment = splitAssignment(entry);
		if (assignment !== void 0) values.set(assignment.name, assignment.value);
	}
	for (const [name, value] of Object.entries(map)) values.set(name, value);
	const pattern = format ?? (inFile ? IN_A_FILE : ON_THE_LINE);
	return [...values].sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => goFormat(pattern, [name, escapeForSingleQuotes(value)])).join("");
}
// src/provisioners/shell/provision.ts
const RUN = "chmod +x {{.Path}}; {{.Vars}} {{.Path}}";
const RUN_WITH_FILE = "chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}";
const NOT_FOUND = 127;
const NOT_FOUND_HINT = "127 stands for a command that is not there; on the local cloud runs this machine's own system, whatever image the template names.";
const SHUTDOWN_HINT = "If it restarted the machine or switched it off, that ended it: set expect_disconnect = true for a restart.";
const DISCONNECTED = 2300218;
const RETRY_PAUSE_MS = 2e3;
const SHUTDOWN_SIGNALS = [
	"TERM",
	"HUP",
	"KILL"
];
async function runShell(decoded, context) {
	const { options } = decoded;
	const run = new ShellRun(options, context);
	for (const script of scriptsOf(options, context)) await run.script(script);
	if (!options.skip_clean) await run.clean();
	if (options.pause_after > 0) await context.clock.sleep(options.pause_after, context.signal).catch((error) => {
		throw context.signal.aborted ? abortError(context.signal, "the pause after the script") : error;
	});
}
var ShellRun = class {
	#options;
	#context;
	#variables;
	#variableFile;
	#uploaded = /* @__PURE__ */ new Set();
	#variablesAreThere = false;
	constructor(options, context) {
		this.#options = options;
		this.#context = context;
		this.#variables = renderEnvironment({
			entries: options.environment_vars ?? [],
			map: options.env ?? {},
			own: {
				PACKER_BUILD_NAME: context.source.name,
				PACKER_BUILDER_TYPE: context.source.type
			}
		}, options.env_var_format, options.use_env_var_file);
		this.#variableFile = options.use_env_var_file ? `${options.remote_folder}/varfile_${context.ids.token(10)}.sh` : void 0;
	}
	async script(script) {
		const { communicator, source, build } = this.#context;
		this.#context.emit({
			type: "progress",
			build,
			message: `Provisioning ${source.name} with shell script: ${script.name}`
		});
		const content = await script.content();
		const path = this.#remotePath();
		const command = this.#command(path);
		const upload = async (signal) => {
			if (this.#variableFile !== void 0 && !this.#variablesAreThere) {
				this.#uploaded.add(this.#variableFile);
				await communicator.upload({ bytes: Buffer.from(this.#variables) }, this.#variableFile, {
					mode: 384,
					signal
				});
				this.#variablesAreThere = true;
			}
			this.#uploaded.add(path);
			await communicator.upload(content, path, {
				mode: 493,
				signal
			});
		};
		try {
			const run = () => communicator.exec(command, {
				signal: this.#context.signal,
				onLine: (stream, text) => this.#context.line(stream, text)
			});
			this.#judge(script, await this.#untilStarted(script.name, upload, run, neverStarted));
		} catch (error) {
			if (!isLost(error)) throw error;
			this.#disconnected(script, error);
		}
	}
	async clean() {
		if (this.#uploaded.size === 0) return;
		const { communicator } = this.#context;
		const command = `rm -f ${[...this.#uploaded].map((path) => shellPath(path)).join(" ")}`;
		const run = () => communicator.exec(command, { signal: this.#context.signal });
		const { exitCode } = await this.#untilStarted("the removal of the script", void 0, run, isLost);
		if (exitCode === 0) return;
		throw new BakeError(`Cannot remove the uploaded script: "${command}" ended with exit status ${exitCode}`, {
			code: "script-clean-up-failed",
			category: "provision",
			hint: "Where the script itself makes that impossible, set skip_clean = true."
		});
	}
	#remotePath() {
		const { remote_path, remote_folder, remote_file } = this.#options;
		return remote_path ?? `${remote_folder}/${remote_file ?? `script_${this.#context.ids.token(10)}.sh`}`;
	}
	#command(path) {
		const { execute_command, use_env_var_file } = this.#options;
		const own = {
			Path: path,
			Vars: use_env_var_file ? "" : this.#variables,
			EnvVarFile: this.#variableFile ?? ""
		};
		const command = execute_command ?? (use_env_var_file ? RUN_WITH_FILE : RUN);
		return this.#context.render(command, {
			...this.#context.generated,
			...own
		});
	}
	async #untilStarted(what, prepare, run, again) {
		const { clock, communicator, signal } = this.#context;
		const limit = this.#options.start_retry_timeout;
		const deadline = clock.monotonic() + limit;
		let last;
		const limited = (work) => withDeadline(clock, deadline - clock.monotonic(), () => startTimeout(what, limit, last), signal, work);
		for (;;) {
			try {
				if (prepare !== void 0) await limited(prepare);
				return await run();
			} catch (error) {
				if (signal.aborted || !again(error)) throw error;
				if (clock.monotonic() >= deadline) throw startTimeout(what, limit, error);
				last = error;
			}
			await limited(async (until) => {
				await clock.sleep(RETRY_PAUSE_MS, until);
				await communicator.reconnect(until);
			});
		}
	}
	#disconnected(script, error) {
		const { expect_disconnect, valid_exit_codes } = this.#options;
		if (expect_disconnect || valid_exit_codes.includes(String(DISCONNECTED))) return;
		throw new BakeError(`Script disconnected unexpectedly: ${script.name}`, {
			code: "script-disconnected",
			category: "provision",
			hint: "If the script is meant to end the connection (a reboot), set expect_disconnect = true.",
			cause: error
		});
	}
	#judge(script, result) {
		const { expect_disconnect, valid_exit_codes } = this.#options;
		if (expect_disconnect && SHUTDOWN_SIGNALS.includes(result.exitSignal)) return;
		const status = exitStatus(result);
		if (valid_exit_codes.some((code) => Number(code) === status)) return;
		const ending = result.exitSignal === void 0 ? "" : ` (ended by SIG${result.exitSignal})`;
		const hints = [
			`It was the ${script.name === "inline script" ? "inline script" : `script ${script.name}`}; the log has its output.`,
			...status === NOT_FOUND ? [NOT_FOUND_HINT] : [],
			...result.exitSignal === "TERM" || result.exitSignal === "HUP" ? [SHUTDOWN_HINT] : []
		];
		throw new BakeError(`Script exited with non-zero exit status: ${status}${ending}. Allowed exit codes are: [${valid_exit_codes.join(" ")}]`, {
			code: "script-failed",
			category: "provision",
			hint: hints.join(" ")
		});
	}
};
function isLost(error) {
	return error instanceof BakeError && error.code === "connection-lost";
}
function neverStarted(error) {
	return error instanceof BakeError && error.category === "connection" && error.retryable;
}
function startTimeout(what, limitMs, cause) {
	const why = cause === void 0 ? "" : `: ${errorMessage(cause)}`;
	return new BakeError(`Cannot start ${what} within ${describeDuration(limitMs)}${why}`, {
		code: "script-start-timeout",
		category: "provision",
		hint: "A machine that takes longer to come back needs a longer start_retry_timeout.",
		cause
	});
}
function exitStatus({ exitCode, exitSignal }) {
	const numbers = constants.signals;
	return exitSignal === void 0 ? exitCode : 128 + (numbers[`SIG${exitSignal}`] ?? 0);
}
function shellPath(path) {
	return /^[A-Za-z0-9_@%+=:,./~$-]+$/.test(path) ? path : shellWord(path);
}
export { runShell };
