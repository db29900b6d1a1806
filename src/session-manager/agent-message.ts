import { createHash } from 'node:crypto';

/*
 * The frames of a Session Manager data channel. All numbers are big-endian. Source: the open sources of both ends
 * (github.com/aws/amazon-ssm-agent, agent/session/contracts/agentmessage.go; github.com/aws/session-manager-plugin,
 * src/message).
 *
 *   0 header length (4)   4 message type (32, padded)   36 schema version (4)   40 created, Unix ms (8)
 *  48 sequence number (8)   56 flags (8)   64 message id (16)   80 SHA-256 of the payload (32)
 * 112 payload type (4)   116 payload length (4)   120 payload
 */

export type MessageType =
  | 'input_stream_data'
  | 'output_stream_data'
  | 'acknowledge'
  | 'channel_closed'
  | 'start_publication'
  | 'pause_publication';

export interface AgentMessage {
  /** One of `MessageType`, or what a later version of the protocol adds. */
  readonly type: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly sequenceNumber: number;
  /** Bit 0: the first of its stream; bit 1: the last. */
  readonly flags: number;
  /** A UUID. */
  readonly id: string;
  /** See `PayloadType`; 0 where the message has none. */
  readonly payloadType: number;
  readonly payload: Buffer;
}

/** What the payload of a stream message is. */
export const PayloadType = {
  output: 1,
  handshakeRequest: 5,
  handshakeResponse: 6,
  handshakeComplete: 7,
  encryptionChallengeRequest: 8,
  flag: 10,
} as const;

/** The payload of a `flag`: what the client wants of the agent. */
export const Flag = { disconnectFromPort: 1, terminateSession: 2, connectToPortError: 3 } as const;

const TYPE_AT = 4;
const TYPE_LENGTH = 32;
const SCHEMA_AT = 36;
const CREATED_AT = 40;
const SEQUENCE_AT = 48;
const FLAGS_AT = 56;
const ID_AT = 64;
const DIGEST_AT = 80;
const DIGEST_LENGTH = 32;
const PAYLOAD_TYPE_AT = 112;
const HEADER_LENGTH = 116;
const PAYLOAD_AT = HEADER_LENGTH + 4;

/** No end sends more: payloads of a stream have 1,024 bytes, those of a handshake a few thousand. */
export const LONGEST_FRAME = 256 * 1_024;

/** A frame that does not hold what it has to. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}

export function writeAgentMessage(message: AgentMessage): Buffer {
  const { payload } = message;
  const frame = Buffer.alloc(PAYLOAD_AT + payload.length);
  frame.writeUInt32BE(HEADER_LENGTH, 0);
  frame.fill(' ', TYPE_AT, TYPE_AT + TYPE_LENGTH);
  frame.write(message.type, TYPE_AT, TYPE_LENGTH, 'latin1');
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

/** Throws MalformedFrame: what comes in is written by a machine that may be anybody's. */
export function readAgentMessage(frame: Buffer): AgentMessage {
  if (frame.length > LONGEST_FRAME) throw new MalformedFrame(`it has ${frame.length} bytes`);
  if (frame.length < PAYLOAD_TYPE_AT + 4) throw new MalformedFrame(`it has only ${frame.length} bytes`);
  const headerLength = frame.readUInt32BE(0);
  // What the service itself sends may do without a payload type.
  if (headerLength < PAYLOAD_TYPE_AT || headerLength + 4 > frame.length) {
    throw new MalformedFrame(`its header is said to have ${headerLength} bytes`);
  }
  const type = frame
    .toString('latin1', TYPE_AT, TYPE_AT + TYPE_LENGTH)
    .replaceAll('\0', '')
    .trim();
  const length = frame.readUInt32BE(headerLength);
  const payload = frame.subarray(headerLength + 4);
  if (length !== payload.length) {
    throw new MalformedFrame(`its payload is said to have ${length} bytes, and has ${payload.length}`);
  }
  if (length > 0 && !digest(payload).equals(frame.subarray(DIGEST_AT, DIGEST_AT + DIGEST_LENGTH))) {
    throw new MalformedFrame('the digest of its payload is wrong');
  }
  return {
    type,
    createdAt: whole(frame.readBigUInt64BE(CREATED_AT), 'date'),
    sequenceNumber: whole(frame.readBigInt64BE(SEQUENCE_AT), 'sequence number'),
    flags: Number(frame.readBigUInt64BE(FLAGS_AT) & 3n),
    id: readId(frame),
    payloadType: headerLength >= HEADER_LENGTH ? frame.readUInt32BE(PAYLOAD_TYPE_AT) : 0,
    payload,
  };
}

function whole(value: bigint, what: string): number {
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new MalformedFrame(`its ${what} is ${value}`);
  return Number(value);
}

function digest(payload: Buffer): Buffer {
  return createHash('sha256').update(payload).digest();
}

/** The less significant half of a UUID comes first. */
function writeId(frame: Buffer, id: string): void {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  bytes.copy(frame, ID_AT, 8, 16);
  bytes.copy(frame, ID_AT + 8, 0, 8);
}

function readId(frame: Buffer): string {
  const hex = frame.toString('hex', ID_AT + 8, ID_AT + 16) + frame.toString('hex', ID_AT, ID_AT + 8);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
