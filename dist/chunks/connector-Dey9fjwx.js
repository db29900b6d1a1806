import { i as __toESM, r as __require, t as __commonJSMin } from "./rolldown-runtime-BVN1G_yT.js";
import { n as abortError, t as NO_LONGER_NEEDED } from "./abort-DcY-MBHM.js";
import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { i as makeKeyPair, n as keyTypeName, t as fingerprint } from "./ssh-keys-DDzqGrJg.js";
import { n as withDeadline, t as orAborted } from "./deadline-BStsF6u5.js";
import { n as describeDuration } from "./duration-Bo3QJcs-.js";
import { n as openTunnels, r as parseTunnel, t as localPath } from "./local-path-C0NtclZX.js";
import { t as LineSplitter } from "./line-splitter-BqufCBql.js";
import { t as makeFolder } from "./make-folder-DHBi_oe7.js";
import { n as shellWord } from "./posix-shell-DMV6XIRl.js";
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Socket } from "node:net";
import { PassThrough, Readable, Writable } from "node:stream";
import { setMaxListeners } from "node:events";
import { constants as constants$1, createGunzip, createGzip } from "node:zlib";
import crypto from "node:crypto";
import { chmod, copyFile, lstat, mkdir, open, readFile, readdir, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import { pipeline as pipeline$1 } from "node:stream/promises";
// src/communicators/ssh/load-ssh2.ts
let loading;
function loadSsh2() {
	loading ??= load();
	return loading;
}
async function load() {
	const { createCipheriv, createDecipheriv } = crypto;
	const wrapped = /* @__PURE__ */ new WeakMap();
	const keyObject = (key) => {
		if (!Buffer.isBuffer(key)) return key;
		const known = wrapped.get(key) ?? crypto.createSecretKey(key);
		wrapped.set(key, known);
		return known;
	};
	const remembering = (make) => (algorithm, key, ...rest) => Reflect.apply(make, crypto, [
		algorithm,
		keyObject(key),
		...rest
	]);
	Object.assign(crypto, {
		createCipheriv: remembering(createCipheriv),
		createDecipheriv: remembering(createDecipheriv)
	});
	try {
		return (await import("./lib-KQG_g9ro.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1))).default;
	} finally {
		Object.assign(crypto, {
			createCipheriv,
			createDecipheriv
		});
	}
}
// src/communicators/ssh/handshake.ts
const HANDSHAKE_LIMIT_MS = 6e4;
const SILENCE_LIMIT_MS = 6e4;
const GOODBYE_MS = 1e3;
var HandshakeError = class extends Error {
	name = "HandshakeError";
	kind;
	hostKey;
	constructor(kind, message, hostKey, cause) {
		super(message, { cause });
		this.kind = kind;
		this.hostKey = hostKey;
	}
};
async function handshake(socket, options) {
	const { Client: SshClient } = await loadSsh2();
	const client = new SshClient();
	let hostKey;
	let refused = false;
	let failure;
	let open = true;
	const ended = new Promise((resolve) => {
		client.on("error", (error) => {
			failure ??= error;
		});
		client.once("close", () => {
			open = false;
			resolve(failure);
		});
		socket.once("close", () => resolve(failure));
	});
	const ready = new Promise((resolve, reject) => {
		client.once("ready", resolve).once("error", reject);
		ended.then((error) => reject(error ?? /* @__PURE__ */ new Error("the machine closed the connection during the handshake")));
	});
	const done = new AbortController();
	const tooLate = options.clock.sleep(HANDSHAKE_LIMIT_MS, AbortSignal.any([options.signal, done.signal])).then(() => Promise.reject(/* @__PURE__ */ new Error("the handshake took longer than a minute")));
	try {
		client.connect({
			...config(socket, options),
			hostVerifier: (publicBlob) => {
				hostKey = publicBlob;
				refused = !options.acceptHostKey(publicBlob);
				return !refused;
			}
		});
		await Promise.race([ready, tooLate]);
		if (hostKey === void 0) throw new Error("the machine presented no host key");
		if (options.readWriteTimeoutMs > 0 && socket instanceof Socket) limitSilence(socket, options.readWriteTimeoutMs, options.clock);
		return {
			client,
			hostKey,
			isOpen: () => open,
			ended,
			end: () => hangUp(client, socket, ended, options.clock),
			destroy: () => void socket.destroy()
		};
	} catch (error) {
		ready.catch(() => void 0);
		socket.on("error", () => void 0);
		client.destroy();
		socket.destroy();
		if (options.signal.aborted) throw error;
		throw classify(error, refused, hostKey);
	} finally {
		done.abort(NO_LONGER_NEEDED);
		tooLate.catch(() => void 0);
	}
}
async function hangUp(client, socket, ended, clock) {
	client.end();
	const answered = new AbortController();
	const tooLate = clock.sleep(GOODBYE_MS, answered.signal).catch(() => void 0);
	await Promise.race([ended, tooLate]);
	answered.abort(NO_LONGER_NEEDED);
	socket.destroy();
}
function config(socket, options) {
	const keepAlive = options.keepAliveMs;
	return {
		sock: socket,
		username: options.username,
		authHandler: [...options.auth],
		readyTimeout: 0,
		keepaliveInterval: Math.max(0, keepAlive),
		keepaliveCountMax: keepAlive > 0 ? Math.max(3, Math.ceil(SILENCE_LIMIT_MS / keepAlive)) : 0,
		algorithms: {
			...options.ciphers !== void 0 && { cipher: [...options.ciphers] },
			...options.keyExchange !== void 0 && { kex: [...options.keyExchange] }
		}
	};
}
async function limitSilence(socket, milliseconds, clock) {
	const ended = new AbortController();
	socket.once("close", () => ended.abort());
	for (let before = -1; !ended.signal.aborted;) {
		const { bytesRead } = socket;
		if (bytesRead === before) socket.destroy(/* @__PURE__ */ new Error(`nothing came for ${milliseconds} ms (ssh_read_write_timeout)`));
		before = bytesRead;
		await clock.sleep(milliseconds, ended.signal).catch(() => void 0);
	}
}
function classify(error, refused, hostKey) {
	const message = errorMessage(error);
	if (refused) return new HandshakeError("host-key", "its host key is not accepted", hostKey, error);
	const level = levelOf(error);
	if (level === "client-authentication") return new HandshakeError("login", "the login was refused", hostKey, error);
	if (level === "agent") return new HandshakeError("login", `the SSH agent failed: ${message}`, hostKey, error);
	if (/no matching|Unsupported algorithm/.test(message)) return new HandshakeError("algorithms", message, hostKey, error);
	return new HandshakeError("lost", message, hostKey, error);
}
function levelOf(error) {
	return typeof error === "object" && error !== null && "level" in error ? error.level : void 0;
}
// src/communicators/ssh/socket.ts
var CorkedSocket = class extends Socket {
	#corked = false;
	write(chunk, encodingOrCallback, callback) {
		if (!this.#corked) {
			this.#corked = true;
			this.cork();
			process.nextTick(() => {
				this.#corked = false;
				this.uncork();
			});
		}
		if (typeof encodingOrCallback === "function") return super.write(chunk, encodingOrCallback);
		if (typeof chunk === "string") return super.write(chunk, encodingOrCallback, callback);
		return super.write(chunk, callback);
	}
};
async function dial(host, port, options) {
	const done = new AbortController();
	const socket = new CorkedSocket();
	const connected = new Promise((resolve, reject) => {
		socket.once("connect", () => resolve(socket)).once("error", reject);
		socket.setNoDelay(true).connect({
			host,
			port,
			autoSelectFamilyAttemptTimeout: 1e3
		});
	});
	const tooLate = options.clock.sleep(options.timeoutMs, AbortSignal.any([options.signal, done.signal])).then(() => {
		throw new Error(`no answer from ${host}:${port}`);
	});
	try {
		return await Promise.race([connected, tooLate]);
	} catch (error) {
		connected.catch(() => void 0);
		socket.on("error", () => void 0).destroy();
		throw error;
	} finally {
		done.abort(NO_LONGER_NEEDED);
		tooLate.catch(() => void 0);
	}
}
// src/communicators/ssh/route.ts
const DIAL_LIMIT_MS = 2500;
const BASTION_DIAL_LIMIT_MS = 15e3;
var BastionUnreachable = class extends Error {
	name = "BastionUnreachable";
	where;
	username;
	constructor(bastion, cause) {
		super(errorMessage(cause), { cause });
		this.where = placeOf(bastion);
		this.username = bastion.username;
	}
};
var Route = class {
	#bastion;
	#settings;
	#hop;
	#bastionKey;
	constructor(bastion, settings) {
		this.#bastion = bastion;
		this.#settings = settings;
	}
	get bastion() {
		return this.#bastion;
	}
	get bastionKey() {
		return this.#bastionKey;
	}
	async open(host, port, signal) {
		if (this.#bastion === void 0) return dial(host, port, {
			timeoutMs: DIAL_LIMIT_MS,
			clock: this.#settings.clock,
			signal
		});
		const { client } = await this.#reachBastion(this.#bastion, signal);
		const channel = new Promise((resolve, reject) => {
			client.forwardOut("127.0.0.1", 0, host, port, (error, opened) => {
				if (error !== void 0) reject(error);
				else if (signal.aborted) opened.destroy();
				else resolve(opened);
			});
		});
		return orAborted(channel, signal);
	}
	get wayToBastion() {
		if (this.#bastion === void 0 || this.#hop !== void 0) return void 0;
		return {
			where: placeOf(this.#bastion),
			username: this.#bastion.username
		};
	}
	describe(host, port) {
		return `${host}:${port}${this.#bastion === void 0 ? "" : ` through ${placeOf(this.#bastion)}`}`;
	}
	async close() {
		const hop = this.#hop;
		this.#hop = void 0;
		await hop?.end();
	}
	async #reachBastion(bastion, signal) {
		if (this.#hop !== void 0) return this.#hop;
		const { clock } = this.#settings;
		const hop = await dial(bastion.host, bastion.port, {
			timeoutMs: BASTION_DIAL_LIMIT_MS,
			clock,
			signal
		}).then((socket) => handshake(socket, {
			...handshakeOptions(this.#settings, signal),
			username: bastion.username,
			auth: bastion.auth,
			acceptHostKey: (key) => this.#bastionKey === void 0 || this.#bastionKey.equals(key)
		})).catch((error) => Promise.reject(signal.aborted ? error : bastionError(bastion, error)));
		this.#bastionKey = hop.hostKey;
		this.#hop = hop;
		hop.ended.then(() => {
			if (this.#hop === hop) this.#hop = void 0;
		});
		return hop;
	}
};
function bastionError(bastion, error) {
	const cause = errorMessage(error);
	if (error instanceof HandshakeError && error.kind !== "lost") return new BakeError(`The jump host ${bastion.host}:${bastion.port} as ${bastion.username}: ${cause}`, {
		code: "ssh-bastion-refused",
		category: "connection",
		hint: "Check ssh_bastion_username and ssh_bastion_private_key_file, ssh_bastion_password or ssh_bastion_agent_auth.",
		cause: error
	});
	return new BastionUnreachable(bastion, error);
}
function placeOf({ host, port }) {
	return `the jump host ${host}:${port}`;
}
function handshakeOptions(settings, signal) {
	const { keepAliveMs, readWriteTimeoutMs, ciphers, keyExchange, clock } = settings;
	return {
		keepAliveMs,
		readWriteTimeoutMs,
		ciphers,
		keyExchange,
		clock,
		signal
	};
}
// src/communicators/ssh/connect.ts
const PROBE_PAUSE_MS = 250;
const PROOF_PAUSE_MS = 3e3;
const LOGIN_PAUSE_MS = 500;
const LONGEST_LOGIN_PAUSE_MS = 8e3;
const PLANTING_LIMIT_MS = 6e4;
const PLANTING_PAUSE_MS = 1e3;
async function connect(settings, route, hostKeys, target, signal) {
	const attempts = new Attempts(settings, target);
	loadSsh2().catch(() => void 0);
	try {
		return await withDeadline(settings.transport.clock, settings.timeoutMs, () => attempts.timeout(), signal, async (limited) => {
			const search = new Search(settings, route, hostKeys, target, attempts, limited);
			for (;;) {
				const reached = await search.tryOnce();
				if (reached !== void 0) return reached;
			}
		});
	} catch (error) {
		if (signal.aborted) throw abortError(signal, `connecting to ${target.name}`);
		throw error;
	}
}
var Search = class {
	#settings;
	#route;
	#hostKeys;
	#target;
	#attempts;
	#signal;
	#refusedLogins = 0;
	#proven = [];
	#firstUnprovenAt;
	constructor(settings, route, hostKeys, target, attempts, signal) {
		this.#settings = settings;
		this.#route = route;
		this.#hostKeys = hostKeys;
		this.#target = target;
		this.#attempts = attempts;
		this.#signal = signal;
	}
	async tryOnce() {
		const { clock } = this.#settings.transport;
		await this.#target.checkAlive?.(this.#signal);
		const address = await this.#address();
		this.#signal.throwIfAborted();
		if (address === void 0) {
			this.#attempts.failed({ kind: "no-address" });
			await clock.sleep(PROBE_PAUSE_MS, this.#signal);
			return;
		}
		const { host, port } = address;
		const { tunnel } = this.#target;
		const where = tunnel?.name ?? this.#route.describe(host, port);
		try {
			this.#attempts.underWay = () => this.#unanswered(where);
			const socket = await (tunnel?.open(this.#signal) ?? this.#route.open(host, port, this.#signal));
			this.#attempts.underWay = () => ({
				kind: "silent",
				where,
				cause: NO_ANSWER
			});
			const connection = await handshake(socket, {
				...handshakeOptions(this.#settings.transport, this.#signal),
				username: this.#settings.username,
				auth: this.#settings.auth,
				acceptHostKey: (key) => this.#hostKeys.accepts(key)
			});
			this.#hostKeys.pin(connection.hostKey);
			return {
				connection,
				host,
				port
			};
		} catch (error) {
			this.#signal.throwIfAborted();
			if (error instanceof BakeError) throw error;
			await this.#learn(error, where);
			return;
		}
	}
	#unanswered(where) {
		const bastion = this.#target.tunnel === void 0 ? this.#route.wayToBastion : void 0;
		return bastion === void 0 ? {
			kind: "unreachable",
			where,
			cause: NO_ANSWER
		} : {
			kind: "bastion",
			...bastion,
			cause: NO_ANSWER
		};
	}
	async #address() {
		const { fixedHost, port } = this.#settings;
		const { tunnel } = this.#target;
		if (tunnel !== void 0) return tunnel;
		if (fixedHost !== void 0) return {
			host: fixedHost,
			port
		};
		const address = await this.#target.address(this.#signal);
		return address === void 0 ? void 0 : {
			host: address.host,
			port: address.port ?? port
		};
	}
	async #learn(error, where) {
		const { clock } = this.#settings.transport;
		const cause = errorMessage(error);
		if (error instanceof BastionUnreachable) {
			this.#attempts.failed({
				kind: "bastion",
				where: error.where,
				username: error.username,
				cause
			});
			await clock.sleep(PROBE_PAUSE_MS, this.#signal);
		} else if (!(error instanceof HandshakeError) || error.kind === "lost") {
			this.#attempts.failed({
				kind: error instanceof HandshakeError ? "silent" : "unreachable",
				where,
				cause
			});
			await clock.sleep(PROBE_PAUSE_MS, this.#signal);
		} else if (error.kind === "login") {
			this.#attempts.failed({
				kind: "login",
				where,
				cause
			});
			this.#refusedLogins += 1;
			const { loginAttempts } = this.#settings;
			if (loginAttempts !== void 0 && this.#refusedLogins >= loginAttempts) throw this.#attempts.refused(error);
			await clock.sleep(Math.min(LOGIN_PAUSE_MS * 2 ** (this.#refusedLogins - 1), LONGEST_LOGIN_PAUSE_MS), this.#signal);
		} else if (error.kind === "host-key" && error.hostKey !== void 0) {
			this.#attempts.failed({
				kind: "host-key",
				where,
				cause: fingerprint(error.hostKey)
			});
			await this.#waitForProof(error.hostKey);
		} else throw new BakeError(`Cannot agree with ${this.#target.name} (${where}) on how to encrypt: ${cause}`, {
			code: "ssh-no-common-algorithm",
			category: "connection",
			hint: "Check ssh_ciphers and ssh_key_exchange_algorithms.",
			cause: error
		});
	}
	async #waitForProof(presented) {
		const { clock } = this.#settings.transport;
		this.#firstUnprovenAt ??= clock.monotonic();
		if (this.#proven.length > 0) throw this.#hostKeys.refusal(this.#target.name, presented, this.#proven);
		if (this.#target.provenHostKeys === void 0) {
			if (clock.monotonic() - this.#firstUnprovenAt >= PLANTING_LIMIT_MS || !this.#hostKeys.expectsAnother) throw this.#hostKeys.refusal(this.#target.name, presented, []);
			await clock.sleep(PLANTING_PAUSE_MS, this.#signal);
			return;
		}
		this.#proven = await this.#target.provenHostKeys(this.#signal);
		this.#hostKeys.trust(this.#proven);
		if (this.#proven.length === 0) await clock.sleep(PROOF_PAUSE_MS, this.#signal);
	}
};
const NO_ANSWER = "no answer";
const HINTS = {
	"no-address": "The instance never got an address that can be used. Check the subnet, associate_public_ip_address and ssh_interface.",
	bastion: "Check that this machine can reach the jump host: ssh_bastion_host, ssh_bastion_port, and the firewalls in between.",
	unreachable: "Check that this machine can reach that address (security group, subnet, public or private address: ssh_interface, a jump host: ssh_bastion_host), and that the image starts an SSH server; a slow machine needs a longer ssh_timeout.",
	silent: "The port accepts connections and no SSH server answers: the machine may be overloaded, or something on the way accepts them in its place. A slow machine needs a longer ssh_timeout.",
	login: "Check ssh_username: it depends on the image (ubuntu, ec2-user, admin, …). An image without cloud-init does not take the temporary key: set ssh_password or ssh_private_key_file.",
	"host-key": "For an image without cloud-init, accept the first key with the input ssh-host-key: first (flag -ssh-host-key=first)."
};
const TIMEOUT_CODES = {
	"no-address": "ssh-timeout",
	bastion: "ssh-bastion-unreachable",
	unreachable: "ssh-timeout",
	silent: "ssh-silent",
	login: "ssh-login-refused",
	"host-key": "host-key-not-proven"
};
const PROGRESS = {
	"no-address": 0,
	bastion: 1,
	unreachable: 2,
	silent: 3,
	"host-key": 4,
	login: 4
};
var Attempts = class {
	#settings;
	#target;
	#count = 0;
	#last = { kind: "no-address" };
	underWay;
	constructor(settings, target) {
		this.#settings = settings;
		this.#target = target;
	}
	failed(failure) {
		this.#count += 1;
		this.#last = failure;
		this.underWay = void 0;
	}
	timeout() {
		const underWay = this.underWay?.();
		if (underWay !== void 0 && PROGRESS[underWay.kind] > PROGRESS[this.#last.kind]) this.failed(underWay);
		const limit = describeDuration(this.#settings.timeoutMs ?? 0);
		return this.#error(TIMEOUT_CODES[this.#last.kind], `Cannot connect to ${this.#target.name} by SSH within ${limit}`, void 0);
	}
	refused(cause) {
		return this.#error("ssh-login-refused", `Cannot log in to ${this.#target.name} by SSH`, cause);
	}
	#error(code, what, cause) {
		return new BakeError(`${what}: ${this.#describe()}`, {
			code,
			category: "connection",
			hint: HINTS[this.#last.kind],
			cause
		});
	}
	#describe() {
		const last = this.#last;
		if (last.kind === "no-address") return "it has no address";
		const cause = last.kind === "host-key" ? `no channel proves its host key ${last.cause}` : last.cause;
		const tries = this.#count === 1 ? "1 try" : `${this.#count} tries, the last one`;
		const username = last.kind === "bastion" ? last.username : this.#settings.username;
		return `${last.where} as ${username}, ${tries}: ${cause}`;
	}
};
// src/communicators/ssh/host-keys.ts
async function plantHostKey(ids, secrets) {
	const key = await makeKeyPair("ed25519", `bake-ami-${ids.token(8)}`);
	secrets.register(key.privateKey);
	return {
		cloudConfig: [
			"#cloud-config",
			"ssh_deletekeys: true",
			"ssh_keys:",
			"  ed25519_private: |",
			...key.privateKey.trimEnd().split("\n").map((line) => `    ${line}`),
			`  ed25519_public: ${key.publicKey}`,
			""
		].join("\n"),
		fingerprint: fingerprint(key.publicBlob)
	};
}
var HostKeys = class {
	#policy;
	#trusted;
	#pinned;
	constructor(policy, planted) {
		this.#policy = policy;
		this.#trusted = new Set(planted === void 0 ? [] : [planted.fingerprint]);
	}
	get pinned() {
		return this.#pinned;
	}
	get expectsAnother() {
		return this.#trusted.size > 0 && this.#pinned === void 0;
	}
	accepts(publicBlob) {
		if (this.#pinned?.equals(publicBlob)) return true;
		if (this.#trusted.has(fingerprint(publicBlob))) return true;
		return this.#policy === "first" && this.#pinned === void 0;
	}
	trust(fingerprints) {
		for (const proven of fingerprints) this.#trusted.add(proven);
	}
	pin(publicBlob) {
		this.#pinned = publicBlob;
	}
	refusal(machine, publicBlob, proven) {
		const presented = `${keyTypeName(publicBlob)} key ${fingerprint(publicBlob)}`;
		if (this.#pinned !== void 0) return new BakeError(`The host key of ${machine} has changed: it was ${fingerprint(this.#pinned)}, now it presents the ${presented}`, {
			code: "host-key-changed",
			category: "connection",
			hint: "If a provisioner replaces the host keys, do that in the last one, without a reboot; else somebody stands between here and the machine."
		});
		const why = proven.length > 0 ? `it presents the ${presented}, but its console output lists ${proven.join(", ")}` : `it presents the ${presented}, which neither was planted by us nor is listed in its console output`;
		return new BakeError(`Cannot tell whether ${machine} is the machine that was launched: ${why}`, {
			code: "host-key-not-proven",
			category: "connection",
			hint: "For an image without cloud-init, accept the first key with the input ssh-host-key: first (flag -ssh-host-key=first)."
		});
	}
};
function knownHostsLine(host, port, publicBlob) {
	return `${port === 22 ? host : `[${host}]:${port}`} ${keyTypeName(publicBlob)} ${publicBlob.toString("base64")}`;
}
// src/communicators/ssh/login.ts
function authMethods({ username, agent, privateKeys, password }) {
	const methods = [];
	if (agent !== void 0) methods.push({
		type: "agent",
		username,
		agent
	});
	for (const key of privateKeys) methods.push({
		type: "publickey",
		username,
		key
	});
	if (password !== void 0) {
		methods.push({
			type: "password",
			username,
			password
		});
		methods.push({
			type: "keyboard-interactive",
			username,
			prompt: (_name, _instructions, _language, prompts, answer) => answer(prompts.map(() => password))
		});
	}
	return methods;
}
async function readPrivateKey(path, optionName, secrets) {
	const unusable = (why, hint, cause) => new BakeError(`Cannot use ${optionName} = "${path}": ${why}`, {
		code: "ssh-key-unusable",
		category: "input",
		hint,
		cause
	});
	const text = await readFile(path, "utf8").catch((error) => {
		const why = errorMessage(error);
		throw unusable(why, "Check the path; a relative one starts at the working directory.", error);
	});
	secrets.register(text);
	const { utils } = await loadSsh2();
	const key = utils.parseKey(text);
	if (key instanceof Error) throw /passphrase|encrypted/i.test(key.message) ? unusable("it is encrypted with a passphrase", "Use a key without one, or load it into an agent and set ssh_agent_auth = true.") : unusable(key.message, "It must be a private key in OpenSSH or PEM format.");
	if (!key.isPrivateKey()) throw unusable("it is a public key", "Name the private key file, usually the one without .pub.");
	return text;
}
async function publicKeyOf(privateKeyPem) {
	const { utils } = await loadSsh2();
	const key = utils.parseKey(privateKeyPem);
	if (key instanceof Error) throw new BakeError(`The temporary key that the cloud made can not be read: ${key.message}`, {
		code: "ssh-key-unusable",
		category: "cloud",
		hint: "Allow ec2:ImportKeyPair, so that the key is made here, or use ssh_private_key_file."
	});
	return `${key.type} ${key.getPublicSSH().toString("base64")}`;
}
// src/communicators/ssh/exec.ts
const PTY = { pty: {
	term: "xterm",
	cols: 80,
	rows: 40,
	width: 640,
	height: 480,
	modes: { ECHO: 0 }
} };
function execOn(connection, machine, command, options) {
	const { signal } = options;
	return new Promise((resolve, reject) => {
		if (signal.aborted) {
			reject(abortError(signal, `a command on ${machine}`));
			return;
		}
		let opened;
		const onAbort = () => {
			if (opened !== void 0) kill(opened);
			reject(abortError(signal, `a command on ${machine}`));
		};
		const settled = () => signal.removeEventListener("abort", onAbort);
		signal.addEventListener("abort", onAbort, { once: true });
		try {
			connection.client.exec(command, options.pty === true ? PTY : {}, (error, channel) => {
				if (error !== void 0) {
					settled();
					reject(notStarted(connection, machine, error));
					return;
				}
				opened = channel;
				if (signal.aborted) {
					kill(channel);
					return;
				}
				finish(channel, machine, options).then(resolve, reject).finally(settled);
			});
		} catch (error) {
			settled();
			reject(notStarted(connection, machine, error));
		}
	});
}
async function finish(channel, machine, options) {
	let result;
	channel.on("exit", (code, exitSignal) => {
		result = code === null ? {
			exitCode: 128,
			exitSignal: (exitSignal ?? "").replace(/^SIG/, "")
		} : { exitCode: code };
	});
	channel.on("error", () => void 0);
	const closed = new Promise((resolve) => {
		channel.once("close", resolve);
	});
	const outputs = [options.stdout === void 0 ? readLines(channel, (line) => options.onLine?.("stdout", line)) : pipeline$1(channel, options.stdout), readLines(channel.stderr, (line) => options.onLine?.("stderr", line))];
	try {
		await Promise.all([
			feed(channel, options.stdin, closed),
			closed,
			...outputs
		]);
	} catch (error) {
		kill(channel);
		throw error;
	}
	if (result === void 0) throw connectionLost(machine, false);
	return result;
}
function readLines(stream, onLine) {
	return new Promise((resolve, reject) => {
		const lines = new LineSplitter(onLine);
		const guarded = (work) => {
			try {
				work();
			} catch (error) {
				reject(error);
			}
		};
		stream.on("data", (chunk) => guarded(() => lines.push(chunk)));
		stream.once("end", () => {
			guarded(() => lines.end());
			resolve();
		});
	});
}
async function feed(channel, stdin, closed) {
	let open = true;
	const ended = closed.then(() => {
		open = false;
		if (stdin instanceof Readable) stdin.destroy();
	});
	try {
		if (stdin instanceof Readable) for await (const chunk of stdin) {
			if (!open) break;
			if (!channel.write(chunk)) await Promise.race([new Promise((resume) => channel.once("drain", resume)), ended]);
		}
		else if (stdin !== void 0) channel.write(stdin);
	} catch (error) {
		if (open) throw error;
	}
	if (open) channel.end();
}
function kill(channel) {
	channel.signal("TERM");
	channel.close();
}
function connectionLost(machine, beforeStart, cause) {
	return new BakeError(beforeStart ? `There is no connection to ${machine}` : `The connection to ${machine} ended before the command's exit status came`, {
		code: "connection-lost",
		category: "connection",
		retryable: beforeStart,
		cause
	});
}
function notStarted(connection, machine, error) {
	const message = errorMessage(error);
	if (!connection.isOpen() || message === "Not connected") return connectionLost(machine, message !== "Unable to exec", error);
	return new BakeError(`The SSH server of ${machine} does not run commands: ${message}`, {
		code: "ssh-channel-refused",
		category: "connection",
		retryable: true,
		cause: error
	});
}
// src/communicators/ssh/folder-walk.ts
const LOOK_AHEAD = 64;
async function* walkFolder(root) {
	yield* walk(await realpath(root), "", {
		root: await realpath(root),
		above: []
	});
}
async function* walk(folder, prefix, place) {
	const names = (await readdir(folder, { encoding: "buffer" })).map((name) => textOf(name, folder)).sort();
	const inside = {
		root: place.root,
		above: [...place.above, folder]
	};
	for await (const { child, path, own } of lookAtAll(folder, names)) {
		const name = prefix + child;
		if (own.isSymbolicLink()) yield* followLink(path, name, inside);
		else if (own.isDirectory()) {
			yield {
				kind: "directory",
				name,
				mode: own.mode & 4095
			};
			yield* walk(path, `${name}/`, inside);
		} else if (own.isFile()) yield {
			kind: "file",
			name,
			mode: own.mode & 4095,
			path,
			size: own.size
		};
		else throw notAFile(path, IN_A_FOLDER);
	}
}
function textOf(name, folder) {
	const text = name.toString("utf8");
	if (Buffer.from(text, "utf8").equals(name)) return text;
	throw new BakeError(`Cannot upload ${join(folder, text)}: the bytes of its name (${name.toString("hex")}) are no UTF-8`, {
		code: "file-name-not-utf8",
		category: "provision",
		hint: "Rename it, or upload an archive of the folder and unpack it on the machine."
	});
}
async function* lookAtAll(folder, names) {
	for (let start = 0; start < names.length; start += LOOK_AHEAD) yield* await Promise.all(names.slice(start, start + LOOK_AHEAD).map(async (child) => {
		const path = join(folder, child);
		return {
			child,
			path,
			own: await lstat(path)
		};
	}));
}
async function* followLink(path, name, place) {
	const target = await readlink(path);
	const real = await realpath(path).catch(() => void 0);
	if (real === void 0 || !isAbsolute(target) && isWithin(place.root, resolve(dirname(path), target))) {
		yield {
			kind: "link",
			name,
			target
		};
		return;
	}
	const found = await stat(real);
	if (found.isFile()) yield {
		kind: "file",
		name,
		mode: found.mode & 4095,
		path: real,
		size: found.size
	};
	else if (!found.isDirectory()) throw notAFile(path, IN_A_FOLDER);
	else if (place.above.includes(real)) throw new BakeError(`Cannot upload ${path}: it is a symbolic link to ${real}, a folder that it lies in`, {
		code: "endless-link",
		category: "provision",
		hint: "Remove the link, or make it a relative one."
	});
	else {
		yield {
			kind: "directory",
			name,
			mode: found.mode & 4095
		};
		yield* walk(real, `${name}/`, {
			root: real,
			above: place.above
		});
	}
}
function isWithin(root, path) {
	const way = relative(root, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
const IN_A_FOLDER = "remove it, or upload the files one by one";
async function assertFile(path) {
	if (!(await stat(path)).isFile()) throw notAFile(path, "write what it gives into a file, and upload that");
}
function notAFile(path, remedy) {
	return new BakeError(`Cannot upload ${path}: it is neither a file nor a folder nor a link`, {
		code: "not-a-file",
		category: "provision",
		hint: `Sockets, pipes and devices can not be copied: ${remedy}.`
	});
}
// src/communicators/ssh/remote-path.ts
function sftpPath(path) {
	if (path === "~" || path === "~/") return ".";
	return path.startsWith("~/") ? path.slice(2) : path;
}
function pathWord(path) {
	if (path === "~" || path === "~/") return "~/";
	if (path.startsWith("~/")) return `~/${shellWord(path.slice(2))}`;
	return shellWord(path.startsWith("-") ? `./${path}` : path);
}
function needsShell(path) {
	return /^~[^/]/.test(path) || /\$[A-Za-z_{]/.test(path);
}
function expandCommand(path) {
	const [, user = "", rest = ""] = /^(~[A-Za-z0-9._-]*)?([\s\S]*)$/.exec(path) ?? [];
	return `printf '%s\\n' ${user}"${rest.replace(/["\\`]/g, "\\$&").replaceAll("$(", "\\$(")}"`;
}
// node_modules/events-universal/default.js
var require_default = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = __require("events");
}));
// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class FixedFIFO {
		constructor(hwm) {
			if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
			this.buffer = new Array(hwm);
			this.mask = hwm - 1;
			this.top = 0;
			this.btm = 0;
			this.next = null;
		}
		clear() {
			this.top = this.btm = 0;
			this.next = null;
			this.buffer.fill(void 0);
		}
		push(data) {
			if (this.buffer[this.top] !== void 0) return false;
			this.buffer[this.top] = data;
			this.top = this.top + 1 & this.mask;
			return true;
		}
		shift() {
			const last = this.buffer[this.btm];
			if (last === void 0) return void 0;
			this.buffer[this.btm] = void 0;
			this.btm = this.btm + 1 & this.mask;
			return last;
		}
		peek() {
			return this.buffer[this.btm];
		}
		isEmpty() {
			return this.buffer[this.btm] === void 0;
		}
	};
}));
// node_modules/fast-fifo/index.js
var require_fast_fifo = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const FixedFIFO = require_fixed_size();
	module.exports = class FastFIFO {
		constructor(hwm) {
			this.hwm = hwm || 16;
			this.head = new FixedFIFO(this.hwm);
			this.tail = this.head;
			this.length = 0;
		}
		clear() {
			this.head = this.tail;
			this.head.clear();
			this.length = 0;
		}
		push(val) {
			this.length++;
			if (!this.head.push(val)) {
				const prev = this.head;
				this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
				this.head.push(val);
			}
		}
		shift() {
			if (this.length !== 0) this.length--;
			const val = this.tail.shift();
			if (val === void 0 && this.tail.next) {
				const next = this.tail.next;
				this.tail.next = null;
				this.tail = next;
				return this.tail.shift();
			}
			return val;
		}
		peek() {
			const val = this.tail.peek();
			if (val === void 0 && this.tail.next) return this.tail.next.peek();
			return val;
		}
		isEmpty() {
			return this.length === 0;
		}
	};
}));
// node_modules/b4a/index.js
var require_b4a = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isBuffer(value) {
		return Buffer.isBuffer(value) || value instanceof Uint8Array;
	}
	function isEncoding(encoding) {
		return Buffer.isEncoding(encoding);
	}
	function alloc(size, fill, encoding) {
		return Buffer.alloc(size, fill, encoding);
	}
	function allocUnsafe(size) {
		return Buffer.allocUnsafe(size);
	}
	function allocUnsafeSlow(size) {
		return Buffer.allocUnsafeSlow(size);
	}
	function byteLength(string, encoding) {
		return Buffer.byteLength(string, encoding);
	}
	function compare(a, b) {
		return Buffer.compare(a, b);
	}
	function concat(buffers, totalLength) {
		return Buffer.concat(buffers, totalLength);
	}
	function copy(source, target, targetStart, start, end) {
		return toBuffer(source).copy(target, targetStart, start, end);
	}
	function equals(a, b) {
		return toBuffer(a).equals(b);
	}
	function fill(buffer, value, offset, end, encoding) {
		return toBuffer(buffer).fill(value, offset, end, encoding);
	}
	function from(value, encodingOrOffset, length) {
		return Buffer.from(value, encodingOrOffset, length);
	}
	function includes(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).includes(value, byteOffset, encoding);
	}
	function indexOf(buffer, value, byfeOffset, encoding) {
		return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
	}
	function lastIndexOf(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
	}
	function swap16(buffer) {
		return toBuffer(buffer).swap16();
	}
	function swap32(buffer) {
		return toBuffer(buffer).swap32();
	}
	function swap64(buffer) {
		return toBuffer(buffer).swap64();
	}
	function toBuffer(buffer) {
		if (Buffer.isBuffer(buffer)) return buffer;
		return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}
	function toString(buffer, encoding, start, end) {
		return toBuffer(buffer).toString(encoding, start, end);
	}
	function toHex(buffer, start, end) {
		return toBuffer(buffer).toString("hex", start, end);
	}
	function write(buffer, string, offset, length, encoding) {
		return toBuffer(buffer).write(string, offset, length, encoding);
	}
	function readDoubleBE(buffer, offset) {
		return toBuffer(buffer).readDoubleBE(offset);
	}
	function readDoubleLE(buffer, offset) {
		return toBuffer(buffer).readDoubleLE(offset);
	}
	function readFloatBE(buffer, offset) {
		return toBuffer(buffer).readFloatBE(offset);
	}
	function readFloatLE(buffer, offset) {
		return toBuffer(buffer).readFloatLE(offset);
	}
	function readInt32BE(buffer, offset) {
		return toBuffer(buffer).readInt32BE(offset);
	}
	function readInt32LE(buffer, offset) {
		return toBuffer(buffer).readInt32LE(offset);
	}
	function readUInt32BE(buffer, offset) {
		return toBuffer(buffer).readUInt32BE(offset);
	}
	function readUInt32LE(buffer, offset) {
		return toBuffer(buffer).readUInt32LE(offset);
	}
	function writeDoubleBE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleBE(value, offset);
	}
	function writeDoubleLE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleLE(value, offset);
	}
	function writeFloatBE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatBE(value, offset);
	}
	function writeFloatLE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatLE(value, offset);
	}
	function writeInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32BE(value, offset);
	}
	function writeInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32LE(value, offset);
	}
	function writeUInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32BE(value, offset);
	}
	function writeUInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32LE(value, offset);
	}
	module.exports = {
		isBuffer,
		isEncoding,
		alloc,
		allocUnsafe,
		allocUnsafeSlow,
		byteLength,
		compare,
		concat,
		copy,
		equals,
		fill,
		from,
		includes,
		indexOf,
		lastIndexOf,
		swap16,
		swap32,
		swap64,
		toBuffer,
		toString,
		toHex,
		write,
		readDoubleBE,
		readDoubleLE,
		readFloatBE,
		readFloatLE,
		readInt32BE,
		readInt32LE,
		readUInt32BE,
		readUInt32LE,
		writeDoubleBE,
		writeDoubleLE,
		writeFloatBE,
		writeFloatLE,
		writeInt32BE,
		writeInt32LE,
		writeUInt32BE,
		writeUInt32LE
	};
}));
// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class PassThroughDecoder {
		constructor(encoding) {
			this.encoding = encoding;
		}
		get remaining() {
			return 0;
		}
		decode(data) {
			return b4a.toString(data, this.encoding);
		}
		flush() {
			return "";
		}
	};
}));
// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class UTF8Decoder {
		constructor() {
			this._reset();
		}
		get remaining() {
			return this.bytesSeen;
		}
		decode(data) {
			if (data.byteLength === 0) return "";
			if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
				this.bytesSeen = trailingBytesSeen(data);
				return b4a.toString(data, "utf8");
			}
			let result = "";
			let start = 0;
			if (this.bytesNeeded > 0) {
				while (start < data.byteLength) {
					const byte = data[start];
					if (byte < this.lowerBoundary || byte > this.upperBoundary) {
						result += "�";
						this._reset();
						break;
					}
					this.lowerBoundary = 128;
					this.upperBoundary = 191;
					this.codePoint = this.codePoint << 6 | byte & 63;
					this.bytesSeen++;
					start++;
					if (this.bytesSeen === this.bytesNeeded) {
						result += String.fromCodePoint(this.codePoint);
						this._reset();
						break;
					}
				}
				if (this.bytesNeeded > 0) return result;
			}
			const trailing = trailingIncomplete(data, start);
			const end = data.byteLength - trailing;
			if (end > start) result += b4a.toString(data, "utf8", start, end);
			for (let i = end; i < data.byteLength; i++) {
				const byte = data[i];
				if (this.bytesNeeded === 0) {
					if (byte <= 127) {
						this.bytesSeen = 0;
						result += String.fromCharCode(byte);
					} else if (byte >= 194 && byte <= 223) {
						this.bytesNeeded = 2;
						this.bytesSeen = 1;
						this.codePoint = byte & 31;
					} else if (byte >= 224 && byte <= 239) {
						if (byte === 224) this.lowerBoundary = 160;
						else if (byte === 237) this.upperBoundary = 159;
						this.bytesNeeded = 3;
						this.bytesSeen = 1;
						this.codePoint = byte & 15;
					} else if (byte >= 240 && byte <= 244) {
						if (byte === 240) this.lowerBoundary = 144;
						else if (byte === 244) this.upperBoundary = 143;
						this.bytesNeeded = 4;
						this.bytesSeen = 1;
						this.codePoint = byte & 7;
					} else {
						this.bytesSeen = 1;
						result += "�";
					}
					continue;
				}
				if (byte < this.lowerBoundary || byte > this.upperBoundary) {
					result += "�";
					i--;
					this._reset();
					continue;
				}
				this.lowerBoundary = 128;
				this.upperBoundary = 191;
				this.codePoint = this.codePoint << 6 | byte & 63;
				this.bytesSeen++;
				if (this.bytesSeen === this.bytesNeeded) {
					result += String.fromCodePoint(this.codePoint);
					this._reset();
				}
			}
			return result;
		}
		flush() {
			const result = this.bytesNeeded > 0 ? "�" : "";
			this._reset();
			return result;
		}
		_reset() {
			this.codePoint = 0;
			this.bytesNeeded = 0;
			this.bytesSeen = 0;
			this.lowerBoundary = 128;
			this.upperBoundary = 191;
		}
	};
	function trailingIncomplete(data, start) {
		const len = data.byteLength;
		if (len <= start) return 0;
		const limit = Math.max(start, len - 4);
		let i = len - 1;
		while (i > limit && (data[i] & 192) === 128) i--;
		if (i < start) return 0;
		const byte = data[i];
		let needed;
		if (byte <= 127) return 0;
		if (byte >= 194 && byte <= 223) needed = 2;
		else if (byte >= 224 && byte <= 239) needed = 3;
		else if (byte >= 240 && byte <= 244) needed = 4;
		else return 0;
		const available = len - i;
		return available < needed ? available : 0;
	}
	function trailingBytesSeen(data) {
		const len = data.byteLength;
		if (len === 0) return 0;
		const last = data[len - 1];
		if (last <= 127) return 0;
		if ((last & 192) !== 128) return 1;
		const limit = Math.max(0, len - 4);
		let i = len - 2;
		while (i >= limit && (data[i] & 192) === 128) i--;
		if (i < 0) return 1;
		const first = data[i];
		let needed;
		if (first >= 194 && first <= 223) needed = 2;
		else if (first >= 224 && first <= 239) needed = 3;
		else if (first >= 240 && first <= 244) needed = 4;
		else return 1;
		if (len - i !== needed) return 1;
		if (needed >= 3) {
			const second = data[i + 1];
			if (first === 224 && second < 160) return 1;
			if (first === 237 && second > 159) return 1;
			if (first === 240 && second < 144) return 1;
			if (first === 244 && second > 143) return 1;
		}
		return 0;
	}
}));
// node_modules/text-decoder/index.js
var require_text_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const PassThroughDecoder = require_pass_through_decoder();
	const UTF8Decoder = require_utf8_decoder();
	module.exports = class TextDecoder {
		constructor(encoding = "utf8") {
			this.encoding = normalizeEncoding(encoding);
			switch (this.encoding) {
				case "utf8":
					this.decoder = new UTF8Decoder();
					break;
				case "utf16le":
				case "base64": throw new Error("Unsupported encoding: " + this.encoding);
				default: this.decoder = new PassThroughDecoder(this.encoding);
			}
		}
		get remaining() {
			return this.decoder.remaining;
		}
		push(data) {
			if (typeof data === "string") return data;
			return this.decoder.decode(data);
		}
		write(data) {
			return this.push(data);
		}
		end(data) {
			let result = "";
			if (data) result = this.push(data);
			result += this.decoder.flush();
			return result;
		}
	};
	function normalizeEncoding(encoding) {
		encoding = encoding.toLowerCase();
		switch (encoding) {
			case "utf8":
			case "utf-8": return "utf8";
			case "ucs2":
			case "ucs-2":
			case "utf16le":
			case "utf-16le": return "utf16le";
			case "latin1":
			case "binary": return "latin1";
			case "base64":
			case "ascii":
			case "hex": return encoding;
			default: throw new Error("Unknown encoding: " + encoding);
		}
	}
}));
// node_modules/streamx/lib/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class StreamError extends Error {
		constructor(msg, code, fn = StreamError) {
			super(msg);
			this.code = code;
			if (Error.captureStackTrace) Error.captureStackTrace(this, fn);
		}
		static isStreamDestroyed(err) {
			return err && err.code === "STREAM_DESTROYED";
		}
		static isPrematureClose(err) {
			return err && err.code === "PREMATURE_CLOSE";
		}
		static isAborted(err) {
			return err && err.code === "ABORTED";
		}
		static isBadArgument(err) {
			return err && err.code === "BAD_ARGUMENT";
		}
		get name() {
			return "StreamError";
		}
		static STREAM_DESTROYED() {
			return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
		}
		static PREMATURE_CLOSE(msg = "Premature close") {
			return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
		}
		static ABORTED() {
			return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
		}
		static BAD_ARGUMENT(msg = "Bad argument") {
			return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
		}
	};
}));
// node_modules/streamx/index.js
var require_streamx = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = require_default();
	const FIFO = require_fast_fifo();
	const TextDecoder = require_text_decoder();
	const StreamError = require_errors();
	const qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
	const OPENING = 1;
	const PREDESTROYING = 2;
	const DESTROYING = 4;
	const DESTROYED = 8;
	const NOT_OPENING = 536870910;
	const NOT_PREDESTROYING = 536870909;
	const READ_UPDATING = 32;
	const READ_PRIMARY = 64;
	const READ_QUEUED = 128;
	const READ_RESUMED = 256;
	const READ_PIPE_DRAINED = 512;
	const READ_ENDING = 1024;
	const READ_EMIT_DATA = 2048;
	const READ_EMIT_READABLE = 4096;
	const READ_EMITTED_READABLE = 8192;
	const READ_DONE = 16384;
	const READ_NEXT_TICK = 32768;
	const READ_READ_AHEAD = 131072;
	const READ_FLOWING = 768;
	const READ_ACTIVE_AND_NEEDS_PUSH = 65552;
	const READ_PRIMARY_AND_ACTIVE = 80;
	const READ_EMIT_READABLE_AND_QUEUED = 4224;
	const READ_RESUMED_READ_AHEAD = 131328;
	const READ_NOT_ACTIVE = 536870895;
	const READ_NON_PRIMARY_AND_PUSHED = 536805311;
	const READ_PUSHED = 536805375;
	const READ_PAUSED = 536870655;
	const READ_NOT_QUEUED = 536862591;
	const READ_NOT_ENDING = 536869887;
	const READ_PIPE_NOT_DRAINED = 536870143;
	const READ_NOT_NEXT_TICK = 536838143;
	const READ_NOT_UPDATING = 536870879;
	const READ_NO_READ_AHEAD = 536739839;
	const READ_PAUSED_NO_READ_AHEAD = 536739583;
	const WRITE_ACTIVE = 1 << 18;
	const WRITE_UPDATING = 2 << 18;
	const WRITE_PRIMARY = 4 << 18;
	const WRITE_QUEUED = 8 << 18;
	const WRITE_UNDRAINED = 16 << 18;
	const WRITE_DONE = 32 << 18;
	const WRITE_EMIT_DRAIN = 64 << 18;
	const WRITE_NEXT_TICK = 128 << 18;
	const WRITE_WRITING = 256 << 18;
	const WRITE_FINISHING = 512 << 18;
	const WRITE_CORKED = 1024 << 18;
	const WRITE_NOT_ACTIVE = 469499903;
	const WRITE_NON_PRIMARY = 535822335;
	const WRITE_NOT_FINISHING = 402391039;
	const WRITE_DRAINED = 532676607;
	const WRITE_NOT_QUEUED = 534773759;
	const WRITE_NOT_NEXT_TICK = 503316479;
	const WRITE_NOT_UPDATING = 536346623;
	const WRITE_NOT_CORKED = 268435455;
	const ACTIVE = 262160;
	const NOT_ACTIVE = 536608751;
	const DONE = 8404992;
	const DESTROY_STATUS = 14;
	const OPEN_STATUS = 15;
	const AUTO_DESTROY = 8405006;
	const NON_PRIMARY = 535822271;
	const ACTIVE_OR_TICKING = 33587200;
	const IS_OPENING = 33587215;
	const READ_PRIMARY_STATUS = 17423;
	const READ_STATUS = 16527;
	const READ_ENDING_STATUS = 1167;
	const READ_READABLE_STATUS = 12431;
	const SHOULD_NOT_READ = 214047;
	const READ_BACKPRESSURE_STATUS = 17422;
	const READ_UPDATE_SYNC_STATUS = 32879;
	const READ_NEXT_TICK_OR_OPENING = 32769;
	const WRITE_PRIMARY_STATUS = 142606351;
	const WRITE_QUEUED_AND_UNDRAINED = 6291456;
	const WRITE_QUEUED_AND_ACTIVE = 2359296;
	const WRITE_DRAIN_STATUS = 6553615;
	const WRITE_STATUS = 270794767;
	const WRITE_PRIMARY_AND_ACTIVE = 1310720;
	const WRITE_ACTIVE_AND_WRITING = 67371008;
	const WRITE_FINISHING_STATUS = 144965647;
	const WRITE_BACKPRESSURE_STATUS = 146800654;
	const WRITE_UPDATE_SYNC_STATUS = 35127311;
	const WRITE_DROP_DATA = 142606350;
	const asyncIterator = Symbol.asyncIterator || Symbol("asyncIterator");
	var WritableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark;
			this.buffered = 0;
			this.error = null;
			this.pipeline = null;
			this.drains = null;
			this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
			this.map = mapWritable || map;
			this.afterWrite = afterWrite.bind(this);
			this.afterUpdateNextTick = updateWriteNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & WRITE_FINISHING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & WRITE_DONE) !== 0;
		}
		push(data) {
			if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
			if (this.map !== null) data = this.map(data);
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			if (this.buffered < this.highWaterMark) {
				this.stream._duplexState |= WRITE_QUEUED;
				return true;
			}
			this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
			return false;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
			return data;
		}
		end(data) {
			if (typeof data === "function") this.stream.once("finish", data);
			else if (data !== void 0 && data !== null) this.push(data);
			this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
		}
		autoBatch(data, cb) {
			const buffer = [];
			const stream = this.stream;
			buffer.push(data);
			while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) buffer.push(stream._writableState.shift());
			if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
			stream._writev(buffer, cb);
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= WRITE_UPDATING;
			do {
				while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
					const data = this.shift();
					stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
					stream._write(data, this.afterWrite);
				}
				if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= WRITE_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
				stream._duplexState = stream._duplexState | WRITE_ACTIVE;
				stream._final(afterFinal.bind(this));
				return;
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTick() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= WRITE_NEXT_TICK;
			if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var ReadableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
			this.buffered = 0;
			this.readAhead = highWaterMark > 0;
			this.error = null;
			this.pipeline = null;
			this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
			this.map = mapReadable || map;
			this.pipeTo = null;
			this.afterRead = afterRead.bind(this);
			this.afterUpdateNextTick = updateReadNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & READ_ENDING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & READ_DONE) !== 0;
		}
		pipe(pipeTo, cb) {
			if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
			if (typeof cb !== "function") cb = null;
			this.stream._duplexState |= READ_PIPE_DRAINED;
			this.pipeTo = pipeTo;
			this.pipeline = new Pipeline(this.stream, pipeTo, cb);
			if (cb) this.stream.on("error", noop);
			if (isStreamx(pipeTo)) {
				pipeTo._writableState.pipeline = this.pipeline;
				if (cb) pipeTo.on("error", noop);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			} else {
				const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
				const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
				pipeTo.on("error", onerror);
				pipeTo.on("close", onclose);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			}
			pipeTo.on("drain", afterDrain.bind(this));
			this.stream.emit("piping", pipeTo);
			pipeTo.emit("pipe", this.stream);
		}
		push(data) {
			const stream = this.stream;
			if (data === null) {
				this.highWaterMark = 0;
				stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
				return false;
			}
			if (this.map !== null) {
				data = this.map(data);
				if (data === null) {
					stream._duplexState &= READ_PUSHED;
					return this.buffered < this.highWaterMark;
				}
			}
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
			return this.buffered < this.highWaterMark;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= READ_NOT_QUEUED;
			return data;
		}
		unshift(data) {
			const pending = [this.map !== null ? this.map(data) : data];
			while (this.buffered > 0) pending.push(this.shift());
			for (let i = 0; i < pending.length - 1; i++) {
				const data = pending[i];
				this.buffered += this.byteLength(data);
				this.queue.push(data);
			}
			this.push(pending[pending.length - 1]);
		}
		read() {
			const stream = this.stream;
			if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
				return data;
			}
			if (this.readAhead === false) {
				stream._duplexState |= READ_READ_AHEAD;
				this.updateNextTick();
			}
			return null;
		}
		drain() {
			const stream = this.stream;
			while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
			}
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= READ_UPDATING;
			do {
				this.drain();
				while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
					stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
					stream._read(this.afterRead);
					this.drain();
				}
				if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
					stream._duplexState |= READ_EMITTED_READABLE;
					stream.emit("readable");
				}
				if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= READ_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
				stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
				stream.emit("end");
				if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
				if (this.pipeTo !== null) this.pipeTo.end();
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTickIfOpen() {
			if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
		updateNextTick() {
			if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var TransformState = class {
		constructor(stream) {
			this.data = null;
			this.afterTransform = afterTransform.bind(stream);
			this.afterFinal = null;
		}
	};
	var Pipeline = class {
		constructor(src, dst, cb) {
			this.from = src;
			this.to = dst;
			this.afterPipe = cb;
			this.error = null;
			this.pipeToFinished = false;
		}
		finished() {
			this.pipeToFinished = true;
		}
		done(stream, err) {
			if (err) this.error = err;
			if (stream === this.to) {
				this.to = null;
				if (this.from !== null) {
					if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
					return;
				}
			}
			if (stream === this.from) {
				this.from = null;
				if (this.to !== null) {
					if ((stream._duplexState & READ_DONE) === 0) this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
					return;
				}
			}
			if (this.afterPipe !== null) this.afterPipe(this.error);
			this.to = this.from = this.afterPipe = null;
		}
	};
	function afterDrain() {
		this.stream._duplexState |= READ_PIPE_DRAINED;
		this.updateCallback();
	}
	function afterFinal(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROY_STATUS) === 0) {
			stream._duplexState |= WRITE_DONE;
			stream.emit("finish");
		}
		if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
		stream._duplexState &= WRITE_NOT_FINISHING;
		if ((stream._duplexState & WRITE_UPDATING) === 0) this.update();
		else this.updateNextTick();
	}
	function afterDestroy(err) {
		const stream = this.stream;
		if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
		if (err) stream.emit("error", err);
		stream._duplexState |= DESTROYED;
		stream.emit("close");
		const rs = stream._readableState;
		const ws = stream._writableState;
		if (rs !== null && rs.pipeline !== null) rs.pipeline.done(stream, err);
		if (ws !== null) {
			while (ws.drains !== null && ws.drains.length > 0) ws.drains.shift().resolve(false);
			if (ws.pipeline !== null) ws.pipeline.done(stream, err);
		}
	}
	function afterWrite(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		stream._duplexState &= WRITE_NOT_ACTIVE;
		if (this.drains !== null) tickDrains(this.drains);
		if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
			stream._duplexState &= WRITE_DRAINED;
			if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) stream.emit("drain");
		}
		this.updateCallback();
	}
	function afterRead(err) {
		if (err) this.stream.destroy(err);
		this.stream._duplexState &= READ_NOT_ACTIVE;
		if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) this.stream._duplexState &= READ_NO_READ_AHEAD;
		this.updateCallback();
	}
	function updateReadNT() {
		if ((this.stream._duplexState & READ_UPDATING) === 0) {
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			this.update();
		}
	}
	function updateWriteNT() {
		if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			this.update();
		}
	}
	function tickDrains(drains) {
		for (let i = 0; i < drains.length; i++) if (--drains[i].writes === 0) {
			drains.shift().resolve(true);
			i--;
		}
	}
	function afterOpen(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROYING) === 0) {
			if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) stream._duplexState |= READ_PRIMARY;
			if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) stream._duplexState |= WRITE_PRIMARY;
			stream.emit("open");
		}
		stream._duplexState &= NOT_ACTIVE;
		if (stream._writableState !== null) stream._writableState.updateCallback();
		if (stream._readableState !== null) stream._readableState.updateCallback();
	}
	function afterTransform(err, data) {
		if (data !== void 0 && data !== null) this.push(data);
		this._writableState.afterWrite(err);
	}
	function newListener(name) {
		if (this._readableState !== null) {
			if (name === "data") {
				this._duplexState |= 133376;
				this._readableState.updateNextTick();
			}
			if (name === "readable") {
				this._duplexState |= READ_EMIT_READABLE;
				this._readableState.updateNextTick();
			}
		}
		if (this._writableState !== null) {
			if (name === "drain") {
				this._duplexState |= WRITE_EMIT_DRAIN;
				this._writableState.updateNextTick();
			}
		}
	}
	var Stream = class extends EventEmitter {
		constructor(opts) {
			super();
			this._duplexState = 0;
			this._readableState = null;
			this._writableState = null;
			if (opts) {
				if (opts.open) this._open = opts.open;
				if (opts.destroy) this._destroy = opts.destroy;
				if (opts.predestroy) this._predestroy = opts.predestroy;
				if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
			}
			this.on("newListener", newListener);
		}
		_open(cb) {
			cb(null);
		}
		_destroy(cb) {
			cb(null);
		}
		_predestroy() {}
		get readable() {
			return this._readableState !== null ? true : void 0;
		}
		get writable() {
			return this._writableState !== null ? true : void 0;
		}
		get destroyed() {
			return (this._duplexState & DESTROYED) !== 0;
		}
		get destroying() {
			return (this._duplexState & DESTROY_STATUS) !== 0;
		}
		destroy(err) {
			if ((this._duplexState & DESTROY_STATUS) === 0) {
				if (!err) err = StreamError.STREAM_DESTROYED();
				this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
				if (this._readableState !== null) {
					this._readableState.highWaterMark = 0;
					this._readableState.error = err;
				}
				if (this._writableState !== null) {
					this._writableState.highWaterMark = 0;
					this._writableState.error = err;
				}
				this._duplexState |= PREDESTROYING;
				this._predestroy();
				this._duplexState &= NOT_PREDESTROYING;
				if (this._readableState !== null) this._readableState.updateNextTick();
				if (this._writableState !== null) this._writableState.updateNextTick();
			}
		}
	};
	var Readable = class Readable extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 8519681;
			this._readableState = new ReadableState(this, opts);
			if (opts) {
				if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
				if (opts.read) this._read = opts.read;
				if (opts.eagerOpen) this._readableState.updateNextTick();
				if (opts.encoding) this.setEncoding(opts.encoding);
			}
		}
		static deferred(fn, opts) {
			const out = new PassThrough(opts);
			fn().then((src) => {
				if (src === null) return out.end();
				if (out.destroying) return;
				pipeline(src, out, noop);
			}).catch((err) => out.destroy(err));
			return out;
		}
		setEncoding(encoding) {
			const dec = new TextDecoder(encoding);
			const map = this._readableState.map || echo;
			this._readableState.map = mapOrSkip;
			return this;
			function mapOrSkip(data) {
				const next = dec.push(data);
				return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
			}
		}
		_read(cb) {
			cb(null);
		}
		pipe(dest, cb) {
			this._readableState.updateNextTick();
			this._readableState.pipe(dest, cb);
			return dest;
		}
		read() {
			this._readableState.updateNextTick();
			return this._readableState.read();
		}
		push(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.push(data);
		}
		unshift(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.unshift(data);
		}
		resume() {
			this._duplexState |= READ_RESUMED_READ_AHEAD;
			this._readableState.updateNextTick();
			return this;
		}
		pause() {
			this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
			return this;
		}
		static _fromAsyncIterator(ite, opts) {
			let destroy;
			const rs = new Readable({
				...opts,
				read(cb) {
					ite.next().then(push).then(cb.bind(null, null)).catch(cb);
				},
				predestroy() {
					destroy = ite.return();
				},
				destroy(cb) {
					if (!destroy) return cb(null);
					destroy.then(cb.bind(null, null)).catch(cb);
				}
			});
			return rs;
			function push(data) {
				if (data.done) rs.push(null);
				else rs.push(data.value);
			}
		}
		static from(data, opts) {
			if (isReadStreamx(data)) return data;
			if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
			if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
			let i = 0;
			return new Readable({
				...opts,
				read(cb) {
					this.push(i === data.length ? null : data[i++]);
					cb(null);
				}
			});
		}
		static isBackpressured(rs) {
			return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
		}
		static isPaused(rs) {
			return (rs._duplexState & READ_RESUMED) === 0;
		}
		[asyncIterator]() {
			const stream = this;
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			this.on("error", (err) => {
				error = err;
			});
			this.on("readable", onreadable);
			this.on("close", onclose);
			return {
				[asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(function(resolve, reject) {
						promiseResolve = resolve;
						promiseReject = reject;
						const data = stream.read();
						if (data !== null) ondata(data);
						else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
					});
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function onreadable() {
				if (promiseResolve !== null) ondata(stream.read());
			}
			function onclose() {
				if (promiseResolve !== null) ondata(null);
			}
			function ondata(data) {
				if (promiseReject === null) return;
				if (error) promiseReject(error);
				else if (data === null && (stream._duplexState & READ_DONE) === 0) promiseReject(StreamError.STREAM_DESTROYED());
				else promiseResolve({
					value: data,
					done: data === null
				});
				promiseReject = promiseResolve = null;
			}
			function destroy(err) {
				stream.destroy(err);
				return new Promise((resolve, reject) => {
					if (stream._duplexState & DESTROYED) return resolve({
						value: void 0,
						done: true
					});
					stream.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	var Writable = class extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 16385;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
				if (opts.eagerOpen) this._writableState.updateNextTick();
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		static isBackpressured(ws) {
			return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
		}
		static drained(ws) {
			if (ws.destroyed) return Promise.resolve(false);
			const state = ws._writableState;
			const writes = (isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length) + (ws._duplexState & WRITE_WRITING ? 1 : 0);
			if (writes === 0) return Promise.resolve(true);
			if (state.drains === null) state.drains = [];
			return new Promise((resolve) => {
				state.drains.push({
					writes,
					resolve
				});
			});
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Duplex = class extends Readable {
		constructor(opts) {
			super(opts);
			this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Transform = class extends Duplex {
		constructor(opts) {
			super(opts);
			this._transformState = new TransformState(this);
			if (opts) {
				if (opts.transform) this._transform = opts.transform;
				if (opts.flush) this._flush = opts.flush;
			}
		}
		_write(data, cb) {
			if (this._readableState.buffered >= this._readableState.highWaterMark) this._transformState.data = data;
			else this._transform(data, this._transformState.afterTransform);
		}
		_read(cb) {
			if (this._transformState.data !== null) {
				const data = this._transformState.data;
				this._transformState.data = null;
				cb(null);
				this._transform(data, this._transformState.afterTransform);
			} else cb(null);
		}
		destroy(err) {
			super.destroy(err);
			if (this._transformState.data !== null) {
				this._transformState.data = null;
				this._transformState.afterTransform();
			}
		}
		_transform(data, cb) {
			cb(null, data);
		}
		_flush(cb) {
			cb(null);
		}
		_final(cb) {
			this._transformState.afterFinal = cb;
			this._flush(transformAfterFlush.bind(this));
		}
	};
	var PassThrough = class extends Transform {};
	function transformAfterFlush(err, data) {
		const cb = this._transformState.afterFinal;
		if (err) return cb(err);
		if (data !== null && data !== void 0) this.push(data);
		this.push(null);
		cb(null);
	}
	function pipelinePromise(...streams) {
		return new Promise((resolve, reject) => {
			return pipeline(...streams, (err) => {
				if (err) return reject(err);
				resolve();
			});
		});
	}
	function pipeline(stream, ...streams) {
		const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
		const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
		if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
		let src = all[0];
		let dest = null;
		let error = null;
		for (let i = 1; i < all.length; i++) {
			dest = all[i];
			if (isStreamx(src)) src.pipe(dest, onerror);
			else {
				errorHandle(src, true, i > 1, onerror);
				src.pipe(dest);
			}
			src = dest;
		}
		if (done) {
			let fin = false;
			const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
			dest.on("error", (err) => {
				if (error === null) error = err;
			});
			dest.on("finish", () => {
				fin = true;
				if (!autoDestroy) done(error);
			});
			if (autoDestroy) dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
		}
		return dest;
		function errorHandle(s, rd, wr, onerror) {
			s.on("error", onerror);
			s.on("close", onclose);
			function onclose() {
				if (rd && s._readableState && !s._readableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
				if (wr && s._writableState && !s._writableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
			}
		}
		function onerror(err) {
			if (!err || error) return;
			error = err;
			for (const s of all) s.destroy(err);
		}
	}
	function echo(s) {
		return s;
	}
	function isStream(stream) {
		return !!stream._readableState || !!stream._writableState;
	}
	function isStreamx(stream) {
		return typeof stream._duplexState === "number" && isStream(stream);
	}
	function isEnding(stream) {
		return !!stream._readableState && stream._readableState.ending;
	}
	function isEnded(stream) {
		return !!stream._readableState && stream._readableState.ended;
	}
	function isFinishing(stream) {
		return !!stream._writableState && stream._writableState.ending;
	}
	function isFinished(stream) {
		return !!stream._writableState && stream._writableState.ended;
	}
	function getStreamError(stream, opts = {}) {
		const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
		return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
	}
	function isReadStreamx(stream) {
		return isStreamx(stream) && stream.readable;
	}
	function isDisturbed(stream) {
		return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
	}
	function isTypedArray(data) {
		return typeof data === "object" && data !== null && typeof data.byteLength === "number";
	}
	function defaultByteLength(data) {
		return isTypedArray(data) ? data.byteLength : 1024;
	}
	function noop() {}
	function abort() {
		this.destroy(StreamError.ABORTED());
	}
	function isWritev(s) {
		return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
	}
	module.exports = {
		pipeline,
		pipelinePromise,
		isStream,
		isStreamx,
		isEnding,
		isEnded,
		isFinishing,
		isFinished,
		isDisturbed,
		getStreamError,
		Stream,
		Writable,
		Readable,
		Duplex,
		Transform,
		PassThrough
	};
}));
// node_modules/tar-stream/headers.js
var require_headers = /* @__PURE__ */ __commonJSMin(((exports) => {
	const b4a = require_b4a();
	const ZEROS = "0000000000000000000";
	const SEVENS = "7777777777777777777";
	const ZERO_OFFSET = "0".charCodeAt(0);
	const USTAR_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		0
	]);
	const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
	const GNU_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		32
	]);
	const GNU_VER = b4a.from([32, 0]);
	const MASK = 4095;
	const MAGIC_OFFSET = 257;
	const VERSION_OFFSET = 263;
	exports.decodeLongPath = function decodeLongPath(buf, encoding) {
		return decodeStr(buf, 0, buf.length, encoding);
	};
	exports.encodePax = function encodePax(opts) {
		let result = "";
		if (opts.name) result += addLength(" path=" + opts.name + "\n");
		if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
		const pax = opts.pax;
		if (pax) for (const key in pax) result += addLength(" " + key + "=" + pax[key] + "\n");
		return b4a.from(result);
	};
	exports.decodePax = function decodePax(buf) {
		const result = {};
		while (buf.length) {
			let i = 0;
			while (i < buf.length && buf[i] !== 32) i++;
			const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
			if (!len) return result;
			const b = b4a.toString(buf.subarray(i + 1, len - 1));
			const keyIndex = b.indexOf("=");
			if (keyIndex === -1) return result;
			result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
			buf = buf.subarray(len);
		}
		return result;
	};
	exports.encode = function encode(opts) {
		const buf = b4a.alloc(512);
		let name = opts.name;
		let prefix = "";
		if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
		if (b4a.byteLength(name) !== name.length) return null;
		while (b4a.byteLength(name) > 100) {
			const i = name.indexOf("/");
			if (i === -1) return null;
			prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
			name = name.slice(i + 1);
		}
		if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
		if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
		b4a.write(buf, name);
		b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
		b4a.write(buf, encodeOct(opts.uid, 6), 108);
		b4a.write(buf, encodeOct(opts.gid, 6), 116);
		encodeSize(opts.size, buf, 124);
		b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
		buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
		if (opts.linkname) b4a.write(buf, opts.linkname, 157);
		b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
		b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
		if (opts.uname) b4a.write(buf, opts.uname, 265);
		if (opts.gname) b4a.write(buf, opts.gname, 297);
		b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
		b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
		if (prefix) b4a.write(buf, prefix, 345);
		b4a.write(buf, encodeOct(cksum(buf), 6), 148);
		return buf;
	};
	exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
		let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
		let name = decodeStr(buf, 0, 100, filenameEncoding);
		const mode = decodeOct(buf, 100, 8);
		const uid = decodeOct(buf, 108, 8);
		const gid = decodeOct(buf, 116, 8);
		const size = decodeOct(buf, 124, 12);
		const mtime = decodeOct(buf, 136, 12);
		const type = toType(typeflag);
		const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
		const uname = decodeStr(buf, 265, 32);
		const gname = decodeStr(buf, 297, 32);
		const devmajor = decodeOct(buf, 329, 8);
		const devminor = decodeOct(buf, 337, 8);
		const c = cksum(buf);
		if (c === 256) return null;
		if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
		if (isUSTAR(buf)) {
			if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
		} else if (isGNU(buf)) {} else if (!allowUnknownFormat) throw new Error("Invalid tar header: unknown format.");
		if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
		return {
			name,
			mode,
			uid,
			gid,
			size,
			byteOffset: 0,
			mtime: /* @__PURE__ */ new Date(1e3 * mtime),
			type,
			linkname,
			uname,
			gname,
			devmajor,
			devminor,
			pax: null
		};
	};
	function isUSTAR(buf) {
		return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, 263));
	}
	function isGNU(buf) {
		return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, 263)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, 265));
	}
	function clamp(index, len, defaultValue) {
		if (typeof index !== "number") return defaultValue;
		index = ~~index;
		if (index >= len) return len;
		if (index >= 0) return index;
		index += len;
		if (index >= 0) return index;
		return 0;
	}
	function toType(flag) {
		switch (flag) {
			case 0: return "file";
			case 1: return "link";
			case 2: return "symlink";
			case 3: return "character-device";
			case 4: return "block-device";
			case 5: return "directory";
			case 6: return "fifo";
			case 7: return "contiguous-file";
			case 72: return "pax-header";
			case 55: return "pax-global-header";
			case 27: return "gnu-long-link-path";
			case 28:
			case 30: return "gnu-long-path";
		}
		return null;
	}
	function toTypeflag(flag) {
		switch (flag) {
			case "file": return 0;
			case "link": return 1;
			case "symlink": return 2;
			case "character-device": return 3;
			case "block-device": return 4;
			case "directory": return 5;
			case "fifo": return 6;
			case "contiguous-file": return 7;
			case "pax-header": return 72;
		}
		return 0;
	}
	function indexOf(block, num, offset, end) {
		for (; offset < end; offset++) if (block[offset] === num) return offset;
		return end;
	}
	function cksum(block) {
		let sum = 256;
		for (let i = 0; i < 148; i++) sum += block[i];
		for (let j = 156; j < 512; j++) sum += block[j];
		return sum;
	}
	function encodeOct(val, n) {
		val = val.toString(8);
		if (val.length > n) return SEVENS.slice(0, n) + " ";
		return ZEROS.slice(0, n - val.length) + val + " ";
	}
	function encodeSizeBin(num, buf, off) {
		buf[off] = 128;
		for (let i = 11; i > 0; i--) {
			buf[off + i] = num & 255;
			num = Math.floor(num / 256);
		}
	}
	function encodeSize(num, buf, off) {
		if (num.toString(8).length > 11) encodeSizeBin(num, buf, off);
		else b4a.write(buf, encodeOct(num, 11), off);
	}
	function parse256(buf) {
		let positive;
		if (buf[0] === 128) positive = true;
		else if (buf[0] === 255) positive = false;
		else return null;
		const tuple = [];
		let i;
		for (i = buf.length - 1; i > 0; i--) {
			const byte = buf[i];
			if (positive) tuple.push(byte);
			else tuple.push(255 - byte);
		}
		let sum = 0;
		const l = tuple.length;
		for (i = 0; i < l; i++) sum += tuple[i] * Math.pow(256, i);
		return positive ? sum : -1 * sum;
	}
	function decodeOct(val, offset, length) {
		val = val.subarray(offset, offset + length);
		offset = 0;
		if (val[offset] & 128) return parse256(val);
		else {
			while (offset < val.length && val[offset] === 32) offset++;
			const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
			while (offset < end && val[offset] === 0) offset++;
			if (end === offset) return 0;
			return parseInt(b4a.toString(val.subarray(offset, end)), 8);
		}
	}
	function decodeStr(val, offset, length, encoding) {
		return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
	}
	function addLength(str) {
		const len = b4a.byteLength(str);
		let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
		if (len + digits >= Math.pow(10, digits)) digits++;
		return len + digits + str;
	}
}));
// node_modules/tar-stream/extract.js
var require_extract = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Writable, Readable, getStreamError } = require_streamx();
	const FIFO = require_fast_fifo();
	const b4a = require_b4a();
	const headers = require_headers();
	const EMPTY = b4a.alloc(0);
	const MAX_HEADER_SIZE = 4194304;
	var BufferList = class {
		constructor() {
			this.buffered = 0;
			this.shifted = 0;
			this.queue = new FIFO();
			this._offset = 0;
		}
		push(buffer) {
			this.buffered += buffer.byteLength;
			this.queue.push(buffer);
		}
		shiftFirst(size) {
			return this.buffered === 0 ? null : this._next(size);
		}
		shift(size) {
			if (size > this.buffered) return null;
			if (size === 0) return EMPTY;
			let chunk = this._next(size);
			if (size === chunk.byteLength) return chunk;
			const chunks = [chunk];
			while ((size -= chunk.byteLength) > 0) {
				chunk = this._next(size);
				chunks.push(chunk);
			}
			return b4a.concat(chunks);
		}
		_next(size) {
			const buf = this.queue.peek();
			const rem = buf.byteLength - this._offset;
			if (size >= rem) {
				const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
				this.queue.shift();
				this._offset = 0;
				this.buffered -= rem;
				this.shifted += rem;
				return sub;
			}
			this.buffered -= size;
			this.shifted += size;
			return buf.subarray(this._offset, this._offset += size);
		}
	};
	var Source = class extends Readable {
		constructor(self, header, offset) {
			super();
			this.header = header;
			this.offset = offset;
			this._parent = self;
		}
		_read(cb) {
			if (this.header.size === 0) this.push(null);
			if (this._parent._stream === this) this._parent._update();
			cb(null);
		}
		_predestroy() {
			this._parent.destroy(getStreamError(this));
		}
		_detach() {
			if (this._parent._stream === this) {
				this._parent._stream = null;
				this._parent._missing = overflow(this.header.size);
				this._parent._update();
			}
		}
		_destroy(cb) {
			this._detach();
			cb(null);
		}
	};
	var Extract = class extends Writable {
		constructor(opts) {
			super(opts);
			if (!opts) opts = {};
			this._buffer = new BufferList();
			this._offset = 0;
			this._header = null;
			this._stream = null;
			this._missing = 0;
			this._longHeader = false;
			this._callback = noop;
			this._locked = false;
			this._finished = false;
			this._pax = null;
			this._paxGlobal = null;
			this._gnuLongPath = null;
			this._gnuLongLinkPath = null;
			this._filenameEncoding = opts.filenameEncoding || "utf-8";
			this._allowUnknownFormat = !!opts.allowUnknownFormat;
			this._unlockBound = this._unlock.bind(this);
		}
		_unlock(err) {
			this._locked = false;
			if (err) {
				this.destroy(err);
				this._continueWrite(err);
				return;
			}
			this._update();
		}
		_consumeHeader() {
			if (this._locked) return false;
			this._offset = this._buffer.shifted;
			try {
				this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			if (!this._header) return true;
			this._header.byteOffset = this._buffer.shifted;
			switch (this._header.type) {
				case "gnu-long-path":
				case "gnu-long-link-path":
				case "pax-global-header":
				case "pax-header":
					this._longHeader = true;
					this._missing = this._header.size;
					if (this._missing > MAX_HEADER_SIZE) {
						this._continueWrite(/* @__PURE__ */ new Error("Header exceeds max size"));
						return false;
					}
					return true;
			}
			this._locked = true;
			this._applyLongHeaders();
			if (!(this._header.size >= 0)) {
				this._continueWrite(/* @__PURE__ */ new Error("Invalid header"));
				return false;
			}
			if (this._header.size === 0 || this._header.type === "directory") {
				this.emit("entry", this._header, this._createStream(), this._unlockBound);
				return true;
			}
			this._stream = this._createStream();
			this._missing = this._header.size;
			this.emit("entry", this._header, this._stream, this._unlockBound);
			return true;
		}
		_applyLongHeaders() {
			if (this._gnuLongPath) {
				this._header.name = this._gnuLongPath;
				this._gnuLongPath = null;
			}
			if (this._gnuLongLinkPath) {
				this._header.linkname = this._gnuLongLinkPath;
				this._gnuLongLinkPath = null;
			}
			if (this._pax) {
				if (this._pax.path) this._header.name = this._pax.path;
				if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
				if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
				this._header.pax = this._pax;
				this._pax = null;
			}
		}
		_decodeLongHeader(buf) {
			switch (this._header.type) {
				case "gnu-long-path":
					this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "gnu-long-link-path":
					this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "pax-global-header":
					this._paxGlobal = headers.decodePax(buf);
					break;
				case "pax-header": this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
			}
		}
		_consumeLongHeader() {
			this._longHeader = false;
			this._missing = overflow(this._header.size);
			const buf = this._buffer.shift(this._header.size);
			try {
				this._decodeLongHeader(buf);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			return true;
		}
		_consumeStream() {
			const buf = this._buffer.shiftFirst(this._missing);
			if (buf === null) return false;
			this._missing -= buf.byteLength;
			const drained = this._stream.push(buf);
			if (this._missing === 0) {
				this._stream.push(null);
				if (drained) this._stream._detach();
				return drained && this._locked === false;
			}
			return drained;
		}
		_createStream() {
			return new Source(this, this._header, this._offset);
		}
		_update() {
			while (this._buffer.buffered > 0 && !this.destroying) {
				if (this._missing > 0) {
					if (this._stream !== null) {
						if (this._consumeStream() === false) return;
						continue;
					}
					if (this._longHeader === true) {
						if (this._missing > this._buffer.buffered) break;
						if (this._consumeLongHeader() === false) return false;
						continue;
					}
					const ignore = this._buffer.shiftFirst(this._missing);
					if (ignore !== null) this._missing -= ignore.byteLength;
					continue;
				}
				if (this._buffer.buffered < 512) break;
				if (this._stream !== null || this._consumeHeader() === false) return;
			}
			this._continueWrite(null);
		}
		_continueWrite(err) {
			const cb = this._callback;
			this._callback = noop;
			cb(err);
		}
		_write(data, cb) {
			this._callback = cb;
			this._buffer.push(data);
			this._update();
		}
		_final(cb) {
			this._finished = this._missing === 0 && this._buffer.buffered === 0;
			cb(this._finished ? null : /* @__PURE__ */ new Error("Unexpected end of data"));
		}
		_predestroy() {
			this._continueWrite(null);
		}
		_destroy(cb) {
			if (this._stream) this._stream.destroy(getStreamError(this));
			cb(null);
		}
		[Symbol.asyncIterator]() {
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			let entryStream = null;
			let entryCallback = null;
			const extract = this;
			this.on("entry", onentry);
			this.on("error", (err) => {
				error = err;
			});
			this.on("close", onclose);
			return {
				[Symbol.asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(onnext);
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function consumeCallback(err) {
				if (!entryCallback) return;
				const cb = entryCallback;
				entryCallback = null;
				cb(err);
			}
			function onnext(resolve, reject) {
				if (error) return reject(error);
				if (entryStream) {
					resolve({
						value: entryStream,
						done: false
					});
					entryStream = null;
					return;
				}
				promiseResolve = resolve;
				promiseReject = reject;
				consumeCallback(null);
				if (extract._finished && promiseResolve) {
					promiseResolve({
						value: void 0,
						done: true
					});
					promiseResolve = promiseReject = null;
				}
			}
			function onentry(header, stream, callback) {
				entryCallback = callback;
				stream.on("error", noop);
				if (promiseResolve) {
					promiseResolve({
						value: stream,
						done: false
					});
					promiseResolve = promiseReject = null;
				} else entryStream = stream;
			}
			function onclose() {
				consumeCallback(error);
				if (!promiseResolve) return;
				if (error) promiseReject(error);
				else promiseResolve({
					value: void 0,
					done: true
				});
				promiseResolve = promiseReject = null;
			}
			function destroy(err) {
				extract.destroy(err);
				consumeCallback(err);
				return new Promise((resolve, reject) => {
					if (extract.destroyed) return resolve({
						value: void 0,
						done: true
					});
					extract.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	module.exports = function extract(opts) {
		return new Extract(opts);
	};
	function noop() {}
	function overflow(size) {
		size &= 511;
		return size && 512 - size;
	}
}));
// node_modules/tar-stream/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = {
		S_IFMT: 61440,
		S_IFDIR: 16384,
		S_IFCHR: 8192,
		S_IFBLK: 24576,
		S_IFIFO: 4096,
		S_IFLNK: 40960
	};
	try {
		module.exports = __require("fs").constants || constants;
	} catch {
		module.exports = constants;
	}
}));
// node_modules/tar-stream/pack.js
var require_pack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Readable, Writable, getStreamError } = require_streamx();
	const b4a = require_b4a();
	const constants = require_constants();
	const headers = require_headers();
	const DMODE = 493;
	const FMODE = 420;
	const END_OF_TAR = b4a.alloc(1024);
	var Sink = class extends Writable {
		constructor(pack, header, callback) {
			super({
				mapWritable,
				eagerOpen: true
			});
			this.written = 0;
			this.header = header;
			this._callback = callback;
			this._linkname = null;
			this._isLinkname = header.type === "symlink" && !header.linkname;
			this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
			this._finished = false;
			this._pack = pack;
			this._openCallback = null;
			if (this._pack._stream === null) this._pack._stream = this;
			else this._pack._pending.push(this);
		}
		_open(cb) {
			this._openCallback = cb;
			if (this._pack._stream === this) this._continueOpen();
		}
		_continuePack(err) {
			if (this._callback === null) return;
			const callback = this._callback;
			this._callback = null;
			callback(err);
		}
		_continueOpen() {
			if (this._pack._stream === null) this._pack._stream = this;
			const cb = this._openCallback;
			this._openCallback = null;
			if (cb === null) return;
			if (this._pack.destroying) return cb(/* @__PURE__ */ new Error("pack stream destroyed"));
			if (this._pack._finalized) return cb(/* @__PURE__ */ new Error("pack stream is already finalized"));
			this._pack._stream = this;
			if (!this._isLinkname) this._pack._encode(this.header);
			if (this._isVoid) {
				this._finish();
				this._continuePack(null);
			}
			cb(null);
		}
		_write(data, cb) {
			if (this._isLinkname) {
				this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
				return cb(null);
			}
			if (this._isVoid) {
				if (data.byteLength > 0) return cb(/* @__PURE__ */ new Error("No body allowed for this entry"));
				return cb();
			}
			this.written += data.byteLength;
			if (this._pack.push(data)) return cb();
			this._pack._drain = cb;
		}
		_finish() {
			if (this._finished) return;
			this._finished = true;
			if (this._isLinkname) {
				this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
				this._pack._encode(this.header);
			}
			overflow(this._pack, this.header.size);
			this._pack._done(this);
		}
		_final(cb) {
			if (this.written !== this.header.size) return cb(/* @__PURE__ */ new Error("Size mismatch"));
			this._finish();
			cb(null);
		}
		_getError() {
			return getStreamError(this) || /* @__PURE__ */ new Error("tar entry destroyed");
		}
		_predestroy() {
			this._pack.destroy(this._getError());
		}
		_destroy(cb) {
			this._pack._done(this);
			this._continuePack(this._finished ? null : this._getError());
			cb();
		}
	};
	var Pack = class extends Readable {
		constructor(opts) {
			super(opts);
			this._drain = noop;
			this._finalized = false;
			this._finalizing = false;
			this._pending = [];
			this._stream = null;
		}
		entry(header, buffer, callback) {
			if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
			if (typeof buffer === "function") {
				callback = buffer;
				buffer = null;
			}
			if (!callback) callback = noop;
			if (!header.size || header.type === "symlink") header.size = 0;
			if (!header.type) header.type = modeToType(header.mode);
			if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
			if (!header.uid) header.uid = 0;
			if (!header.gid) header.gid = 0;
			if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
			if (typeof buffer === "string") buffer = b4a.from(buffer);
			const sink = new Sink(this, header, callback);
			if (b4a.isBuffer(buffer)) {
				header.size = buffer.byteLength;
				sink.write(buffer);
				sink.end();
				return sink;
			}
			if (sink._isVoid) return sink;
			return sink;
		}
		finalize() {
			if (this._stream || this._pending.length > 0) {
				this._finalizing = true;
				return;
			}
			if (this._finalized) return;
			this._finalized = true;
			this.push(END_OF_TAR);
			this.push(null);
		}
		_done(stream) {
			if (stream !== this._stream) return;
			this._stream = null;
			if (this._finalizing) this.finalize();
			if (this._pending.length) this._pending.shift()._continueOpen();
		}
		_encode(header) {
			if (!header.pax) {
				const buf = headers.encode(header);
				if (buf) {
					this.push(buf);
					return;
				}
			}
			this._encodePax(header);
		}
		_encodePax(header) {
			const paxHeader = headers.encodePax({
				name: header.name,
				linkname: header.linkname,
				pax: header.pax
			});
			const newHeader = {
				name: "PaxHeader",
				mode: header.mode,
				uid: header.uid,
				gid: header.gid,
				size: paxHeader.byteLength,
				mtime: header.mtime,
				type: "pax-header",
				linkname: header.linkname && "PaxHeader",
				uname: header.uname,
				gname: header.gname,
				devmajor: header.devmajor,
				devminor: header.devminor
			};
			this.push(headers.encode(newHeader));
			this.push(paxHeader);
			overflow(this, paxHeader.byteLength);
			newHeader.size = header.size;
			newHeader.type = header.type;
			this.push(headers.encode(newHeader));
		}
		_doDrain() {
			const drain = this._drain;
			this._drain = noop;
			drain();
		}
		_predestroy() {
			const err = getStreamError(this);
			if (this._stream) this._stream.destroy(err);
			while (this._pending.length) {
				const stream = this._pending.shift();
				stream.destroy(err);
				stream._continueOpen();
			}
			this._doDrain();
		}
		_read(cb) {
			this._doDrain();
			cb();
		}
	};
	module.exports = function pack(opts) {
		return new Pack(opts);
	};
	function modeToType(mode) {
		switch (mode & constants.S_IFMT) {
			case constants.S_IFBLK: return "block-device";
			case constants.S_IFCHR: return "character-device";
			case constants.S_IFDIR: return "directory";
			case constants.S_IFIFO: return "fifo";
			case constants.S_IFLNK: return "symlink";
		}
		return "file";
	}
	function noop() {}
	function overflow(self, size) {
		size &= 511;
		if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
	}
	function mapWritable(buf) {
		return b4a.isBuffer(buf) ? buf : b4a.from(buf);
	}
}));
// src/communicators/ssh/tar-extract.ts
var import_tar_stream = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.extract = require_extract();
	exports.pack = require_pack();
})))();
const SMALL$1 = 262144;
const SIDE_BY_SIDE = 32;
async function extractTar(archive, folder, machine) {
	makeFolder(folder);
	const unpacker = (0, import_tar_stream.extract)();
	const fed = pipeline$1(archive, unpacker);
	fed.catch(() => void 0);
	const target = new TargetFolder(folder, machine);
	for await (const entry of unpacker) {
		const { name, type, mode, linkname, size } = entry.header;
		if (type === "directory") {
			await target.makeFolder(name, mode ?? 493);
			entry.resume();
		} else if (type === "file" || type === "contiguous-file") await target.writeFile(name, mode ?? 420, size ?? 0, entry);
		else if (type === "link") {
			await target.copyFile(linkname ?? "", name);
			entry.resume();
		} else if (type === "symlink") throw target.refusal(`${name} is a symbolic link`);
		else entry.resume();
	}
	await target.written();
	await fed;
}
var TargetFolder = class {
	#root;
	#machine;
	#folders = /* @__PURE__ */ new Set();
	#underWay = /* @__PURE__ */ new Set();
	#failure;
	constructor(root, machine) {
		this.#root = root;
		this.#machine = machine;
		this.#folders.add(root);
	}
	async makeFolder(name, mode) {
		const path = this.#safePath(name);
		await this.#ensureFolder(path);
		if (path !== this.#root) await chmod(path, mode & 511 | 448);
	}
	async writeFile(name, mode, size, content) {
		const path = await this.#freePath(name);
		const options = {
			flag: "wx",
			mode: mode & 511
		};
		if (size > SMALL$1) {
			await pipeline$1(content, createWriteStream(path, {
				flags: options.flag,
				mode: options.mode
			}));
			return;
		}
		const chunks = [];
		for await (const chunk of content) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
		const writing = writeFile(path, Buffer.concat(chunks), options).catch((error) => {
			this.#failure ??= { error };
		}).finally(() => this.#underWay.delete(writing));
		this.#underWay.add(writing);
		if (this.#underWay.size >= SIDE_BY_SIDE) await Promise.race(this.#underWay);
		this.#check();
	}
	async copyFile(from, to) {
		await this.written();
		const original = this.#safePath(from);
		await this.#ensureFolder(dirname(original));
		await this.#refuseUnlessFile(original);
		await copyFile(original, await this.#freePath(to));
	}
	async written() {
		await Promise.all(this.#underWay);
		this.#check();
	}
	refusal(what) {
		return new BakeError(`The archive from ${this.#machine} is refused: ${what}`, {
			code: "unsafe-archive",
			category: "provision",
			hint: "Download the files one by one, or into an empty folder."
		});
	}
	#check() {
		if (this.#failure !== void 0) throw this.#failure.error;
	}
	#safePath(name) {
		const parts = name.split("/").filter((part) => part !== "" && part !== ".");
		if (name.startsWith("/") || parts.includes("..") || name.includes("\0")) throw this.refusal(`${name} leads outside`);
		return join(this.#root, ...parts);
	}
	async #freePath(name) {
		const path = this.#safePath(name);
		await this.#ensureFolder(dirname(path));
		if (await this.#refuseUnlessFile(path)) {
			await this.written();
			await rm(path, { force: true });
		}
		return path;
	}
	async #ensureFolder(path) {
		if (this.#folders.has(path)) return;
		await this.#ensureFolder(dirname(path));
		const found = await lstat(path).catch(() => void 0);
		if (found === void 0) await mkdir(path);
		else if (!found.isDirectory()) throw this.refusal(`${relative(this.#root, path)} already is there and is no folder`);
		this.#folders.add(path);
	}
	async #refuseUnlessFile(path) {
		const found = await lstat(path).catch(() => void 0);
		if (found !== void 0 && !found.isFile()) throw this.refusal(`${relative(this.#root, path)} already is there and is no file`);
		return found !== void 0;
	}
};
// src/communicators/ssh/tar-writer.ts
const BLOCK = 512;
const PIECE = 262144;
const SMALL = 65536;
const LARGEST_OCTAL_SIZE = 8 ** 11 - 1;
async function* writeTar(entries) {
	const out = new Pieces();
	for await (const entry of entries) {
		const linkTarget = entry.kind === "link" ? entry.target : "";
		const name = entry.kind === "directory" ? `${entry.name}/` : entry.name;
		if (Buffer.byteLength(name) > 100) out.add(longName("L", name));
		if (Buffer.byteLength(linkTarget) > 100) out.add(longName("K", linkTarget));
		const size = entry.kind === "file" ? entry.size : 0;
		const mode = entry.kind === "link" ? 511 : entry.mode;
		out.add(header({
			name,
			mode,
			size,
			type: TYPE[entry.kind],
			linkTarget
		}));
		yield* out.full();
		if (entry.kind !== "file") continue;
		if (size <= SMALL) out.add(readSmall(entry));
		else for await (const chunk of readLarge(entry)) {
			out.add(chunk);
			yield* out.full();
		}
		out.add(Buffer.alloc((BLOCK - size % BLOCK) % BLOCK));
	}
	out.add(Buffer.alloc(2 * BLOCK));
	yield* out.rest();
}
const TYPE = {
	file: "0",
	link: "2",
	directory: "5"
};
function header({ name, mode, size, type, linkTarget }) {
	const block = Buffer.alloc(BLOCK);
	Buffer.from(name, "utf8").copy(block, 0, 0, 100);
	block.write(`${octal(mode, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100, "latin1");
	if (size <= LARGEST_OCTAL_SIZE) block.write(`${octal(size, 11)}\0`, 124, "latin1");
	else {
		block[124] = 128;
		block.writeBigUInt64BE(BigInt(size), 128);
	}
	block.write(`${octal(0, 11)}\0`, 136, "latin1");
	block.write(" ".repeat(8), 148, "latin1");
	block.write(type, 156, "latin1");
	Buffer.from(linkTarget, "utf8").copy(block, 157, 0, 100);
	block.write("ustar\x0000", 257, "latin1");
	let sum = 0;
	for (const byte of block) sum += byte;
	block.write(`${octal(sum, 6)}\0 `, 148, "latin1");
	return block;
}
function longName(type, name) {
	const content = Buffer.from(`${name}\0`, "utf8");
	const padding = Buffer.alloc((BLOCK - content.length % BLOCK) % BLOCK);
	return Buffer.concat([
		header({
			name: "././@LongLink",
			mode: 420,
			size: content.length,
			type,
			linkTarget: ""
		}),
		content,
		padding
	]);
}
function octal(value, digits) {
	return value.toString(8).padStart(digits, "0");
}
function readSmall(entry) {
	const bytes = readFileSync(entry.path);
	if (bytes.length < entry.size) throw changed(entry.path);
	return bytes.subarray(0, entry.size);
}
async function* readLarge(entry) {
	const file = await open(entry.path, "r");
	try {
		for (let position = 0; position < entry.size;) {
			const length = Math.min(PIECE, entry.size - position);
			const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, position);
			if (bytesRead === 0) throw changed(entry.path);
			position += bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}
function changed(path) {
	return new BakeError(`Cannot upload ${path}: it became shorter while it was read`, {
		code: "upload-source-changed",
		category: "provision",
		hint: "Something else writes to the folder. Upload a copy that stays as it is."
	});
}
var Pieces = class {
	#parts = [];
	#length = 0;
	add(part) {
		this.#parts.push(part);
		this.#length += part.length;
	}
	*full() {
		if (this.#length >= PIECE) yield* this.rest();
	}
	*rest() {
		if (this.#length > 0) yield Buffer.concat(this.#parts, this.#length);
		this.#parts = [];
		this.#length = 0;
	}
};
// src/communicators/ssh/folders.ts
async function findArchiveTools(connection, machine, signal) {
	const found = /* @__PURE__ */ new Set();
	await execOn(connection, machine, "for t in tar gzip; do command -v $t >/dev/null 2>&1 && echo $t; done; tar --version 2>/dev/null | grep -q GNU && echo gnu; true", {
		signal,
		onLine: (stream, line) => stream === "stdout" && found.add(line.trim())
	});
	return {
		tar: found.has("tar"),
		gzip: found.has("gzip"),
		gnu: found.has("gnu")
	};
}
async function uploadByTar(connection, machine, tools, localFolder, remoteFolder, signal) {
	const archive = Readable.from(writeTar(walkFolder(localFolder)), { objectMode: false });
	const stdin = tools.gzip ? createGzip({ level: constants$1.Z_BEST_SPEED }) : new PassThrough();
	const folder = pathWord(remoteFolder);
	const extract = `tar ${tools.gnu ? "--no-overwrite-dir --keep-directory-symlink " : ""}-x${tools.gzip ? "z" : ""}pmof -`;
	const complaints = [];
	const packing = pipeline$1(archive, stdin, { signal });
	packing.catch(() => void 0);
	const { exitCode } = await execOn(connection, machine, `mkdir -p ${folder} && cd ${folder} && ${extract}`, {
		signal,
		stdin,
		onLine: (_, line) => remember(complaints, line)
	}).catch(async (error) => {
		if (signal.aborted) throw abortError(signal, `the upload of ${localFolder}`);
		archive.destroy();
		await packing.catch((cause) => Promise.reject(cause instanceof BakeError || isSystemError(cause) ? cause : error));
		throw error;
	});
	if (exitCode !== 0) {
		archive.destroy();
		throw failed(`Cannot unpack the files of ${localFolder} into ${remoteFolder} on ${machine}`, exitCode, complaints);
	}
	await packing;
}
async function uploadBySftp(sftp, localFolder, remoteFolder, machine, signal) {
	await makeRemoteFolders(sftp, remoteFolder, signal);
	const waiting = /* @__PURE__ */ new Set();
	for await (const entry of walkFolder(localFolder)) {
		const path = `${remoteFolder}/${entry.name}`;
		if (entry.kind === "directory") await sftp.makeDirectory(path, entry.mode, signal);
		else if (entry.kind === "link") throw new BakeError(`Cannot upload the symbolic link ${entry.name} to ${machine}: it has no tar`, {
			code: "remote-tar-missing",
			category: "provision",
			hint: "Install tar on the machine, or replace the link by what it leads to."
		});
		else {
			const upload = sftp.upload({ path: entry.path }, path, entry.mode, signal).finally(() => waiting.delete(upload));
			upload.catch(() => void 0);
			waiting.add(upload);
			if (waiting.size >= 32) await Promise.race(waiting);
		}
	}
	await Promise.all(waiting);
}
async function downloadByTar(connection, machine, tools, remoteFolder, localFolder, signal) {
	const archive = tools.gzip ? createGunzip() : new PassThrough();
	const complaints = [];
	const extracting = extractTar(archive, localFolder, machine);
	extracting.catch(() => void 0);
	const { exitCode } = await execOn(connection, machine, `cd ${pathWord(remoteFolder)} && tar -c${tools.gzip ? "z" : ""}hf - .`, {
		signal,
		stdout: archive,
		onLine: (_, line) => remember(complaints, line)
	}).catch((error) => {
		archive.destroy();
		throw error;
	});
	if (exitCode !== 0) {
		archive.destroy();
		throw failed(`Cannot read the folder ${remoteFolder} on ${machine}`, exitCode, complaints);
	}
	await extracting.catch((error) => {
		if (error instanceof BakeError || isSystemError(error)) throw error;
		throw connectionLost(machine, false, error);
	});
}
async function downloadBySftp(sftp, remoteFolder, localFolder, download, signal) {
	makeFolder(localFolder);
	for (const { name, kind, mode } of await sftp.list(remoteFolder, signal)) {
		if (name === "" || /[/\0]/.test(name)) continue;
		const remotePath = `${remoteFolder}/${name}`;
		const localPath = join(localFolder, name);
		if (kind === "directory") await downloadBySftp(sftp, remotePath, localPath, download, signal);
		else if (kind === "file") {
			await download(remotePath, localPath);
			await chmod(localPath, mode);
		}
	}
}
async function makeRemoteFolders(sftp, path, signal) {
	if (await sftp.kindOf(path, signal) === "directory") return;
	const parent = path.slice(0, path.lastIndexOf("/"));
	if (parent !== "") await makeRemoteFolders(sftp, parent, signal);
	await sftp.makeDirectory(path, 493, signal);
}
function remember(complaints, line) {
	if (line.trim() !== "" && complaints.length < 5) complaints.push(line.trim());
}
function failed(what, exitCode, complaints) {
	const why = complaints.length === 0 ? `exit status ${exitCode}` : complaints.join("; ");
	return new BakeError(`${what}: ${why}`, {
		code: "folder-transfer-failed",
		category: "provision",
		hint: "Folders travel as the login user: copy to a folder that it may write to (/tmp), and move it with sudo from a shell provisioner."
	});
}
function isSystemError(error) {
	return typeof error === "object" && error !== null && "syscall" in error;
}
// src/communicators/ssh/replies.ts
var Replies = class {
	#limit;
	#underWay = /* @__PURE__ */ new Set();
	#failure;
	constructor(limit) {
		this.#limit = limit;
	}
	async add(reply) {
		const tracked = reply.then(() => void 0, (error) => {
			this.#failure ??= { error };
		}).finally(() => this.#underWay.delete(tracked));
		this.#underWay.add(tracked);
		if (this.#underWay.size >= this.#limit) await Promise.race(this.#underWay);
		this.#check();
	}
	async all() {
		await Promise.all(this.#underWay);
		this.#check();
	}
	#check() {
		if (this.#failure !== void 0) throw this.#failure.error;
	}
};
// src/communicators/ssh/sftp.ts
const CHUNK = 261120;
const WINDOW = 16;
const STATUS = {
	endOfFile: 1,
	noSuchFile: 2,
	permissionDenied: 3,
	failure: 4
};
var SftpSession = class SftpSession {
	#sftp;
	#machine;
	#open = true;
	constructor(sftp, machine) {
		this.#sftp = sftp;
		this.#machine = machine;
		sftp.once("close", () => {
			this.#open = false;
		});
		sftp.on("error", () => void 0);
	}
	static start(connection, machine) {
		return new Promise((resolve, reject) => {
			try {
				connection.client.sftp((error, sftp) => {
					if (error === void 0) resolve(new SftpSession(sftp, machine));
					else if (connection.isOpen() && /Unable to start subsystem|establishing SFTP|unexpected SFTP/.test(error.message)) resolve(void 0);
					else reject(connectionLost(machine, true, error));
				});
			} catch (error) {
				reject(connectionLost(machine, true, error));
			}
		});
	}
	get isOpen() {
		return this.#open;
	}
	close() {
		this.#open = false;
		this.#sftp.end();
	}
	async upload(content, path, mode, cancel) {
		const signal = forManyRequests(cancel);
		const name = `${path} on ${this.#machine}`;
		const handle = await this.#request(`Cannot write ${name}`, signal, (done) => this.#sftp.open(path, "w", { mode }, done));
		const replies = new Replies(WINDOW);
		const send = async (bytes, position) => {
			await replies.add(this.#request(`Cannot write ${name}`, signal, (done) => this.#sftp.write(handle, bytes, 0, bytes.length, position, done)));
		};
		try {
			await replies.add(this.#request(`Cannot set the mode of ${name}`, signal, (done) => this.#sftp.fchmod(handle, mode, done)));
			await sendAll(content, send, signal);
		} finally {
			await replies.add(this.#request(`Cannot write ${name}`, signal, (done) => this.#sftp.close(handle, done)));
		}
		await replies.all();
	}
	async download(path, local, cancel) {
		const signal = forManyRequests(cancel);
		const name = `Cannot read ${path} on ${this.#machine}`;
		const handle = await this.#request(name, signal, (done) => this.#sftp.open(path, "r", done));
		const replies = new Replies(WINDOW);
		let ended = false;
		const fetch = async (position, length) => {
			const read = await this.#readAt(handle, position, length, name, signal);
			if (read === void 0) {
				ended = true;
				return;
			}
			await local.write(read, 0, read.length, position);
			if (read.length < length) await fetch(position + read.length, length - read.length);
		};
		try {
			for (let position = 0; !ended; position += CHUNK) await replies.add(fetch(position, CHUNK));
			await replies.all();
		} finally {
			await this.#request(name, signal, (done) => this.#sftp.close(handle, done));
		}
	}
	async makeDirectory(path, mode, signal) {
		try {
			await this.#request(`Cannot make the folder ${path} on ${this.#machine}`, signal, (done) => this.#sftp.mkdir(path, { mode }, done));
		} catch (error) {
			if (await this.kindOf(path, signal) !== "directory") throw error;
		}
	}
	async kindOf(path, signal) {
		try {
			const stats = await this.#request(`Cannot look at ${path} on ${this.#machine}`, signal, (done) => this.#sftp.stat(path, done));
			return stats.isDirectory() ? "directory" : stats.isFile() ? "file" : "other";
		} catch (error) {
			if (error instanceof BakeError && error.code === "remote-file-not-found") return void 0;
			throw error;
		}
	}
	async list(path, cancel) {
		const signal = forManyRequests(cancel);
		const entries = await this.#request(`Cannot list ${path} on ${this.#machine}`, signal, (done) => this.#sftp.readdir(path, done));
		return Promise.all(entries.filter(({ filename }) => filename !== "." && filename !== "..").map(async ({ filename, attrs }) => ({
			name: filename,
			kind: await this.kindOf(`${path}/${filename}`, signal) ?? "other",
			mode: attrs.mode & 511
		})));
	}
	async #readAt(handle, position, length, name, signal) {
		const buffer = Buffer.allocUnsafe(length);
		const count = await this.#request(name, signal, (done) => this.#sftp.read(handle, buffer, 0, length, position, done), 0);
		return count > 0 ? buffer.subarray(0, count) : void 0;
	}
	#request(what, signal, send, atEnd) {
		const answer = new Promise((resolve, reject) => {
			const done = (error, value) => {
				if (error === null || error === void 0) resolve(value);
				else if (atEnd !== void 0 && statusOf(error) === STATUS.endOfFile) resolve(atEnd);
				else reject(this.#failure(what, error));
			};
			try {
				send(done);
			} catch (error) {
				reject(this.#failure(what, error));
			}
		});
		return orAborted(answer, signal).catch((error) => {
			if (!signal.aborted) throw error;
			this.close();
			throw abortError(signal, `a file transfer with ${this.#machine}`);
		});
	}
	#failure(what, error) {
		const status = statusOf(error);
		if (status === void 0 || !this.#open) return connectionLost(this.#machine, true, error);
		const message = errorMessage(error);
		const detail = {
			[STATUS.noSuchFile]: {
				code: "remote-file-not-found",
				hint: "The folder must exist on the machine: make it with a shell provisioner before."
			},
			[STATUS.permissionDenied]: {
				code: "remote-permission-denied",
				hint: "Files travel as the login user: copy to a folder that it may write to (/tmp), and move it with sudo from a shell provisioner."
			},
			[STATUS.failure]: {
				code: "remote-file-failure",
				hint: "The server says no more. Where the path is a folder, end it with a slash; else look whether the disk is full."
			}
		}[status] ?? {
			code: "remote-file-failure",
			hint: void 0
		};
		return new BakeError(`${what}: ${message}`, {
			code: detail.code,
			category: "provision",
			cause: error,
			...detail.hint !== void 0 && { hint: detail.hint }
		});
	}
};
async function sendAll(content, send, signal) {
	if ("bytes" in content) {
		for (let position = 0; position < content.bytes.length; position += CHUNK) await send(content.bytes.subarray(position, position + CHUNK), position);
		return;
	}
	const file = await open(content.path, "r");
	try {
		for (let position = 0; !signal.aborted;) {
			const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
			if (bytesRead === 0) break;
			await send(buffer.subarray(0, bytesRead), position);
			position += bytesRead;
		}
	} finally {
		await file.close();
	}
}
function forManyRequests(signal) {
	const own = AbortSignal.any([signal]);
	setMaxListeners(0, own);
	return own;
}
function statusOf(error) {
	return typeof error === "object" && error !== null && "code" in error && typeof error.code === "number" ? error.code : void 0;
}
// src/communicators/ssh/ssh-communicator.ts
var SshCommunicator = class SshCommunicator {
	type = "ssh";
	#settings;
	#route;
	#hostKeys;
	#target;
	#session;
	#reopening;
	#closed = false;
	constructor(settings, route, hostKeys, target, reached) {
		this.#settings = settings;
		this.#route = route;
		this.#hostKeys = hostKeys;
		this.#target = target;
		this.#session = startSession(reached);
	}
	static async open(settings, route, hostKeys, target, signal) {
		const reached = await connect(settings.connect, route, hostKeys, target, signal);
		await withTunnels(reached, settings.tunnels, target.name, signal);
		return new SshCommunicator(settings, route, hostKeys, target, reached);
	}
	get host() {
		return this.#session.reached.host;
	}
	get port() {
		return this.#session.reached.port;
	}
	get username() {
		return this.#settings.connect.username;
	}
	get access() {
		const { bastion, bastionKey } = this.#route;
		const lines = [knownHostsLine(this.host, this.port, this.#session.reached.connection.hostKey)];
		if (bastion !== void 0 && bastionKey !== void 0) lines.push(knownHostsLine(bastion.host, bastion.port, bastionKey));
		return {
			...this.#settings.access,
			knownHosts: lines
		};
	}
	async exec(command, options) {
		return execOn(await this.#use(options.signal), this.#target.name, command, {
			...options,
			pty: options.pty ?? this.#settings.pty
		});
	}
	async upload(content, remotePath, options) {
		if ("path" in content) await assertFile(content.path);
		const path = await this.#expand(remotePath, options.signal);
		const sftp = await this.#sftp(options.signal);
		if (sftp !== void 0) {
			await sftp.upload(content, sftpPath(path), options.mode, options.signal);
			return;
		}
		const word = pathWord(path);
		const file = "path" in content ? createReadStream(content.path) : void 0;
		try {
			await this.#run(`umask 077; cat > ${word} && chmod ${options.mode.toString(8)} ${word}`, `Cannot write ${path} on ${this.#target.name}`, {
				signal: options.signal,
				stdin: "bytes" in content ? content.bytes : file
			});
		} finally {
			file?.destroy();
		}
	}
	async uploadDirectory(localDirectory, remoteDirectory, { signal }) {
		const folder = await this.#expand(remoteDirectory, signal);
		const connection = await this.#use(signal);
		const tools = await this.#tools(connection, signal);
		const machine = this.#target.name;
		if (tools.tar) return uploadByTar(connection, machine, tools, localDirectory, folder, signal);
		return uploadBySftp(await this.#needSftp(signal), localDirectory, sftpPath(folder), machine, signal);
	}
	async download(remotePath, localPath, { signal }) {
		const path = await this.#expand(remotePath, signal);
		const sftp = await this.#sftp(signal);
		const local = await open(localPath, "w", 420);
		try {
			if (sftp !== void 0) await sftp.download(sftpPath(path), local, signal);
			else await this.#run(`cat ${pathWord(path)}`, `Cannot read ${path} on ${this.#target.name}`, {
				signal,
				stdout: into(local)
			});
		} catch (error) {
			await rm(localPath, { force: true });
			throw error;
		} finally {
			await local.close();
		}
	}
	async downloadDirectory(remoteDirectory, localDirectory, { signal }) {
		const folder = await this.#expand(remoteDirectory, signal);
		const connection = await this.#use(signal);
		const tools = await this.#tools(connection, signal);
		if (tools.tar) return downloadByTar(connection, this.#target.name, tools, folder, localDirectory, signal);
		const download = (remotePath, localPath) => this.download(remotePath, localPath, { signal });
		return downloadBySftp(await this.#needSftp(signal), sftpPath(folder), localDirectory, download, signal);
	}
	async reconnect(signal) {
		this.#session.reached.connection.destroy();
		await this.#reopen(signal, {
			...this.#settings.connect,
			timeoutMs: void 0
		});
	}
	async close() {
		this.#closed = true;
		const { connection } = this.#session.reached;
		await connection.end();
		await this.#route.close();
		await connection.ended;
	}
	async [Symbol.asyncDispose]() {
		await this.close();
	}
	async #use(signal) {
		if (signal.aborted) throw abortError(signal, `work on ${this.#target.name}`);
		return (this.#session.reached.connection.isOpen() ? this.#session : await this.#reopen(signal)).reached.connection;
	}
	async #reopen(signal, settings = this.#settings.connect) {
		if (this.#closed) throw connectionLost(this.#target.name, true);
		this.#reopening ??= connect(settings, this.#route, this.#hostKeys, this.#target, signal).then(async (reached) => {
			await withTunnels(reached, this.#settings.tunnels, this.#target.name, signal);
			this.#session = startSession(reached);
			return this.#session;
		}).finally(() => {
			this.#reopening = void 0;
		});
		return orAborted(this.#reopening, signal);
	}
	async #sftp(signal) {
		const connection = await this.#use(signal);
		const session = this.#session;
		const known = session.sftp === void 0 ? void 0 : await orAborted(session.sftp, signal);
		if (session.sftp !== void 0 && (known === void 0 || known.isOpen)) return known;
		session.sftp = SftpSession.start(connection, this.#target.name);
		session.sftp.catch(() => {
			session.sftp = void 0;
		});
		return orAborted(session.sftp, signal);
	}
	async #needSftp(signal) {
		const sftp = await this.#sftp(signal);
		if (sftp !== void 0) return sftp;
		throw new BakeError(`Cannot copy folders to or from ${this.#target.name}: it has neither tar nor SFTP`, {
			code: "remote-tar-missing",
			category: "provision",
			hint: "Install tar with a shell provisioner before."
		});
	}
	async #tools(connection, signal) {
		const session = this.#session;
		session.tools ??= findArchiveTools(connection, this.#target.name, signal);
		session.tools.catch(() => {
			session.tools = void 0;
		});
		return session.tools;
	}
	async #expand(path, signal) {
		if (!this.#settings.shellPaths || !needsShell(path)) return path;
		const lines = [];
		await this.#run(expandCommand(path), `Cannot find out what ${path} means on ${this.#target.name}`, {
			signal,
			onLine: (stream, line) => stream === "stdout" && lines.push(line)
		});
		return lines[0] ?? path;
	}
	async #run(command, failure, options) {
		const connection = await this.#use(options.signal);
		const complaints = [];
		const { exitCode } = await execOn(connection, this.#target.name, command, {
			...options,
			onLine: (stream, line) => {
				options.onLine?.(stream, line);
				if (stream === "stderr" && complaints.length < 5) complaints.push(line.trim());
			}
		});
		if (exitCode === 0) return;
		throw new BakeError(`${failure}: ${complaints.join("; ") || `exit status ${exitCode}`}`, {
			code: "remote-file-failure",
			category: "provision"
		});
	}
};
function into(file) {
	return new Writable({ write: (chunk, _encoding, done) => {
		file.writeFile(chunk).then(() => done(), done);
	} });
}
async function withTunnels({ connection }, tunnels, machine, signal) {
	try {
		await orAborted(openTunnels(connection, tunnels), signal);
	} catch (error) {
		connection.destroy();
		throw signal.aborted ? abortError(signal, `opening tunnels to ${machine}`) : error;
	}
}
function startSession(reached) {
	return {
		reached,
		sftp: void 0,
		tools: void 0
	};
}
// src/communicators/ssh/connector.ts
const DEFAULT_TIMEOUT_MS = 3e5;
const DEFAULT_LOGIN_ATTEMPTS = 10;
async function makeSshConnector(decoded, context, policy, { plantsHostKey } = { plantsHostKey: true }) {
	const { options } = decoded;
	if (options.ssh_password !== void 0) context.secrets.register(options.ssh_password);
	if (options.ssh_bastion_password !== void 0) context.secrets.register(options.ssh_bastion_password);
	const keyFile = options.ssh_private_key_file === void 0 ? void 0 : localPath(options.ssh_private_key_file, context.workingDirectory);
	const fileKey = keyFile === void 0 ? void 0 : await readPrivateKey(keyFile, "ssh_private_key_file", context.secrets);
	const bastion = await bastionOf(options, context, keyFile);
	const temporary = keyFile !== void 0 || options.ssh_password !== void 0 || options.ssh_agent_auth ? void 0 : await makeKeyPair(options.temporary_key_pair_type === "rsa" ? "rsa" : "ed25519", `bake-ami-${context.ids.token(8)}`);
	if (temporary !== void 0) context.secrets.register(temporary.privateKey);
	return new SshConnector({
		options,
		context,
		policy,
		planted: policy === "proven" && plantsHostKey ? await plantHostKey(context.ids, context.secrets) : void 0,
		login: temporary === void 0 ? { kind: "given" } : {
			kind: "temporary-key",
			publicKey: temporary.publicKey,
			keyType: temporary.type
		},
		privateKey: fileKey ?? temporary?.privateKey,
		privateKeyFile: keyFile,
		bastion,
		another: (policy) => makeSshConnector(decoded, context, policy, { plantsHostKey: false })
	});
}
var SshConnector = class {
	type = "ssh";
	#parts;
	#login;
	#privateKey;
	#policy;
	constructor(parts) {
		this.#parts = parts;
		this.#login = parts.login;
		this.#privateKey = parts.privateKey;
		this.#policy = parts.policy;
	}
	get port() {
		return this.#parts.options.ssh_port;
	}
	get username() {
		return this.#parts.options.ssh_username;
	}
	get fixedHost() {
		return this.#parts.options.ssh_host;
	}
	get login() {
		return this.#login;
	}
	get plantedHostKey() {
		return this.#parts.planted;
	}
	async adoptPrivateKey(privateKeyPem) {
		this.#parts.context.secrets.register(privateKeyPem);
		const publicKey = await publicKeyOf(privateKeyPem);
		this.#login = {
			kind: "temporary-key",
			publicKey,
			keyType: publicKey.startsWith("ssh-rsa ") ? "rsa" : "ed25519"
		};
		this.#privateKey = privateKeyPem;
	}
	pinFirstHostKey() {
		this.#policy = "first";
	}
	another() {
		return this.#parts.another(this.#policy);
	}
	async connect(target, signal) {
		const { options, context, bastion, planted } = this.#parts;
		const transport = {
			keepAliveMs: options.ssh_keep_alive_interval,
			readWriteTimeoutMs: options.ssh_read_write_timeout,
			ciphers: options.ssh_ciphers,
			keyExchange: options.ssh_key_exchange_algorithms,
			clock: context.clock
		};
		const settings = {
			connect: this.#connectSettings(transport),
			pty: options.ssh_pty,
			shellPaths: options.ssh_file_transfer_method !== "sftp",
			tunnels: {
				local: options.ssh_local_tunnels.flatMap((text) => parseTunnel(text) ?? []),
				remote: options.ssh_remote_tunnels.flatMap((text) => parseTunnel(text) ?? [])
			},
			access: {
				privateKey: this.#privateKey,
				privateKeyFile: this.#parts.privateKeyFile,
				agent: options.ssh_agent_auth,
				password: options.ssh_password,
				bastion
			}
		};
		const route = new Route(bastion, transport);
		const hostKeys = new HostKeys(this.#policy, planted);
		try {
			if (options.pause_before_connecting > 0) {
				(await connect(settings.connect, route, hostKeys, target, signal)).connection.destroy();
				await context.clock.sleep(options.pause_before_connecting, signal).catch((error) => {
					throw signal.aborted ? abortError(signal, `connecting to ${target.name}`) : error;
				});
			}
			return await SshCommunicator.open(settings, route, hostKeys, target, signal);
		} catch (error) {
			await route.close();
			throw error;
		}
	}
	#connectSettings(transport) {
		const { options, context } = this.#parts;
		const timeout = options.ssh_wait_timeout ?? options.ssh_timeout;
		const attempts = options.ssh_handshake_attempts ?? (timeout === void 0 ? DEFAULT_LOGIN_ATTEMPTS : 0);
		return {
			username: options.ssh_username,
			auth: authMethods({
				username: options.ssh_username,
				agent: options.ssh_agent_auth ? agentSocket(context) : void 0,
				privateKeys: this.#privateKey === void 0 ? [] : [this.#privateKey],
				password: options.ssh_password
			}),
			transport,
			fixedHost: options.ssh_host,
			port: options.ssh_port,
			timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS,
			loginAttempts: attempts > 0 ? attempts : void 0
		};
	}
};
async function bastionOf(options, context, mainKeyFile) {
	if (options.ssh_bastion_host === void 0) return void 0;
	const keyFile = options.ssh_bastion_private_key_file === void 0 ? mainKeyFile : localPath(options.ssh_bastion_private_key_file, context.workingDirectory);
	const username = options.ssh_bastion_username ?? options.ssh_username;
	const privateKeys = keyFile === void 0 ? [] : [await readPrivateKey(keyFile, "ssh_bastion_private_key_file", context.secrets)];
	return {
		host: options.ssh_bastion_host,
		port: options.ssh_bastion_port,
		username,
		privateKeyFile: keyFile,
		auth: authMethods({
			username,
			agent: options.ssh_bastion_agent_auth ? agentSocket(context) : void 0,
			privateKeys,
			password: options.ssh_bastion_password
		})
	};
}
function agentSocket(context) {
	const socket = context.environment["SSH_AUTH_SOCK"];
	if (socket !== void 0 && socket !== "") return socket;
	throw new BakeError("There is no SSH agent: SSH_AUTH_SOCK is not set", {
		code: "ssh-agent-missing",
		category: "input",
		hint: "Start an agent and load the key (ssh-agent, ssh-add), or use ssh_private_key_file instead of ssh_agent_auth."
	});
}
export { makeSshConnector };
