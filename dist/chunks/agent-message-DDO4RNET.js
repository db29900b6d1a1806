import { createHash } from "node:crypto";
// src/session-manager/agent-message.ts
const PayloadType = {
	output: 1,
	handshakeRequest: 5,
	handshakeResponse: 6,
	handshakeComplete: 7,
	encryptionChallengeRequest: 8,
	flag: 10
};
const Flag = {
	disconnectFromPort: 1,
	terminateSession: 2,
	connectToPortError: 3
};
const TYPE_AT = 4;
const TYPE_LENGTH = 32;
const SCHEMA_AT = 36;
const CREATED_AT = 40;
const SEQUENCE_AT = 48;
const FLAGS_AT = 56;
const ID_AT = 64;
const DIGEST_AT = 80;
const PAYLOAD_TYPE_AT = 112;
const HEADER_LENGTH = 116;
const PAYLOAD_AT = 120;
const LONGEST_FRAME = 262144;
var MalformedFrame = class extends Error {
	name = "MalformedFrame";
};
function writeAgentMessage(message) {
	const { payload } = message;
	const frame = Buffer.alloc(PAYLOAD_AT + payload.length);
	frame.writeUInt32BE(HEADER_LENGTH, 0);
	frame.fill(" ", TYPE_AT, 36);
	frame.write(message.type, TYPE_AT, TYPE_LENGTH, "latin1");
	frame.writeUInt32BE(1, SCHEMA_AT);
	frame.writeBigUInt64BE(BigInt(message.createdAt), CREATED_AT);
	frame.writeBigInt64BE(BigInt(message.sequenceNumber), SEQUENCE_AT);
	frame.writeBigUInt64BE(BigInt(message.flags), FLAGS_AT);
	writeId(frame, message.id);
	digest(payload).copy(frame, DIGEST_AT);
	frame.writeUInt32BE(message.payloadType, PAYLOAD_TYPE_AT);
	frame.writeUInt32BE(payload.length, HEADER_LENGTH);
	payload.copy(frame, PAYLOAD_AT);
	return frame;
}
function readAgentMessage(frame) {
	if (frame.length > 262144) throw new MalformedFrame(`it has ${frame.length} bytes`);
	if (frame.length < 116) throw new MalformedFrame(`it has only ${frame.length} bytes`);
	const headerLength = frame.readUInt32BE(0);
	if (headerLength < PAYLOAD_TYPE_AT || headerLength + 4 > frame.length) throw new MalformedFrame(`its header is said to have ${headerLength} bytes`);
	const type = frame.toString("latin1", TYPE_AT, 36).replaceAll("\0", "").trim();
	const length = frame.readUInt32BE(headerLength);
	const payload = frame.subarray(headerLength + 4);
	if (length !== payload.length) throw new MalformedFrame(`its payload is said to have ${length} bytes, and has ${payload.length}`);
	if (length > 0 && !digest(payload).equals(frame.subarray(DIGEST_AT, 112))) throw new MalformedFrame("the digest of its payload is wrong");
	return {
		type,
		createdAt: whole(frame.readBigUInt64BE(CREATED_AT), "date"),
		sequenceNumber: whole(frame.readBigInt64BE(SEQUENCE_AT), "sequence number"),
		flags: Number(frame.readBigUInt64BE(FLAGS_AT) & 3n),
		id: readId(frame),
		payloadType: headerLength >= HEADER_LENGTH ? frame.readUInt32BE(PAYLOAD_TYPE_AT) : 0,
		payload
	};
}
function whole(value, what) {
	if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new MalformedFrame(`its ${what} is ${value}`);
	return Number(value);
}
function digest(payload) {
	return createHash("sha256").update(payload).digest();
}
function writeId(frame, id) {
	const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
	bytes.copy(frame, ID_AT, 8, 16);
	bytes.copy(frame, 72, 0, 8);
}
function readId(frame) {
	const hex = frame.toString("hex", 72, 80) + frame.toString("hex", ID_AT, 72);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join("-");
}
export { readAgentMessage as a, PayloadType as i, LONGEST_FRAME as n, writeAgentMessage as o, MalformedFrame as r, Flag as t };
