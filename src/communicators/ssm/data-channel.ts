import type { Agent } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { PortSessionGrant } from '../../engine/ports.ts';
import { onAbort } from '../../kernel/abort.ts';
import type { Clock } from '../../kernel/clock.ts';
import { orAborted, withDeadline } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { printableLine } from '../../kernel/hostile-text.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { SecretRegistry } from '../../kernel/secrets.ts';
import { Flag, LONGEST_FRAME, MalformedFrame, PayloadType } from '../../session-manager/agent-message.ts';
import { frameSender } from '../../session-manager/frame-sender.ts';
import { MessageStream } from '../../session-manager/message-stream.ts';
import { jsonPayload, readHandshakeRequest } from '../../session-manager/payloads.ts';
import { PortStream } from './port-stream.ts';

export interface DataChannelSettings {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: SecretRegistry;
  /** For connections that go through a proxy; undefined: straight. */
  readonly agentFor: (options: {
    readonly isSecure: boolean;
    readonly isInsecure: boolean;
  }) => Promise<Agent | undefined>;
}

/**
 * An agent multiplexes for clients from 1.1.70 on; below that a session is one TCP connection, which is what is wanted
 * here (amazon-ssm-agent, agent/session/plugins/port/port.go).
 */
const CLIENT_VERSION = '1.1.61.0';
const CONNECT_LIMIT_MS = 15_000;
/** From the open channel to the end of the agent's handshake. */
const HANDSHAKE_LIMIT_MS = 20_000;
/** A server that waits for its client to speak first says nothing; SSH's does not wait. */
const FIRST_BYTES_LIMIT_MS = 5_000;
/** How long a lost connection may take to be replaced by one that brings something, and between two tries for that. */
const RESUME_LIMIT_MS = 60_000;
const FIRST_RESUME_PAUSE_MS = 200;
const LONGEST_RESUME_PAUSE_MS = 5_000;
const GOODBYE_MS = 1_000;
/** AWS's own client pings as often. */
const PING_MS = 5 * 60_000;

/**
 * Opens the data channel of a session and gives the TCP connection behind it as a stream. A connection that is lost is
 * replaced without anything of the stream being lost. Rejects with the reason when the agent or the service ends it.
 */
export async function openDataChannel(
  grant: PortSessionGrant,
  settings: DataChannelSettings,
  signal: AbortSignal,
): Promise<Duplex> {
  const channel = new DataChannel(grant, settings);
  try {
    await channel.open(signal);
    return channel.stream;
  } catch (error) {
    channel.stream.destroy();
    throw error;
  }
}

class DataChannel {
  readonly stream: PortStream;
  readonly #grant: PortSessionGrant;
  readonly #settings: DataChannelSettings;
  readonly #clientId: string;
  readonly #messages: MessageStream;
  readonly #ended = new AbortController();
  readonly #firstBytes: Promise<void>;
  #onFirstBytes: () => void = () => undefined;
  readonly #handshake: Promise<void>;
  #onHandshake: () => void = () => undefined;
  #socket: WebSocket | undefined;
  #hasAnswered = false;
  #isReady = false;
  #connectedAt = 0;
  /** Since the other side has last said anything: when the first connection was lost, and how many were. */
  #lostSince: number | undefined;
  #losses = 0;

  constructor(grant: PortSessionGrant, settings: DataChannelSettings) {
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
      onDestroy: () => this.#hangUp(),
    });
    // Whoever waits hears of it by `open`, or by the stream's own events.
    this.stream.on('error', () => undefined);
    this.#messages = new MessageStream({
      sends: 'input_stream_data',
      takes: 'output_stream_data',
      clock,
      ids,
      onMessage: (type, payload) => this.#onMessage(type, payload),
      onClosed: (reason) => this.#onClosed(reason),
      onStalled: () => this.#socket?.terminate(),
    });
  }

  async open(signal: AbortSignal): Promise<void> {
    const { clock } = this.#settings;
    const failed = new Promise<never>((_, reject) => {
      this.stream.once('error', reject);
      this.stream.once('close', () => reject(new Error('the session has ended')));
    });
    failed.catch(() => undefined);
    const done = new AbortController();
    const limit = (milliseconds: number, what: string): Promise<never> =>
      clock.sleep(milliseconds, AbortSignal.any([signal, done.signal])).then(() => Promise.reject(new Error(what)));
    const within = async <T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> => {
      const tooLate = limit(milliseconds, what);
      tooLate.catch(() => undefined);
      return orAborted(Promise.race([work, failed, tooLate]), signal);
    };
    try {
      const { streamUrl, token } = this.#grant;
      await within(this.#connect(streamUrl, token, signal), CONNECT_LIMIT_MS, 'Session Manager does not answer');
      await within(this.#handshake, HANDSHAKE_LIMIT_MS, 'the SSM agent does not answer');
      this.#isReady = true;
      await within(this.#firstBytes, FIRST_BYTES_LIMIT_MS, '').catch((error: unknown) => {
        if (signal.aborted || this.stream.destroyed) throw error;
      });
    } finally {
      done.abort();
    }
  }

  /** Resolves when the connection is there and has been told who we are; from then on its loss is made good. */
  async #connect(streamUrl: string, token: string, signal: AbortSignal): Promise<void> {
    const { ids, agentFor } = this.#settings;
    const { WebSocket: Socket } = await import('ws');
    const isSecure = streamUrl.startsWith('wss:');
    const { isInsecure } = this.#grant;
    const agent = await agentFor({ isSecure, isInsecure });
    this.#ended.signal.throwIfAborted();
    signal.throwIfAborted();
    const socket = new Socket(streamUrl, {
      maxPayload: LONGEST_FRAME,
      perMessageDeflate: false,
      handshakeTimeout: CONNECT_LIMIT_MS,
      rejectUnauthorized: !isInsecure,
      ...(agent === undefined ? {} : { agent }),
    });
    socket.binaryType = 'nodebuffer';
    const lost = new Promise<Error>((resolve) => {
      socket.once('error', resolve);
      socket.once('close', (code, reason) => resolve(closedBy(code, reason)));
    });
    // The first one tells why; those that follow must not end the process.
    socket.on('error', () => undefined);
    const opened = new Promise<void>((resolve) => {
      socket.once('open', () => resolve());
    });
    this.#socket = socket;
    // Its own limit is one for silence: who sends a byte now and then would hold it for hours.
    const stopListening = onAbort(signal, () => socket.terminate());
    const failure = await Promise.race([opened, lost]).finally(stopListening);
    signal.throwIfAborted();
    if (this.#ended.signal.aborted) {
      socket.terminate();
      throw new Error('the session has ended');
    }
    if (failure !== undefined) throw new Error(`Session Manager can't be reached: ${errorMessage(failure)}`);
    socket.on('message', (data, isBinary) => {
      if (isBinary && Buffer.isBuffer(data)) this.#receive(data);
    });
    const open = {
      MessageSchemaVersion: '1.0',
      RequestId: ids.uuid(),
      TokenValue: token,
      ClientId: this.#clientId,
      ClientVersion: CLIENT_VERSION,
    } as const;
    socket.send(jsonPayload(open).toString('utf8'));
    this.#connectedAt = this.#settings.clock.monotonic();
    this.#messages.attach(frameSender(socket));
    void lost.then((cause) => this.#lost(socket, cause));
    void this.#keepAlive(socket);
  }

  #receive(frame: Buffer): void {
    try {
      this.#messages.receive(frame);
      this.#lostSince = undefined;
      this.#losses = 0;
    } catch (error) {
      if (!(error instanceof MalformedFrame)) throw error;
      this.stream.destroy(new Error(`a message of the SSM agent can't be read: ${error.message}`));
    }
  }

  #onMessage(type: number, payload: Buffer): boolean {
    switch (type) {
      case PayloadType.handshakeRequest:
        // An agent asks once; one that goes on asking must not fill the memory with answers.
        if (!this.#hasAnswered) this.#answerHandshake(payload);
        return true;
      case PayloadType.handshakeComplete:
        this.#onHandshake();
        return true;
      case PayloadType.output:
        this.stream.arrived(payload);
        this.#onFirstBytes();
        return true;
      default:
        return true;
    }
  }

  #answerHandshake(payload: Buffer): void {
    const { RequestedClientActions: actions } = readHandshakeRequest(payload);
    this.#hasAnswered = true;
    const processed = actions.map(({ ActionType, ActionParameters }) => {
      const error = refusalOf(ActionType, ActionParameters);
      return { ActionType, ActionStatus: error === '' ? 1 : 3, ActionResult: null, Error: error };
    });
    const errors = processed.map(({ Error: error }) => error).filter((error) => error !== '');
    void this.#messages.send(
      PayloadType.handshakeResponse,
      jsonPayload({ ClientVersion: CLIENT_VERSION, ProcessedClientActions: processed, Errors: errors }),
    );
    const [first] = errors;
    if (first !== undefined) this.stream.destroy(this.#refusedHandshake(first));
  }

  #refusedHandshake(reason: string): BakeError {
    return new BakeError(
      `Session Manager to ${this.#grant.machine}: the SSM agent asks for something else: ${reason}`,
      {
        code: 'session-handshake',
        category: 'connection',
        hint: 'Sessions of AWS-StartPortForwardingSession are encrypted by TLS and SSH, and never by a KMS key of their own: check who answers at the endpoint of SSM, and the preferences of Session Manager.',
      },
    );
  }

  #onClosed(reason: string): void {
    const said = printableLine(reason, false).trim().slice(0, 300);
    this.stream.destroy(
      new Error(said === '' ? 'the other side has ended the session' : `the session has ended: ${said}`),
    );
  }

  /** The connection is gone and the session is not: another one takes its place. */
  async #lost(socket: WebSocket, cause: Error): Promise<void> {
    if (this.#socket !== socket || this.#ended.signal.aborted) return;
    this.#messages.detach();
    // Before there is anything to lose, the next try starts afresh.
    if (!this.#isReady) {
      this.stream.destroy(cause);
      return;
    }
    const { clock } = this.#settings;
    const { signal } = this.#ended;
    let last: unknown = cause;
    const now = clock.monotonic();
    // Counted over connections too: one that is closed as soon as it is there is no connection. One that was idle is.
    if (now - this.#connectedAt > RESUME_LIMIT_MS) {
      this.#lostSince = undefined;
      this.#losses = 0;
    }
    this.#lostSince ??= now;
    while (clock.monotonic() - this.#lostSince < RESUME_LIMIT_MS) {
      const pause = Math.min(LONGEST_RESUME_PAUSE_MS, FIRST_RESUME_PAUSE_MS * 2 ** this.#losses);
      this.#losses += 1;
      try {
        if (this.#losses > 1) await clock.sleep(pause, signal);
        await withDeadline(
          clock,
          RESUME_LIMIT_MS - (clock.monotonic() - this.#lostSince),
          () => new Error('Session Manager does not answer'),
          signal,
          (limited) => orAborted(this.#resume(limited), limited),
        );
        return;
      } catch (error) {
        if (signal.aborted) return;
        last = error;
        if (error instanceof BakeError) break;
      }
    }
    this.stream.destroy(new Error(`the connection to Session Manager is lost: ${errorMessage(last)}`, { cause: last }));
  }

  async #resume(signal: AbortSignal): Promise<void> {
    const { streamUrl, token } = await this.#grant.resume(signal);
    this.#settings.secrets.register(token);
    await this.#connect(streamUrl, token, signal);
  }

  async #keepAlive(socket: WebSocket): Promise<void> {
    const closed = new AbortController();
    socket.once('close', () => closed.abort());
    const { clock } = this.#settings;
    const signal = AbortSignal.any([this.#ended.signal, closed.signal]);
    while (!signal.aborted) {
      await clock.sleep(PING_MS, signal).catch(() => undefined);
      if (!signal.aborted && socket.readyState === socket.OPEN) socket.ping('keepalive');
    }
  }

  /** Tells the agent that the session is over, and closes the connection; what the builder does more ends it for sure. */
  #hangUp(): void {
    if (this.#ended.signal.aborted) return;
    const flag = Buffer.alloc(4);
    flag.writeUInt32BE(Flag.terminateSession);
    void this.#messages.send(PayloadType.flag, flag);
    this.#messages.end();
    this.#ended.abort();
    const socket = this.#socket;
    if (socket === undefined) return;
    if (socket.readyState !== socket.OPEN) {
      socket.terminate();
      return;
    }
    const closed = new AbortController();
    socket.once('close', () => closed.abort());
    socket.close(1000);
    // Who does not answer a good-bye must not keep this process.
    this.#settings.clock.sleep(GOODBYE_MS, closed.signal).then(
      () => socket.terminate(),
      () => undefined,
    );
  }
}

/** Why an action that the agent asks for can't be done; empty: it is. */
function refusalOf(type: string, parameters: unknown): string {
  const name = printableLine(type, false).slice(0, 60);
  if (type === 'KMSEncryption') return 'encryption by a KMS key (KMSEncryption)';
  if (type !== 'SessionType') return `an action "${name}"`;
  const session =
    typeof parameters === 'object' && parameters !== null && 'SessionType' in parameters ? parameters.SessionType : '';
  return session === 'Port' ? '' : 'a session that leads to no port';
}

function closedBy(code: number, reason: Buffer): Error {
  const said = printableLine(reason.toString('utf8'), false).slice(0, 200);
  return new Error(`the connection was closed (${code}${said === '' ? '' : `: ${said}`})`);
}
