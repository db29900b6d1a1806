import "node:module";
import { constants, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { chmod, chown, cp, lchown, link, lstat, lutimes, mkdir, open, readFile as readFile$1, readdir, readlink, rename, rm, rmdir, stat, symlink, truncate, unlink, utimes } from "node:fs/promises";
import path from "node:path";
import { spawn } from "node:child_process";
import { constants as constants$1, homedir } from "node:os";
import { setMaxListeners } from "node:events";
// src/local-cloud/sandbox/guest/protocol.ts
const GUEST_SOCKET = "/run/bake-ami/channel/host.sock";
const OLD_ROOT = "/run/.host";
const AGENT_PID_FILE = "/run/bake-ami/agent.pid";
function lineReader(limit, onLine) {
	let pieces = [];
	let length = 0;
	return (chunk) => {
		let start = 0;
		for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
			const line = pieces.join("") + chunk.slice(start, end);
			pieces = [];
			length = 0;
			start = end + 1;
			onLine(line);
		}
		pieces.push(chunk.slice(start));
		length += chunk.length - start;
		if (length > limit) throw new Error(`A line of more than ${limit} characters`);
	};
}
// src/local-cloud/sandbox/guest/channel.ts
function connectStream(token, index) {
	return new Promise((resolve, reject) => {
		const socket = new Socket({ allowHalfOpen: true });
		socket.pause();
		socket.once("error", reject);
		socket.connect(GUEST_SOCKET, () => {
			socket.write(`${token} ${index}\n`, (error) => {
				socket.off("error", reject);
				if (error) reject(error);
				else resolve(socket);
			});
		});
	});
}
// \0@oxc-project+runtime@0.158.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = "function" == typeof SuppressedError ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (null != e) {
			if (Object(e) !== e) throw new TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol["for"]("Symbol.asyncDispose")];
			if (void 0 === o && (o = e[Symbol.dispose || Symbol["for"]("Symbol.dispose")], r)) var t = o;
			if ("function" != typeof o) throw new TypeError("Object is not disposable.");
			t && (o = function o() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function d() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && 1 === s) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (1 === s) return t !== e ? Promise.reject(t) : Promise.resolve();
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t !== e ? new r(n, t) : n, next();
			}
			return next();
		}
	};
}
// src/local-cloud/sandbox/guest/files.ts
async function readFile(file, limit) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const handle = _usingCtx$1.a(await open(file, constants.O_RDONLY | constants.O_NONBLOCK));
			const { size } = await regular(file, handle);
			if (size > limit) throw new Error(`${file} has ${size} bytes, more than the ${limit} that are read of such a file`);
			const content = Buffer.alloc(size);
			const { bytesRead } = await handle.read(content, 0, size, 0);
			return content.subarray(0, bytesRead).toString("base64");
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}
async function regular(file, handle) {
	const status = await handle.stat();
	if (!status.isFile()) throw new Error(`${file} is not a regular file`);
	return { size: Number(status.size) };
}
async function writeFile(file) {
	try {
		var _usingCtx3 = _usingCtx();
		await mkdir(path.dirname(file.path), {
			recursive: true,
			mode: 493
		});
		const how = file.append ? constants.O_APPEND : constants.O_TRUNC;
		const handle = _usingCtx3.a(await open(file.path, constants.O_WRONLY | constants.O_CREAT | constants.O_NONBLOCK | how, file.mode));
		await handle.chown(file.uid, file.gid);
		await handle.chmod(file.mode);
		await handle.writeFile(Buffer.from(file.content, "base64"));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function makeDirectory(folder) {
	await mkdir(folder.path, {
		recursive: true,
		mode: 493
	});
	await chown(folder.path, folder.uid, folder.gid);
	await chmod(folder.path, folder.mode);
}
async function list(folder) {
	try {
		return await readdir(folder);
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}
async function remove(file) {
	await rm(file, {
		recursive: true,
		force: true
	});
}
async function copySkeleton(home, uid, gid) {
	const skeleton = "/etc/skel";
	const names = await list(skeleton);
	for (const name of names) {
		await cp(path.join(skeleton, name), path.join(home, name), {
			recursive: true,
			force: false
		});
		await giveAll(path.join(home, name), uid, gid);
	}
}
async function giveAll(file, uid, gid) {
	await lchown(file, uid, gid);
	if (!(await lstat(file)).isDirectory()) return;
	for (const name of await readdir(file)) await giveAll(path.join(file, name), uid, gid);
}
async function firstExisting(files) {
	for (const file of files) try {
		await stat(file);
		return file;
	} catch (error) {
		if (!isMissing(error)) throw error;
	}
	return null;
}
function isMissing(error) {
	return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
// src/kernel/abort.ts
function onAbort(signal, listener) {
	manyMayListen(signal);
	signal.addEventListener("abort", listener, { once: true });
	return () => signal.removeEventListener("abort", listener);
}
function manyMayListen(signal) {
	setMaxListeners(Number.POSITIVE_INFINITY, signal);
}
// src/kernel/clock.ts
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: async (milliseconds, signal) => {
		let left = milliseconds;
		for (; left > LONGEST_TIMER_MS; left -= LONGEST_TIMER_MS) await timer(LONGEST_TIMER_MS, signal);
		await timer(left, signal);
	}
};
function timer(milliseconds, signal) {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const running = setTimeout(() => {
			stopListening?.();
			resolve();
		}, milliseconds);
		const stopListening = signal && onAbort(signal, () => {
			clearTimeout(running);
			reject(signal.reason);
		});
	});
}
// src/local-cloud/sandbox/guest/processes.ts
const running = /* @__PURE__ */ new Map();
async function spawnProcess(request, onExit) {
	const streams = await Promise.all([
		0,
		1,
		2
	].map((index) => connectStream(request.token, index)));
	const [program = "", ...args] = request.argv;
	try {
		const child = spawn(program, args, {
			cwd: request.cwd,
			env: request.env,
			stdio: streams,
			detached: true
		});
		await new Promise((resolve, reject) => {
			child.once("error", reject);
			child.once("spawn", resolve);
			child.once("exit", (code, signal) => {
				running.delete(request.process);
				onExit({
					code,
					signal
				});
			});
		});
		if (child.pid !== void 0 && child.exitCode === null && child.signalCode === null) running.set(request.process, child.pid);
	} finally {
		for (const stream of streams) stream.destroy();
	}
}
async function signalProcess(number, signal) {
	const pid = running.get(number);
	const name = Object.keys(constants$1.signals).find((known) => known === `SIG${signal}`);
	if (pid === void 0 || name === void 0) return;
	const leader = (await terminalBelow(pid))?.leader;
	const targets = leader === void 0 ? [-pid] : (await processes()).filter((process) => statusOf$1(process)[3] === leader);
	for (const target of targets) try {
		process.kill(target, name);
	} catch {}
}
async function resizeTerminal(number, rows, columns) {
	const pid = running.get(number);
	if (pid === void 0) return;
	const terminal = await terminalBelow(pid);
	if (terminal === void 0) return;
	spawn("stty", [
		"-F",
		terminal.device,
		"rows",
		String(rows),
		"cols",
		String(columns)
	], { stdio: "ignore" }).once("error", () => void 0);
}
const FIRST_PTS_MAJOR = 136;
async function terminalBelow(pid) {
	for (const process of await processes()) {
		const [, parent, , , terminal = 0] = statusOf$1(process);
		const major = terminal >> 8 & 4095;
		if (parent !== pid || major < FIRST_PTS_MAJOR || major > 143) continue;
		const minor = terminal & 255 | terminal >> 12 & 1048320;
		return {
			leader: process,
			device: `/dev/pts/${(major - FIRST_PTS_MAJOR) * 256 + minor}`
		};
	}
}
async function quiesce(patienceMs) {
	try {
		process.kill(-1, "SIGTERM");
	} catch {
		return;
	}
	const deadline = systemClock.monotonic() + patienceMs;
	while (systemClock.monotonic() < deadline) {
		const alive = (await processes()).filter((pid) => pid !== 1 && pid !== process.pid);
		if ((await Promise.all(alive.map((pid) => readFile$1(`/proc/${pid}/stat`, "utf8").catch(() => ") Z")))).every((stat) => stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z"))) return;
		await systemClock.sleep(10);
	}
}
async function processes() {
	return (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
}
function statusOf$1(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
	} catch {
		return [];
	}
}
// src/local-cloud/sandbox/guest/agent.ts
const CONTROL_DESCRIPTOR = 3;
const LONGEST_REQUEST = 67108864;
function runAgent() {
	process.umask(18);
	const control = new Socket({
		fd: CONTROL_DESCRIPTOR,
		readable: true,
		writable: true
	});
	const send = (message) => {
		control.write(`${JSON.stringify(message)}\n`);
	};
	const answer = async (line) => {
		const { id, ...request } = JSON.parse(line);
		try {
			send({
				type: "answer",
				id,
				result: await perform$1(request, send) ?? null
			});
		} catch (thrown) {
			const error = thrown instanceof Error ? thrown : new Error(String(thrown));
			const code = "code" in error && typeof error.code === "string" ? error.code : "EIO";
			send({
				type: "refusal",
				id,
				code,
				message: error.message
			});
		}
	};
	const read = lineReader(LONGEST_REQUEST, (line) => void answer(line));
	control.setEncoding("utf8");
	control.on("data", (chunk) => read(chunk));
	control.on("error", () => process.exit(1));
	control.on("close", () => process.exit(0));
	process.on("SIGUSR2", () => send({
		type: "power",
		action: "off"
	}));
	process.on("SIGTERM", () => send({
		type: "power",
		action: "reboot"
	}));
	process.on("SIGHUP", () => void 0);
	writeFileSync(AGENT_PID_FILE, `${process.pid}\n`, { mode: 420 });
	rmdirSync(OLD_ROOT);
	send({ type: "hello" });
}
async function perform$1(request, send) {
	switch (request.op) {
		case "read-file": return readFile(request.path, request.limit);
		case "write-file": return writeFile(request);
		case "make-directory": return makeDirectory(request);
		case "list": return list(request.path);
		case "remove": return remove(request.path);
		case "copy-skeleton": return copySkeleton(request.path, request.uid, request.gid);
		case "first-existing": return firstExisting(request.paths);
		case "spawn": return spawnProcess(request, (exit) => send({
			type: "exit",
			process: request.process,
			...exit
		}));
		case "signal": return signalProcess(request.process, request.signal);
		case "resize": return resizeTerminal(request.process, request.rows, request.columns);
		case "connect": return forward(request.host, request.port, request.token);
		case "quiesce": return quiesce(request.patienceMs);
	}
}
async function forward(host, port, token) {
	const service = new Socket({ allowHalfOpen: true });
	await new Promise((resolve, reject) => {
		service.once("error", reject);
		service.connect(port, host, () => {
			service.off("error", reject);
			resolve();
		});
	});
	const stream = await connectStream(token, 0);
	const end = () => {
		service.destroy();
		stream.destroy();
	};
	service.on("error", end);
	stream.on("error", end);
	service.pipe(stream);
	stream.pipe(service);
}
// src/local-cloud/sandbox/guest/sftp-packets.ts
const REQUEST = {
	init: 1,
	open: 3,
	close: 4,
	read: 5,
	write: 6,
	lstat: 7,
	fstat: 8,
	setstat: 9,
	fsetstat: 10,
	opendir: 11,
	readdir: 12,
	remove: 13,
	mkdir: 14,
	rmdir: 15,
	realpath: 16,
	stat: 17,
	rename: 18,
	readlink: 19,
	symlink: 20,
	extended: 200
};
const ANSWER = {
	version: 2,
	status: 101,
	handle: 102,
	data: 103,
	name: 104,
	attributes: 105
};
const STATUS = {
	ok: 0,
	endOfFile: 1,
	noSuchFile: 2,
	permissionDenied: 3,
	failure: 4,
	badMessage: 5,
	unsupported: 8
};
const FLAG = {
	size: 1,
	owner: 2,
	permissions: 4,
	times: 8,
	extended: 2147483648
};
var PacketReader = class {
	#packet;
	#offset = 0;
	constructor(packet) {
		this.#packet = packet;
	}
	byte() {
		const value = this.#packet.readUInt8(this.#offset);
		this.#offset += 1;
		return value;
	}
	number() {
		const value = this.#packet.readUInt32BE(this.#offset);
		this.#offset += 4;
		return value;
	}
	bigNumber() {
		const value = this.#packet.readBigUInt64BE(this.#offset);
		this.#offset += 8;
		return Number(value);
	}
	bytes() {
		const length = this.number();
		if (this.#offset + length > this.#packet.length) throw new RangeError("A field reaches beyond its packet");
		const value = this.#packet.subarray(this.#offset, this.#offset + length);
		this.#offset += length;
		return value;
	}
	text() {
		return this.bytes().toString("utf8");
	}
	attributes() {
		const flags = this.number();
		return {
			...(flags & FLAG.size) !== 0 ? { size: this.bigNumber() } : {},
			...(flags & FLAG.owner) !== 0 ? { owner: {
				uid: this.number(),
				gid: this.number()
			} } : {},
			...(flags & FLAG.permissions) !== 0 ? { mode: this.number() } : {},
			...(flags & FLAG.times) !== 0 ? { times: {
				accessed: this.number(),
				modified: this.number()
			} } : {}
		};
	}
};
function number(value) {
	const field = Buffer.alloc(4);
	field.writeUInt32BE(value >>> 0);
	return field;
}
function bytes(value) {
	const content = typeof value === "string" ? Buffer.from(value, "utf8") : value;
	return Buffer.concat([number(content.length), content]);
}
function attributes(status) {
	const size = Buffer.alloc(8);
	size.writeBigUInt64BE(BigInt(status.size));
	return Buffer.concat([
		number(FLAG.size | FLAG.owner | FLAG.permissions | FLAG.times),
		size,
		number(status.uid),
		number(status.gid),
		number(status.mode),
		number(Math.floor(status.atimeMs / 1e3)),
		number(Math.floor(status.mtimeMs / 1e3))
	]);
}
function packet(type, ...fields) {
	const body = Buffer.concat([Buffer.from([type]), ...fields]);
	return Buffer.concat([number(body.length), body]);
}
// src/local-cloud/sandbox/guest/sftp-requests.ts
const OPEN = {
	read: 1,
	write: 2,
	append: 4,
	create: 8,
	truncate: 16,
	exclusive: 32
};
const LONGEST_READ = 261120;
const FOLDER_NAMES_AT_ONCE = 100;
var SftpRefusal = class extends Error {
	status;
	constructor(status, message) {
		super(message);
		this.status = status;
	}
};
async function answer(type, id, request, open) {
	try {
		return await perform(type, id, request, open) ?? status(id, STATUS.ok, "Success");
	} catch (error) {
		return status(id, statusOf(error), error instanceof Error ? error.message : String(error));
	}
}
function status(id, code, message) {
	return packet(ANSWER.status, number(id), number(code), bytes(message), bytes(""));
}
function statusOf(error) {
	if (error instanceof SftpRefusal) return error.status;
	if (error instanceof RangeError) return STATUS.badMessage;
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	if (code === "ENOENT" || code === "ENOTDIR") return STATUS.noSuchFile;
	if (code === "EACCES" || code === "EPERM") return STATUS.permissionDenied;
	return STATUS.failure;
}
async function perform(type, id, request, open) {
	switch (type) {
		case REQUEST.open: return handleAnswer(id, await openRequested(request.text(), request.number(), request.attributes(), open));
		case REQUEST.close: return close(request.text(), open);
		case REQUEST.read: return read(id, fileOf(request.text(), open).handle, request.bigNumber(), request.number());
		case REQUEST.write: return write(fileOf(request.text(), open), request.bigNumber(), request.bytes());
		case REQUEST.lstat: return attributesAnswer(id, await lstat(request.text()));
		case REQUEST.stat: return attributesAnswer(id, await stat(request.text()));
		case REQUEST.fstat: return attributesAnswer(id, await fileOf(request.text(), open).handle.stat());
		case REQUEST.setstat: return change(pathChanges(request.text()), request.attributes());
		case REQUEST.fsetstat: return change(fileOf(request.text(), open).handle, request.attributes());
		case REQUEST.opendir: {
			const folder = request.text();
			return handleAnswer(id, remember({
				kind: "folder",
				path: folder,
				names: await readdir(folder),
				told: 0
			}, open));
		}
		case REQUEST.readdir: return readFolder(id, request.text(), open);
		case REQUEST.remove:
			await unlink(request.text());
			return;
		case REQUEST.mkdir:
			await mkdir(request.text(), { mode: request.attributes().mode ?? 511 });
			return;
		case REQUEST.rmdir:
			await rmdir(request.text());
			return;
		case REQUEST.realpath: return nameAnswer(id, [{
			name: path.resolve(request.text() || "."),
			long: "",
			status: void 0
		}]);
		case REQUEST.rename: {
			const [from, to] = [request.text(), request.text()];
			if (await exists(to)) throw new SftpRefusal(STATUS.failure, `${to} exists`);
			await rename(from, to);
			return;
		}
		case REQUEST.readlink: return nameAnswer(id, [{
			name: await readlink(request.text()),
			long: "",
			status: void 0
		}]);
		case REQUEST.symlink: {
			const [target, link] = [request.text(), request.text()];
			await symlink(target, link);
			return;
		}
		case REQUEST.extended: return extended(request.text(), request, open);
		default: throw new SftpRefusal(STATUS.unsupported, `Request ${type} is not known here`);
	}
}
async function extended(name, request, open) {
	switch (name) {
		case "posix-rename@openssh.com":
			await rename(request.text(), request.text());
			return;
		case "hardlink@openssh.com":
			await link(request.text(), request.text());
			return;
		case "fsync@openssh.com":
			await fileOf(request.text(), open).handle.sync();
			return;
		case "lsetstat@openssh.com":
			await change(linkChanges(request.text()), request.attributes());
			return;
		default: throw new SftpRefusal(STATUS.unsupported, `${name} is not known here`);
	}
}
async function openRequested(file, flags, wanted, open$1) {
	const [reads, writes] = [(flags & OPEN.read) !== 0, (flags & OPEN.write) !== 0];
	const access = reads && writes ? constants.O_RDWR : writes ? constants.O_WRONLY : constants.O_RDONLY;
	const append = (flags & OPEN.append) !== 0;
	return remember({
		kind: "file",
		handle: await open(file, access | (append ? constants.O_APPEND : 0) | ((flags & OPEN.create) !== 0 ? constants.O_CREAT : 0) | ((flags & OPEN.truncate) !== 0 ? constants.O_TRUNC : 0) | ((flags & OPEN.exclusive) !== 0 ? constants.O_EXCL : 0), wanted.mode ?? 438),
		append
	}, open$1);
}
let handles = 0;
function remember(file, open) {
	handles += 1;
	const name = String(handles);
	open.set(name, file);
	return name;
}
function fileOf(name, open) {
	const file = open.get(name);
	if (file?.kind !== "file") throw new SftpRefusal(STATUS.failure, "No such file handle");
	return file;
}
async function close(name, open) {
	const file = open.get(name);
	if (file === void 0) throw new SftpRefusal(STATUS.failure, "No such handle");
	open.delete(name);
	if (file.kind === "file") await file.handle.close();
}
async function read(id, handle, offset, length) {
	const content = Buffer.allocUnsafe(Math.min(length, LONGEST_READ));
	const { bytesRead } = await handle.read(content, 0, content.length, offset);
	if (bytesRead === 0) return status(id, STATUS.endOfFile, "End of file");
	return packet(ANSWER.data, number(id), bytes(content.subarray(0, bytesRead)));
}
async function write(file, offset, content) {
	let written = 0;
	while (written < content.length) {
		const at = file.append ? null : offset + written;
		const { bytesWritten } = await file.handle.write(content, written, content.length - written, at);
		written += bytesWritten;
	}
}
async function readFolder(id, name, open) {
	const folder = open.get(name);
	if (folder?.kind !== "folder") throw new SftpRefusal(STATUS.failure, "No such folder handle");
	if (folder.told >= folder.names.length) return status(id, STATUS.endOfFile, "End of folder");
	const names = folder.names.slice(folder.told, folder.told + FOLDER_NAMES_AT_ONCE);
	folder.told += names.length;
	return nameAnswer(id, await Promise.all(names.map(async (entry) => {
		const entryStatus = await lstat(path.join(folder.path, entry)).catch(() => void 0);
		return {
			name: entry,
			long: longName(entry, entryStatus),
			status: entryStatus
		};
	})));
}
function longName(name, entry) {
	if (entry === void 0) return name;
	const letters = [
		"---",
		"--x",
		"-w-",
		"-wx",
		"r--",
		"r-x",
		"rw-",
		"rwx"
	];
	const kinds = {
		9604: "d",
		21609: "l",
		16807: "-"
	};
	const mode = [
		6,
		3,
		0
	].map((shift) => letters[entry.mode >> shift & 7]).join("");
	const modified = new Date(entry.mtimeMs).toISOString().slice(0, 10);
	return `${kinds[entry.mode & 61440] ?? "?"}${mode} 1 ${entry.uid} ${entry.gid} ${entry.size} ${modified} ${name}`;
}
function pathChanges(file) {
	return {
		truncate: (size) => truncate(file, size),
		chown: (uid, gid) => chown(file, uid, gid),
		chmod: (mode) => chmod(file, mode),
		utimes: (accessed, modified) => utimes(file, accessed, modified)
	};
}
function linkChanges(file) {
	return {
		truncate: async () => void 0,
		chown: (uid, gid) => lchown(file, uid, gid),
		chmod: async () => void 0,
		utimes: (accessed, modified) => lutimes(file, accessed, modified)
	};
}
async function change(file, wanted) {
	if (wanted.size !== void 0) await file.truncate(wanted.size);
	if (wanted.owner !== void 0) await file.chown(wanted.owner.uid, wanted.owner.gid);
	if (wanted.mode !== void 0) await file.chmod(wanted.mode & 4095);
	if (wanted.times !== void 0) await file.utimes(wanted.times.accessed, wanted.times.modified);
}
async function exists(file) {
	return lstat(file).then(() => true, () => false);
}
function handleAnswer(id, name) {
	return packet(ANSWER.handle, number(id), bytes(name));
}
function attributesAnswer(id, of) {
	return packet(ANSWER.attributes, number(id), attributes(of));
}
function nameAnswer(id, entries) {
	return packet(ANSWER.name, number(id), number(entries.length), ...entries.flatMap((entry) => [
		bytes(entry.name),
		bytes(entry.long || entry.name),
		entry.status === void 0 ? number(0) : attributes(entry.status)
	]));
}
// src/local-cloud/sandbox/guest/sftp-server.ts
const LONGEST_PACKET = 262144;
const MOST_AT_ONCE = 128;
const EXTENSIONS = [
	"posix-rename@openssh.com",
	"hardlink@openssh.com",
	"fsync@openssh.com",
	"lsetstat@openssh.com"
];
function serveSftp(input, output) {
	process.chdir(homedir());
	const open = /* @__PURE__ */ new Map();
	const last = /* @__PURE__ */ new Map();
	let underWay = 0;
	let pending = Buffer.alloc(0);
	const handle = async (body) => {
		const reader = new PacketReader(body);
		const type = reader.byte();
		if (type === REQUEST.init) {
			output.write(packet(ANSWER.version, number(3), ...EXTENSIONS.flatMap((name) => [bytes(name), bytes("1")])));
			return;
		}
		const id = reader.number();
		output.write(await answer(type, id, reader, open));
	};
	const inOrder = (body) => {
		const key = handleOf(body);
		if (key === void 0) return handle(body);
		const next = (last.get(key) ?? Promise.resolve()).then(() => handle(body));
		last.set(key, next);
		return next.finally(() => {
			if (last.get(key) === next) last.delete(key);
		});
	};
	const drain = () => {
		while (underWay < MOST_AT_ONCE && pending.length >= 4) {
			const length = pending.readUInt32BE(0);
			if (length === 0 || length > LONGEST_PACKET) {
				input.destroy(/* @__PURE__ */ new Error(`A packet of ${length} bytes`));
				return;
			}
			if (pending.length < 4 + length) break;
			const body = Buffer.from(pending.subarray(4, 4 + length));
			pending = pending.subarray(4 + length);
			underWay += 1;
			inOrder(body).then(done, () => input.destroy());
		}
		if (underWay >= MOST_AT_ONCE || output.writableNeedDrain) input.pause();
	};
	const done = () => {
		underWay -= 1;
		if (!output.writableNeedDrain) input.resume();
		drain();
	};
	output.on("drain", () => input.resume());
	output.on("error", () => input.destroy());
	input.on("error", () => process.exit(1));
	input.on("data", (chunk) => {
		pending = Buffer.concat([pending, chunk]);
		drain();
	});
	input.on("close", () => {
		for (const file of open.values()) if (file.kind === "file") file.handle.close();
	});
}
function handleOf(body) {
	const type = body[0];
	if (![
		REQUEST.close,
		REQUEST.read,
		REQUEST.write,
		REQUEST.fstat,
		REQUEST.fsetstat,
		REQUEST.readdir
	].includes(type)) return void 0;
	try {
		return new PacketReader(body.subarray(5)).text();
	} catch {
		return;
	}
}
// src/local-cloud/sandbox/guest/main.ts
const [, , role] = process.argv;
if (role === "sftp") serveSftp(process.stdin, process.stdout);
else runAgent();
export {};
