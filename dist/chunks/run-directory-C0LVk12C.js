import { c as errorMessage, s as errorCode, t as BakeError } from "./errors-Bd0aY3lr.js";
import { n as withDeadline } from "./deadline-BStsF6u5.js";
import { t as isRecord } from "./is-record-DahPzVSt.js";
import { t as isLocalCloudHandle } from "./local-cloud-handle-Cf04HMCY.js";
import { chmodSync, closeSync, existsSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
// src/app/run/journal-file.ts
var JournalFile = class {
	#descriptor;
	constructor(file) {
		this.#descriptor = openSync(file, "a+", 384);
		const text = readFileSync(this.#descriptor);
		ftruncateSync(this.#descriptor, text.lastIndexOf("\n") + 1);
	}
	append(entry) {
		const line = Buffer.from(`${JSON.stringify(entry)}\n`);
		const { size } = fstatSync(this.#descriptor);
		try {
			for (let written = 0; written < line.length;) written += writeSync(this.#descriptor, line, written);
		} catch (thrown) {
			ftruncateSync(this.#descriptor, size);
			throw thrown;
		}
	}
	[Symbol.dispose]() {
		closeSync(this.#descriptor);
	}
};
function readJournalFile(file) {
	let text;
	try {
		text = readFileSync(file, "utf8");
	} catch (error) {
		if (errorCode(error) === "ENOENT") return {
			entries: [],
			unreadable: []
		};
		throw error;
	}
	const entries = [];
	const unreadable = [];
	for (const [index, line] of text.split("\n").slice(0, -1).entries()) {
		const entry = parseEntry(line);
		if (entry === void 0) unreadable.push(`${file}:${index + 1}`);
		else entries.push(entry);
	}
	return {
		entries,
		unreadable
	};
}
const FIELDS = {
	run: {
		runId: "string",
		startedAt: "string"
	},
	account: {
		build: "string",
		accountId: "string?",
		regions: "strings"
	},
	intent: {
		build: "string",
		token: "string",
		intent: "intent"
	},
	receipt: {
		build: "string",
		token: "string",
		resource: "resource"
	},
	removed: { token: "string" },
	kept: {
		token: "string",
		reason: "string"
	}
};
const PARTS = {
	intent: [
		"kind",
		"region",
		"name"
	],
	resource: [
		"kind",
		"region",
		"id"
	]
};
function parseEntry(line) {
	try {
		const entry = JSON.parse(line);
		return isEntry(entry) ? entry : void 0;
	} catch {
		return;
	}
}
function isEntry(value) {
	if (!isRecord(value)) return false;
	const type = value["type"];
	if (typeof type !== "string" || !Object.hasOwn(FIELDS, type)) return false;
	return Object.entries(FIELDS[type]).every(([name, kind]) => {
		const field = value[name];
		if (kind === "strings") return Array.isArray(field) && field.every((each) => typeof each === "string");
		if (kind === "string?" && field === void 0) return true;
		if (kind === "string" || kind === "string?") return typeof field === "string";
		return isRecord(field) && PARTS[kind].every((part) => typeof field[part] === "string");
	});
}
// src/app/local-cloud/local-cloud-host.ts
const START_MS = 6e4;
const STOP_MS = 6e4;
const LIFETIME = "2h";
async function startLocalCloudHost(request) {
	const { cliPath, clock, directory, endsWithProcess = false, hide, network, region, signal } = request;
	const flags = [
		`-lifetime=${LIFETIME}`,
		`-region=${region}`,
		`-network=${network}`,
		...hide.map((each) => `-hide=${each}`),
		...endsWithProcess ? ["-until-input-ends"] : []
	];
	const command = [
		process.execPath,
		cliPath,
		"local-cloud",
		"-json",
		...flags
	];
	const [program, ...args] = process.getuid?.() === 0 ? command : [
		"sudo",
		"-n",
		...command
	];
	const log = openSync(directory.localCloudLog, "w", 384);
	try {
		const child = spawn(program ?? "", args, {
			detached: true,
			stdio: [
				endsWithProcess ? "pipe" : "ignore",
				"pipe",
				log
			]
		});
		const handle = await withDeadline(clock, START_MS, tooSlow, signal, (until) => firstHandle(child, until, directory));
		writeFileSync(directory.localCloud, JSON.stringify(handle), { mode: 384 });
		child.stdout?.destroy();
		letGo(child);
		return handle;
	} finally {
		closeSync(log);
	}
}
function letGo(child) {
	child.unref();
	const { stdin } = child;
	stdin?.on("error", () => void 0);
	if (stdin !== null && "unref" in stdin && typeof stdin.unref === "function") stdin.unref();
}
function readLocalCloudHandle({ localCloud }) {
	try {
		return parseHandle(readFileSync(localCloud, "utf8"));
	} catch {
		return;
	}
}
function localCloudContents(handle, clock) {
	return control(handle, clock, "GET", "left");
}
async function stopLocalCloudHost(handle, clock) {
	await control(handle, clock, "POST", "stop");
}
async function locateMachine({ endpoint }, instanceId, signal) {
	const machines = await (await fetch(`${endpoint}/_bake-ami/machines`, { signal })).json();
	if (!Array.isArray(machines)) return void 0;
	const machine = machines.find((each) => isRecord(each) && each["instanceId"] === instanceId);
	if (!isRecord(machine)) return void 0;
	const { address: host, sshPort: port } = machine;
	return typeof host === "string" && typeof port === "number" ? {
		host,
		port
	} : void 0;
}
async function control({ control: { url, token } }, clock, method, command) {
	let response;
	try {
		response = await withDeadline(clock, STOP_MS, tooSlowToAnswer, void 0, (signal) => fetch(`${url}/${command}`, {
			method,
			headers: { authorization: `Bearer ${token}` },
			signal
		}));
	} catch (cause) {
		if (isRefused(cause)) return void 0;
		throw new BakeError(`The local cloud at ${url} does not answer`, {
			code: "local-cloud-silent",
			category: "left-behind",
			hint: `It ends by itself ${LIFETIME} after its start.`,
			cause
		});
	}
	const body = await response.json();
	const left = isRecord(body) ? body["left"] : void 0;
	if (!response.ok || !Array.isArray(left)) throw new BakeError(`The local cloud at ${url} refused to ${command}`, {
		code: "local-cloud-refused",
		category: "internal"
	});
	return { left: left.map(String) };
}
function isRefused(error) {
	const cause = typeof error === "object" && error !== null && "cause" in error ? error.cause : void 0;
	const code = errorCode(cause);
	return code === "ECONNREFUSED" || code === "ECONNRESET";
}
async function firstHandle(child, signal, directory) {
	const settled = new AbortController();
	try {
		return await new Promise((resolve, reject) => {
			signal.addEventListener("abort", () => reject(signal.reason), { signal: settled.signal });
			if (signal.aborted) reject(signal.reason);
			child.once("error", reject);
			child.once("exit", (code) => reject(/* @__PURE__ */ new Error(`It ended with status ${code}`)));
			let text = "";
			child.stdout?.setEncoding("utf8").on("data", (chunk) => {
				text += chunk;
				const end = text.indexOf("\n");
				if (end < 0) return;
				const handle = parseHandle(text.slice(0, end));
				if (handle === void 0) reject(/* @__PURE__ */ new Error("It said something else than where it is"));
				else resolve(handle);
			});
		});
	} catch (cause) {
		child.kill();
		throw notStarted(cause, directory);
	} finally {
		settled.abort();
	}
}
function parseHandle(text) {
	try {
		const value = JSON.parse(text);
		return isLocalCloudHandle(value) ? value : void 0;
	} catch {
		return;
	}
}
function tooSlowToAnswer() {
	return /* @__PURE__ */ new Error(`No answer within ${STOP_MS / 1e3} seconds`);
}
function tooSlow() {
	return /* @__PURE__ */ new Error(`It did not say where it is within ${START_MS / 1e3} seconds`);
}
function notStarted(cause, { localCloudLog }) {
	const said = readFileSync(localCloudLog, "utf8").trim().split("\n").slice(-5).join("\n");
	const reason = said === "" ? errorMessage(cause) : said;
	return new BakeError(`The local cloud could not be started: ${reason}`, {
		code: "local-cloud-not-started",
		category: "cloud",
		hint: "It needs Linux, and root or sudo without a password, since it runs machines in namespaces.",
		cause
	});
}
// src/app/run/run-directory.ts
function runDirectory(directory) {
	return {
		path: directory,
		journal: path.join(directory, "journal.jsonl"),
		temporary: path.join(directory, "tmp"),
		localCloud: path.join(directory, "local-cloud.json"),
		localCloudLog: path.join(directory, "local-cloud.log")
	};
}
function createRunDirectory(directory) {
	const places = runDirectory(directory);
	mkdirSync(places.temporary, {
		recursive: true,
		mode: 448
	});
	chmodSync(places.path, 448);
	return places;
}
function removeTemporaryFiles({ temporary }) {
	rmSync(temporary, {
		recursive: true,
		force: true
	});
}
function removeRunDirectory({ path: directory }) {
	if (existsSync(directory)) rmSync(directory, {
		recursive: true,
		force: true
	});
}
export { localCloudContents as a, startLocalCloudHost as c, readJournalFile as d, runDirectory as i, stopLocalCloudHost as l, removeRunDirectory as n, locateMachine as o, removeTemporaryFiles as r, readLocalCloudHandle as s, createRunDirectory as t, JournalFile as u };
