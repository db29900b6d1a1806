import { isRecord } from '../kernel/is-record.ts';
import { MalformedFrame } from './agent-message.ts';

/*
 * The JSON payloads of a data channel, as both ends write them. Sources: as in agent-message.ts (contracts/model.go,
 * src/message/handshakemessage.go).
 */

/** The first message on a new connection, as text: who connects, with the token that allows it. */
export interface OpenDataChannel {
  readonly MessageSchemaVersion: '1.0';
  /** A UUID. */
  readonly RequestId: string;
  /** A secret. */
  readonly TokenValue: string;
  /** A UUID. */
  readonly ClientId: string;
  readonly ClientVersion: string;
}

export interface HandshakeRequest {
  readonly AgentVersion: string;
  readonly RequestedClientActions: readonly { readonly ActionType: string; readonly ActionParameters: unknown }[];
}

export interface HandshakeResponse {
  readonly ClientVersion: string;
  readonly ProcessedClientActions: readonly {
    readonly ActionType: string;
    /** 1: done, 2: failed, 3: not supported. */
    readonly ActionStatus: number;
    readonly ActionResult: null;
    readonly Error: string;
  }[];
  readonly Errors: readonly string[];
}

export interface Acknowledgement {
  readonly AcknowledgedMessageType: string;
  readonly AcknowledgedMessageId: string;
  readonly AcknowledgedMessageSequenceNumber: number;
  readonly IsSequentialMessage: boolean;
}

export function jsonPayload(
  value: OpenDataChannel | HandshakeRequest | HandshakeResponse | Acknowledgement | Readonly<Record<string, unknown>>,
): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

/** Throws MalformedFrame. */
function readObject(payload: Buffer): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(payload.toString('utf8'));
  } catch {
    throw new MalformedFrame('its payload is no JSON');
  }
  if (!isRecord(value)) throw new MalformedFrame('its payload is no JSON object');
  return value;
}

/** The agent asks for two things at most: the type of the session, and a KMS key. */
const MOST_ACTIONS = 16;

/** Throws MalformedFrame. */
export function readHandshakeRequest(payload: Buffer): HandshakeRequest {
  const { AgentVersion: version, RequestedClientActions: actions } = readObject(payload);
  if (!Array.isArray(actions)) throw new MalformedFrame('its handshake asks for nothing');
  if (actions.length > MOST_ACTIONS) throw new MalformedFrame(`its handshake asks for ${actions.length} things`);
  return {
    AgentVersion: textOr(version, 'unknown'),
    RequestedClientActions: actions.filter(isRecord).map(({ ActionType, ActionParameters }) => ({
      ActionType: textOr(ActionType, ''),
      ActionParameters,
    })),
  };
}

/** The sequence number that is acknowledged. Throws MalformedFrame. */
export function readAcknowledgement(payload: Buffer): number {
  const { AcknowledgedMessageSequenceNumber: number } = readObject(payload);
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new MalformedFrame('it acknowledges nothing');
  }
  return number;
}

/** Why the other side has closed the channel; empty where it does not say. */
export function readClosing(payload: Buffer): string {
  try {
    return textOr(readObject(payload)['Output'], '');
  } catch {
    return '';
  }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
