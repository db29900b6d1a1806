import { t as isRecord } from "./is-record-DahPzVSt.js";
import { a as readAgentMessage, o as writeAgentMessage, r as MalformedFrame } from "./agent-message-DDO4RNET.js";
// src/session-manager/frame-sender.ts
const MOST_WAITING = 16777216;
function frameSender(socket) {
	return (frame) => {
		if (socket.readyState === socket.OPEN && socket.bufferedAmount < MOST_WAITING) socket.send(frame);
	};
}
// src/session-manager/payloads.ts
function jsonPayload(value) {
	return Buffer.from(JSON.stringify(value), "utf8");
}
function readObject(payload) {
	let value;
	try {
		value = JSON.parse(payload.toString("utf8"));
	} catch {
		throw new MalformedFrame("its payload is no JSON");
	}
	if (!isRecord(value)) throw new MalformedFrame("its payload is no JSON object");
	return value;
}
const MOST_ACTIONS = 16;
function readHandshakeRequest(payload) {
	const { AgentVersion: version, RequestedClientActions: actions } = readObject(payload);
	if (!Array.isArray(actions)) throw new MalformedFrame("its handshake asks for nothing");
	if (actions.length > MOST_ACTIONS) throw new MalformedFrame(`its handshake asks for ${actions.length} things`);
	return {
		AgentVersion: textOr(version, "unknown"),
		RequestedClientActions: actions.filter(isRecord).map(({ ActionType, ActionParameters }) => ({
			ActionType: textOr(ActionType, ""),
			ActionParameters
		}))
	};
}
function readAcknowledgement(payload) {
	const { AcknowledgedMessageSequenceNumber: number } = readObject(payload);
	if (typeof number !== "number" || !Number.isSafeInteger(number)) throw new MalformedFrame("it acknowledges nothing");
	return number;
}
function readClosing(payload) {
	try {
		return textOr(readObject(payload)["Output"], "");
	} catch {
		return "";
	}
}
function textOr(value, otherwise) {
	return typeof value === "string" ? value : otherwise;
}
// src/session-manager/message-stream.ts
const RESEND_TICK_MS = 100;
const FIRST_TIMEOUT_MS = 200;
const LONGEST_TIMEOUT_MS = 1e3;
const STALL_MS = 2e4;
const WINDOW = 512;
const MOST_EARLY = 1e4;
const MOST_EARLY_BYTES = 16777216;
var MessageStream = class {
	#options;
	#ended = new AbortController();
	#unacknowledged = /* @__PURE__ */ new Map();
	#early = /* @__PURE__ */ new Map();
	#earlyBytes = 0;
	#room = [];
	#send;
	#isPaused = false;
	#nextOut = 0;
	#nextIn = 0;
	#smoothed;
	#variation = 0;
	#timeout = FIRST_TIMEOUT_MS;
	#isWatching = false;
	#isTryingAgain = false;
	#freshAt = 0;
	constructor(options) {
		this.#options = options;
	}
	attach(send) {
		this.#send = send;
		this.#isPaused = false;
		this.#freshAt = this.#options.clock.monotonic();
		this.#repeatAll();
	}
	detach() {
		this.#send = void 0;
	}
	end() {
		this.#ended.abort();
		this.#send = void 0;
		this.#letGo();
	}
	async send(payloadType, payload) {
		if (this.#ended.signal.aborted) return;
		const { clock, ids, sends } = this.#options;
		const sequenceNumber = this.#nextOut;
		this.#nextOut += 1;
		const frame = writeAgentMessage({
			type: sends,
			createdAt: clock.now(),
			sequenceNumber,
			flags: sequenceNumber === 0 ? 1 : 0,
			id: ids.uuid(),
			payloadType,
			payload
		});
		const now = clock.monotonic();
		this.#unacknowledged.set(sequenceNumber, {
			sequenceNumber,
			frame,
			firstSentAt: now,
			sentAt: now,
			isRepeated: false
		});
		this.#put(frame);
		this.#watch();
		if (this.#unacknowledged.size < WINDOW) return;
		await new Promise((resolve) => {
			this.#room.push(resolve);
		});
	}
	receive(frame) {
		if (this.#ended.signal.aborted) return;
		const message = readAgentMessage(frame);
		switch (message.type) {
			case this.#options.takes:
				this.#goOn();
				this.#take(message);
				return;
			case "acknowledge":
				this.#goOn();
				this.#acknowledged(readAcknowledgement(message.payload));
				return;
			case "channel_closed":
				this.#options.onClosed(readClosing(message.payload));
				return;
			case "pause_publication":
				this.#isPaused = true;
				return;
			case "start_publication":
				this.#goOn();
				return;
		}
	}
	#goOn() {
		if (!this.#isPaused) return;
		this.#isPaused = false;
		this.#repeatAll();
	}
	#take(message) {
		const { sequenceNumber } = message;
		if (sequenceNumber > this.#nextIn) {
			if (this.#keepEarly(message)) this.#acknowledge(message);
			return;
		}
		if (sequenceNumber < this.#nextIn) {
			this.#acknowledge(message);
			return;
		}
		if (!this.#deliver(message)) return;
		this.#forgetEarly(sequenceNumber);
		this.#acknowledge(message);
		this.#deliverEarly();
	}
	#keepEarly(message) {
		const { sequenceNumber, payload } = message;
		if (this.#early.has(sequenceNumber)) return true;
		if (this.#early.size >= MOST_EARLY || this.#earlyBytes + payload.length > MOST_EARLY_BYTES) return false;
		this.#early.set(sequenceNumber, message);
		this.#earlyBytes += payload.length;
		return true;
	}
	#deliverEarly() {
		for (;;) {
			const next = this.#early.get(this.#nextIn);
			if (next === void 0) return;
			if (!this.#deliver(next)) {
				this.#tryAgain();
				return;
			}
			this.#forgetEarly(next.sequenceNumber);
		}
	}
	#forgetEarly(sequenceNumber) {
		this.#earlyBytes -= this.#early.get(sequenceNumber)?.payload.length ?? 0;
		this.#early.delete(sequenceNumber);
	}
	async #tryAgain() {
		if (this.#isTryingAgain) return;
		this.#isTryingAgain = true;
		try {
			await this.#options.clock.sleep(RESEND_TICK_MS, this.#ended.signal);
		} catch {
			return;
		} finally {
			this.#isTryingAgain = false;
		}
		this.#deliverEarly();
	}
	#deliver({ payloadType, payload, sequenceNumber }) {
		if (!this.#options.onMessage(payloadType, payload)) return false;
		this.#nextIn = sequenceNumber + 1;
		return true;
	}
	#acknowledge(message) {
		const { clock, ids } = this.#options;
		this.#put(writeAgentMessage({
			type: "acknowledge",
			createdAt: clock.now(),
			sequenceNumber: 0,
			flags: 3,
			id: ids.uuid(),
			payloadType: 0,
			payload: jsonPayload({
				AcknowledgedMessageType: message.type,
				AcknowledgedMessageId: message.id,
				AcknowledgedMessageSequenceNumber: message.sequenceNumber,
				IsSequentialMessage: true
			})
		}));
	}
	#acknowledged(sequenceNumber) {
		const sent = this.#unacknowledged.get(sequenceNumber);
		if (sent === void 0) return;
		this.#unacknowledged.delete(sequenceNumber);
		if (!sent.isRepeated) this.#measure(this.#options.clock.monotonic() - sent.sentAt);
		if (this.#unacknowledged.size < WINDOW) this.#letGo();
	}
	#measure(roundTrip) {
		if (this.#smoothed === void 0) {
			this.#smoothed = roundTrip;
			this.#variation = roundTrip / 2;
		} else {
			this.#variation = .75 * this.#variation + .25 * Math.abs(this.#smoothed - roundTrip);
			this.#smoothed = .875 * this.#smoothed + .125 * roundTrip;
		}
		this.#timeout = Math.min(LONGEST_TIMEOUT_MS, this.#smoothed + Math.max(RESEND_TICK_MS, 4 * this.#variation));
	}
	#letGo() {
		const waiting = this.#room;
		this.#room = [];
		for (const resolve of waiting) resolve();
	}
	#put(frame) {
		if (!this.#isPaused) this.#send?.(frame);
	}
	#repeatAll() {
		for (const sent of this.#unacknowledged.values()) this.#repeat(sent);
	}
	#repeat(sent) {
		sent.sentAt = this.#options.clock.monotonic();
		sent.isRepeated = true;
		this.#put(sent.frame);
	}
	async #watch() {
		if (this.#isWatching) return;
		this.#isWatching = true;
		const { clock } = this.#options;
		try {
			while (this.#unacknowledged.size > 0) {
				await clock.sleep(RESEND_TICK_MS, this.#ended.signal);
				const [oldest] = this.#unacknowledged.values();
				const now = clock.monotonic();
				if (oldest === void 0) break;
				if (this.#send === void 0 || this.#isPaused) this.#freshAt = now;
				else if (now - Math.max(this.#freshAt, oldest.firstSentAt) > STALL_MS) {
					this.#freshAt = now;
					this.#options.onStalled();
				} else if (now - oldest.sentAt > this.#timeout) this.#repeat(oldest);
			}
		} catch {} finally {
			this.#isWatching = false;
		}
	}
};
export { frameSender as i, jsonPayload as n, readHandshakeRequest as r, MessageStream as t };
