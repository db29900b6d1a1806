import { connect, type Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { Flag, MalformedFrame, PayloadType, writeAgentMessage } from '../../session-manager/agent-message.ts';
import { frameSender } from '../../session-manager/frame-sender.ts';
import { MessageStream } from '../../session-manager/message-stream.ts';
import { jsonPayload } from '../../session-manager/payloads.ts';

/** The newest agent that does not multiplex, whoever asks (amazon-ssm-agent 3.0.196.0 is the first one that does). */
export const AGENT_VERSION = '3.0.161.0';
/** What the agent reads from its port at a time. */
const CHUNK = 1_024;
/** What may wait for the machine's port to read it; a client's messages that find it full have to come again. */
const MOST_UNWRITTEN = 8 * 1_024 * 1_024;

export interface AgentSessionOptions {
  readonly sessionId: string;
  readonly instanceId: string;
  /** As StartSession was given it. */
  readonly portNumber: string;
  readonly localPortNumber: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where the port is now; undefined: nobody listens there. */
  where(): { readonly host: string; readonly port: number } | undefined;
  /** It has ended, on its own or by its client. */
  onEnd(): void;
}

/**
 * The agent's side of a port session, as amazon-ssm-agent does it in basic mode: one TCP connection, opened when the
 * handshake is complete, closed when the client says so, and opened again by the client's next bytes.
 */
export class AgentSession {
  readonly #options: AgentSessionOptions;
  readonly #stream: MessageStream;
  #socket: WebSocket | undefined;
  #tcp: Socket | undefined;
  #hasGreeted = false;
  #isReady = false;
  #hasEnded = false;

  constructor(options: AgentSessionOptions) {
    this.#options = options;
    const { clock, ids } = options;
    this.#stream = new MessageStream({
      sends: 'output_stream_data',
      takes: 'input_stream_data',
      clock,
      ids,
      onMessage: (type, payload) => this.#onMessage(type, payload),
      onClosed: () => undefined,
      onStalled: () => this.#socket?.terminate(),
    });
  }

  /** A client has shown its token on a new connection, which takes the place of an earlier one. */
  attach(socket: WebSocket): void {
    if (this.#hasEnded) {
      socket.close(1000);
      return;
    }
    this.#socket?.terminate();
    this.#socket = socket;
    socket.on('message', (data, isBinary) => {
      if (!isBinary || !Buffer.isBuffer(data) || this.#socket !== socket) return;
      try {
        this.#stream.receive(data);
      } catch (error) {
        // The agent writes it into its log.
        if (!(error instanceof MalformedFrame)) throw error;
      }
    });
    socket.once('close', () => {
      if (this.#socket === socket) this.#stream.detach();
    });
    this.#stream.attach(frameSender(socket));
    if (this.#hasGreeted) return;
    this.#hasGreeted = true;
    const { portNumber, localPortNumber } = this.#options;
    void this.#stream.send(
      PayloadType.handshakeRequest,
      jsonPayload({
        AgentVersion: AGENT_VERSION,
        RequestedClientActions: [
          {
            ActionType: 'SessionType',
            ActionParameters: {
              SessionType: 'Port',
              Properties: { localPortNumber, portNumber, type: 'LocalPortForwarding' },
            },
          },
        ],
      }),
    );
  }

  /** Breaks the connection to the client as a network does; the session goes on. */
  drop(): void {
    this.#socket?.terminate();
  }

  /** Ends the session; the client is told why. */
  end(reason: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    const { clock, ids, sessionId, instanceId } = this.#options;
    const socket = this.#socket;
    if (socket?.readyState === socket?.OPEN) {
      const id = ids.uuid();
      const closing = {
        MessageType: 'channel_closed',
        MessageId: id,
        DestinationId: instanceId,
        SessionId: sessionId,
        SchemaVersion: 1,
        CreatedDate: new Date(clock.now()).toISOString(),
        Output: reason,
      };
      const head = { type: 'channel_closed', createdAt: clock.now(), sequenceNumber: 0, flags: 0, id, payloadType: 0 };
      socket?.send(writeAgentMessage({ ...head, payload: jsonPayload(closing) }));
      socket?.close(1000);
    }
    this.#stream.end();
    this.#tcp?.destroy();
    this.#options.onEnd();
  }

  #onMessage(type: number, payload: Buffer): boolean {
    switch (type) {
      case PayloadType.handshakeResponse:
        void this.#stream.send(
          PayloadType.handshakeComplete,
          jsonPayload({ HandshakeTimeToComplete: 1_000_000, CustomerMessage: '' }),
        );
        this.#dial();
        return true;
      case PayloadType.flag: {
        const flag = payload.length === 4 ? payload.readUInt32BE(0) : 0;
        if (flag === Flag.terminateSession) this.end('');
        if (flag === Flag.disconnectFromPort) this.#tcp?.destroy();
        return true;
      }
      case PayloadType.output:
        // The client sends it again until somebody takes it.
        if (!this.#isReady) return false;
        if (this.#tcp === undefined || this.#tcp.destroyed) this.#dial();
        if ((this.#tcp?.writableLength ?? 0) > MOST_UNWRITTEN) return false;
        this.#tcp?.write(payload);
        return true;
      default:
        return true;
    }
  }

  #dial(): void {
    const at = this.#options.where();
    if (at === undefined) {
      this.#cannotConnect('connection refused');
      return;
    }
    const tcp = connect({ ...at, noDelay: true });
    this.#tcp = tcp;
    this.#isReady = true;
    let connected = false;
    tcp.once('connect', () => {
      connected = true;
    });
    tcp.on('error', (error) => {
      // Later on the agent waits for the client's next bytes, and tries again then.
      if (!connected) this.#cannotConnect(error.message);
    });
    tcp.on('data', (bytes) => void this.#forward(tcp, bytes));
  }

  async #forward(tcp: Socket, bytes: Buffer): Promise<void> {
    tcp.pause();
    for (let at = 0; at < bytes.length; at += CHUNK) {
      await this.#stream.send(PayloadType.output, bytes.subarray(at, at + CHUNK));
    }
    tcp.resume();
  }

  #cannotConnect(why: string): void {
    const { portNumber } = this.#options;
    this.end(`Unable to connect to specified port: dial tcp 127.0.0.1:${portNumber}: connect: ${why}`);
  }
}
