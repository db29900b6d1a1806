import { n as abortError } from "./abort-DcY-MBHM.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as LineSplitter } from "./line-splitter-BqufCBql.js";
import { constants } from "node:os";
import { once } from "node:events";
import { spawn } from "node:child_process";
// src/engine/local-script/local-process.ts
const TERMINATION_MS = 2e3;
const OUTPUT_MS = 2e3;
async function runLocalProcess(local) {
	const { program, args, environment, workingDirectory, signal, onLine } = local;
	if (signal.aborted) throw abortError(signal, `before running ${program}`);
	const child = spawn(program, args, {
		cwd: workingDirectory,
		env: { ...environment },
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: process.platform !== "win32",
		windowsHide: true
	});
	const splitters = ["stdout", "stderr"].map((name) => {
		const splitter = new LineSplitter((line) => onLine(name, line));
		child[name].on("data", (chunk) => splitter.push(chunk));
		return splitter;
	});
	const ended = new AbortController();
	const onAbort = () => void terminate(child, local.clock, ended.signal);
	signal.addEventListener("abort", onAbort, { once: true });
	try {
		const closed = once(child, "close", { signal: ended.signal }).catch(() => void 0);
		const [code, killedBy] = await exit(child, program);
		await Promise.race([closed, local.clock.sleep(OUTPUT_MS, ended.signal).catch(() => void 0)]);
		for (const splitter of splitters) splitter.end();
		if (signal.aborted) throw abortError(signal, `while running ${program}`);
		return {
			status: code ?? 128 + (killedBy === null ? 0 : constants.signals[killedBy]),
			bySignal: killedBy !== null
		};
	} finally {
		signal.removeEventListener("abort", onAbort);
		ended.abort();
		child.stdout.destroy();
		child.stderr.destroy();
	}
}
function exit(child, program) {
	return new Promise((resolve, reject) => {
		child.once("exit", (code, killedBy) => resolve([code, killedBy]));
		child.once("error", (cause) => {
			reject(new BakeError(`Could not start ${program}: ${cause.message}`, {
				code: "program-not-startable",
				category: "provision",
				hint: "Is it installed on this machine, executable, and does the working directory exist?",
				cause
			}));
		});
	});
}
async function terminate(child, clock, ended) {
	endGroup(child, "SIGTERM");
	await clock.sleep(TERMINATION_MS, ended).then(() => endGroup(child, "SIGKILL"), () => endGroup(child, "SIGKILL"));
}
function endGroup(child, how) {
	if (child.pid === void 0) return;
	try {
		if (process.platform === "win32") child.kill(how);
		else process.kill(-child.pid, how);
	} catch {}
}
export { runLocalProcess as t };
