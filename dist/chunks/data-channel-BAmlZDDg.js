import "./rolldown-runtime-BVN1G_yT.js";
import { i as onAbort } from "./abort-DcY-MBHM.js";
import { n as withDeadline, t as orAborted } from "./deadline-BStsF6u5.js";
import { c as errorMessage, t as BakeError } from "./errors-Bd0aY3lr.js";
import { t as printableLine } from "./hostile-text-DGh0Qabk.js";
import { i as PayloadType, n as LONGEST_FRAME, r as MalformedFrame, t as Flag } from "./agent-message-DDO4RNET.js";
import { i as frameSender, n as jsonPayload, r as readHandshakeRequest, t as MessageStream } from "./message-stream-Dhb4C345.js";
import { Duplex } from "node:stream";
// src/communicators/ssm/port-stream.ts
const CHUNK = 1024;
const MOST_UNREAD = 67108864;
const MOST_UNSENT = 65536;
var PortStream = class extends Duplex {
	#ends;
	#unsent = [];
	#unsentBytes = 0;
	#isFlushing = false;
	#onFlushed = [];
	constructor(ends) {
		super({ allowHalfOpen: false });
		this.#ends = ends;
	}
	arrived(bytes) {
		if (this.destroyed) return;
		this.push(bytes);
		if (this.readableLength > MOST_UNREAD) this.destroy(/* @__PURE__ */ new Error(`the machine sends more than anybody reads (${MOST_UNREAD} bytes)`));
	}
	_read() {}
	_write(chunk, _encoding, done) {
		this.#unsent.push(chunk);
		this.#unsentBytes += chunk.length;
		if (this.#unsentBytes < MOST_UNSENT) done();
		else this.#onFlushed.push(done);
		this.#flushSoon();
	}
	_final(done) {
		const hangUp = () => {
			done();
			this.destroy();
		};
		if (this.#isFlushing) this.#onFlushed.push(hangUp);
		else hangUp();
	}
	_destroy(error, done) {
		this.#unsent = [];
		this.#ends.onDestroy();
		done(error);
		for (const flushed of this.#onFlushed.splice(0)) flushed();
	}
	#flushSoon() {
		if (this.#isFlushing) return;
		this.#isFlushing = true;
		process.nextTick(() => void this.#flush());
	}
	async #flush() {
		while (this.#unsentBytes > 0 && !this.destroyed) {
			const bytes = Buffer.concat(this.#unsent);
			this.#unsent = [];
			this.#unsentBytes = 0;
			for (let at = 0; at < bytes.length && !this.destroyed; at += CHUNK) await this.#ends.send(bytes.subarray(at, at + CHUNK));
			if (this.#unsentBytes === 0) break;
		}
		this.#isFlushing = false;
		for (const flushed of this.#onFlushed.splice(0)) flushed();
	}
};
// src/communicators/ssm/data-channel.ts
const CLIENT_VERSION = "1.1.61.0";
const CONNECT_LIMIT_MS = 15e3;
const HANDSHAKE_LIMIT_MS = 2e4;
const FIRST_BYTES_LIMIT_MS = 5e3;
const RESUME_LIMIT_MS = 6e4;
const FIRST_RESUME_PAUSE_MS = 200;
const LONGEST_RESUME_PAUSE_MS = 5e3;
const GOODBYE_MS = 1e3;
const PING_MS = 3e5;
async function openDataChannel(grant, settings, signal) {
	const channel = new DataChannel(grant, settings);
	try {
		await channel.open(signal);
		return channel.stream;
	} catch (error) {
		channel.stream.destroy();
		throw error;
	}
}
var DataChannel = class {
	stream;
	#grant;
	#settings;
	#clientId;
	#messages;
	#ended = new AbortController();
	#firstBytes;
	#onFirstBytes = () => void 0;
	#handshake;
	#onHandshake = () => void 0;
	#socket;
	#hasAnswered = false;
	#isReady = false;
	#connectedAt = 0;
	#lostSince;
	#losses = 0;
	constructor(grant, settings) {
		const { clock, ids } = settings;
		this.#grant = grant;
		this.#settings = settings;
		this.#clientId = ids.uuid();
		this.#firstBytes = new Promise((resolve) => {
			this.#onFirstBytes = resolve;
		});
		this.#handshake = new Promise((resolve) => {
			this.#onHandshake = resolve;
		});
		this.stream = new PortStream({
			send: (chunk) => this.#messages.send(PayloadType.output, chunk),
			onDestroy: () => this.#hangUp()
		});
		this.stream.on("error", () => void 0);
		this.#messages = new MessageStream({
			sends: "input_stream_data",
			takes: "output_stream_data",
			clock,
			ids,
			onMessage: (type, payload) => this.#onMessage(type, payload),
			onClosed: (reason) => this.#onClosed(reason),
			onStalled: () => this.#socket?.terminate()
		});
	}
	async open(signal) {
		const { clock } = this.#settings;
		const failed = new Promise((_, reject) => {
			this.stream.once("error", reject);
			this.stream.once("close", () => reject(/* @__PURE__ */ new Error("the session has ended")));
		});
		failed.catch(() => void 0);
		const done = new AbortController();
		const limit = (milliseconds, what) => clock.sleep(milliseconds, AbortSignal.any([signal, done.signal])).then(() => Promise.reject(new Error(what)));
		const within = async (work, milliseconds, what) => {
			const tooLate = limit(milliseconds, what);
			tooLate.catch(() => void 0);
			return orAborted(Promise.race([
				work,
				failed,
				tooLate
			]), signal);
		};
		try {
			const { streamUrl, token } = this.#grant;
			await within(this.#connect(streamUrl, token, signal), CONNECT_LIMIT_MS, "Session Manager does not answer");
			await within(this.#handshake, HANDSHAKE_LIMIT_MS, "the SSM agent does not answer");
			this.#isReady = true;
			await within(this.#firstBytes, FIRST_BYTES_LIMIT_MS, "").catch((error) => {
				if (signal.aborted || this.stream.destroyed) throw error;
			});
		} finally {
			done.abort();
		}
	}
	async #connect(streamUrl, token, signal) {
		const { ids, agentFor } = this.#settings;
		const { WebSocket: Socket } = await import("./wrapper-DwWUn5VL.js");
		const isSecure = streamUrl.startsWith("wss:");
		const { isInsecure } = this.#grant;
		const agent = await agentFor({
			isSecure,
			isInsecure
		});
		this.#ended.signal.throwIfAborted();
		signal.throwIfAborted();
		const socket = new Socket(streamUrl, {
			maxPayload: LONGEST_FRAME,
			perMessageDeflate: false,
			handshakeTimeout: CONNECT_LIMIT_MS,
			rejectUnauthorized: !isInsecure,
			...agent === void 0 ? {} : { agent }
		});
		socket.binaryType = "nodebuffer";
		const lost = new Promise((resolve) => {
			socket.once("error", resolve);
			socket.once("close", (code, reason) => resolve(closedBy(code, reason)));
		});
		socket.on("error", () => void 0);
		const opened = new Promise((resolve) => {
			socket.once("open", () => resolve());
		});
		this.#socket = socket;
		const stopListening = onAbort(signal, () => socket.terminate());
		const failure = await Promise.race([opened, lost]).finally(stopListening);
		signal.throwIfAborted();
		if (this.#ended.signal.aborted) {
			socket.terminate();
			throw new Error("the session has ended");
		}
		if (failure !== void 0) throw new Error(`Session Manager can't be reached: ${errorMessage(failure)}`);
		socket.on("message", (data, isBinary) => {
			if (isBinary && Buffer.isBuffer(data)) this.#receive(data);
		});
		const open = {
			MessageSchemaVersion: "1.0",
			RequestId: ids.uuid(),
			TokenValue: token,
			ClientId: this.#clientId,
			ClientVersion: CLIENT_VERSION
		};
		socket.send(jsonPayload(open).toString("utf8"));
		this.#connectedAt = this.#settings.clock.monotonic();
		this.#messages.attach(frameSender(socket));
		lost.then((cause) => this.#lost(socket, cause));
		this.#keepAlive(socket);
	}
	#receive(frame) {
		try {
			this.#messages.receive(frame);
			this.#lostSince = void 0;
			this.#losses = 0;
		} catch (error) {
			if (!(error instanceof MalformedFrame)) throw error;
			this.stream.destroy(/* @__PURE__ */ new Error(`a message of the SSM agent can't be read: ${error.message}`));
		}
	}
	#onMessage(type, payload) {
		switch (type) {
			case PayloadType.handshakeRequest:
				if (!this.#hasAnswered) this.#answerHandshake(payload);
				return true;
			case PayloadType.handshakeComplete:
				this.#onHandshake();
				return true;
			case PayloadType.output:
				this.stream.arrived(payload);
				this.#onFirstBytes();
				return true;
			default: return true;
		}
	}
	#answerHandshake(payload) {
		const { RequestedClientActions: actions } = readHandshakeRequest(payload);
		this.#hasAnswered = true;
		const processed = actions.map(({ ActionType, ActionParameters }) => {
			const error = refusalOf(ActionType, ActionParameters);
			return {
				ActionType,
				ActionStatus: error === "" ? 1 : 3,
				ActionResult: null,
				Error: error
			};
		});
		const errors = processed.map(({ Error: error }) => error).filter((error) => error !== "");
		this.#messages.send(PayloadType.handshakeResponse, jsonPayload({
			ClientVersion: CLIENT_VERSION,
			ProcessedClientActions: processed,
			Errors: errors
		}));
		const [first] = errors;
		if (first !== void 0) this.stream.destroy(this.#refusedHandshake(first));
	}
	#refusedHandshake(reason) {
		return new BakeError(`Session Manager to ${this.#grant.machine}: the SSM agent asks for something else: ${reason}`, {
			code: "session-handshake",
			category: "connection",
			hint: "Sessions of AWS-StartPortForwardingSession are encrypted by TLS and SSH, and never by a KMS key of their own: check who answers at the endpoint of SSM, and the preferences of Session Manager."
		});
	}
	#onClosed(reason) {
		const said = printableLine(reason, false).trim().slice(0, 300);
		this.stream.destroy(/* @__PURE__ */ new Error(said === "" ? "the other side has ended the session" : `the session has ended: ${said}`));
	}
	async #lost(socket, cause) {
		if (this.#socket !== socket || this.#ended.signal.aborted) return;
		this.#messages.detach();
		if (!this.#isReady) {
			this.stream.destroy(cause);
			return;
		}
		const { clock } = this.#settings;
		const { signal } = this.#ended;
		let last = cause;
		const now = clock.monotonic();
		if (now - this.#connectedAt > RESUME_LIMIT_MS) {
			this.#lostSince = void 0;
			this.#losses = 0;
		}
		this.#lostSince ??= now;
		while (clock.monotonic() - this.#lostSince < RESUME_LIMIT_MS) {
			const pause = Math.min(LONGEST_RESUME_PAUSE_MS, FIRST_RESUME_PAUSE_MS * 2 ** this.#losses);
			this.#losses += 1;
			try {
				if (this.#losses > 1) await clock.sleep(pause, signal);
				await withDeadline(clock, RESUME_LIMIT_MS - (clock.monotonic() - this.#lostSince), () => /* @__PURE__ */ new Error("Session Manager does not answer"), signal, (limited) => orAborted(this.#resume(limited), limited));
				return;
			} catch (error) {
				if (signal.aborted) return;
				last = error;
				if (error instanceof BakeError) break;
			}
		}
		this.stream.destroy(new Error(`the connection to Session Manager is lost: ${errorMessage(last)}`, { cause: last }));
	}
	async #resume(signal) {
		const { streamUrl, token } = await this.#grant.resume(signal);
		this.#settings.secrets.register(token);
		await this.#connect(streamUrl, token, signal);
	}
	async #keepAlive(socket) {
		const closed = new AbortController();
		socket.once("close", () => closed.abort());
		const { clock } = this.#settings;
		const signal = AbortSignal.any([this.#ended.signal, closed.signal]);
		while (!signal.aborted) {
			await clock.sleep(PING_MS, signal).catch(() => void 0);
			if (!signal.aborted && socket.readyState === socket.OPEN) socket.ping("keepalive");
		}
	}
	#hangUp() {
		if (this.#ended.signal.aborted) return;
		const flag = Buffer.alloc(4);
		flag.writeUInt32BE(Flag.terminateSession);
		this.#messages.send(PayloadType.flag, flag);
		this.#messages.end();
		this.#ended.abort();
		const socket = this.#socket;
		if (socket === void 0) return;
		if (socket.readyState !== socket.OPEN) {
			socket.terminate();
			return;
		}
		const closed = new AbortController();
		socket.once("close", () => closed.abort());
		socket.close(1e3);
		this.#settings.clock.sleep(GOODBYE_MS, closed.signal).then(() => socket.terminate(), () => void 0);
	}
};
function refusalOf(type, parameters) {
	const name = printableLine(type, false).slice(0, 60);
	if (type === "KMSEncryption") return "encryption by a KMS key (KMSEncryption)";
	if (type !== "SessionType") return `an action "${name}"`;
	return (typeof parameters === "object" && parameters !== null && "SessionType" in parameters ? parameters.SessionType : "") === "Port" ? "" : "a session that leads to no port";
}
function closedBy(code, reason) {
	const said = printableLine(reason.toString("utf8"), false).slice(0, 200);
	return /* @__PURE__ */ new Error(`the connection was closed (${code}${said === "" ? "" : `: ${said}`})`);
}
export { openDataChannel };
