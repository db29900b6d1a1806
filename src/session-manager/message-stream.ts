import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { type AgentMessage, type MessageType, readAgentMessage, writeAgentMessage } from './agent-message.ts';
import { jsonPayload, readAcknowledgement, readClosing } from './payloads.ts';

/** How often it is looked whether a message has to be sent again. */
const RESEND_TICK_MS = 100;
const FIRST_TIMEOUT_MS = 200;
const LONGEST_TIMEOUT_MS = 1_000;
/** A message that nobody acknowledges for so long: the connection is dead, whatever TCP says. */
const STALL_MS = 20_000;
/** Sent and not acknowledged; then the sender has to wait. The agent keeps ten thousand that come out of order. */
const WINDOW = 512;
/**
 * Messages that came before their turn, and their bytes: the agent keeps as many, and sends on without a window after a
 * loss; a hostile sender must not fill the memory.
 */
const MOST_EARLY = 10_000;
const MOST_EARLY_BYTES = 16 * 1_024 * 1_024;

export interface MessageStreamOptions {
  /** The type of the stream's messages that go out, and that come in. */
  readonly sends: Extract<MessageType, 'input_stream_data' | 'output_stream_data'>;
  readonly takes: Extract<MessageType, 'input_stream_data' | 'output_stream_data'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The next message in order. False: nobody can take it yet; the other side will send it again. */
  onMessage(payloadType: number, payload: Buffer): boolean;
  /** The other side has closed the channel, for the reason given (hostile text). */
  onClosed(reason: string): void;
  /** The connection takes what is sent, and nothing of it arrives. */
  onStalled(): void;
}

interface Sent {
  readonly sequenceNumber: number;
  readonly frame: Buffer;
  readonly firstSentAt: number;
  sentAt: number;
  isRepeated: boolean;
}

/**
 * One end of a data channel's stream: messages arrive once and in order, over a connection that may lose some, bring them
 * twice, or be replaced by another one (ResumeSession). What is not acknowledged is sent again.
 */
export class MessageStream {
  readonly #options: MessageStreamOptions;
  readonly #ended = new AbortController();
  readonly #unacknowledged = new Map<number, Sent>();
  readonly #early = new Map<number, AgentMessage>();
  #earlyBytes = 0;
  #room: (() => void)[] = [];
  #send: ((frame: Buffer) => void) | undefined;
  #isPaused = false;
  #nextOut = 0;
  #nextIn = 0;
  /** Of the round trip, for the time-out (RFC 6298). */
  #smoothed: number | undefined;
  #variation = 0;
  #timeout = FIRST_TIMEOUT_MS;
  #isWatching = false;
  #isTryingAgain = false;
  /** When the connection was new, or was given up. */
  #freshAt = 0;

  constructor(options: MessageStreamOptions) {
    this.#options = options;
  }

  /** From now on frames go out by `send`; what is not acknowledged goes out again at once. */
  attach(send: (frame: Buffer) => void): void {
    this.#send = send;
    this.#isPaused = false;
    this.#freshAt = this.#options.clock.monotonic();
    this.#repeatAll();
  }

  detach(): void {
    this.#send = undefined;
  }

  /** Ends it; what waits for room is let go. */
  end(): void {
    this.#ended.abort();
    this.#send = undefined;
    this.#letGo();
  }

  /** Resolves when there is room for another one. */
  async send(payloadType: number, payload: Buffer): Promise<void> {
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
      payload,
    });
    const now = clock.monotonic();
    this.#unacknowledged.set(sequenceNumber, {
      sequenceNumber,
      frame,
      firstSentAt: now,
      sentAt: now,
      isRepeated: false,
    });
    this.#put(frame);
    void this.#watch();
    if (this.#unacknowledged.size < WINDOW) return;
    await new Promise<void>((resolve) => {
      this.#room.push(resolve);
    });
  }

  /** Takes a frame off the connection. Throws MalformedFrame. */
  receive(frame: Buffer): void {
    if (this.#ended.signal.aborted) return;
    const message = readAgentMessage(frame);
    switch (message.type) {
      case this.#options.takes:
        this.#goOn();
        this.#take(message);
        return;
      case 'acknowledge':
        this.#goOn();
        this.#acknowledged(readAcknowledgement(message.payload));
        return;
      case 'channel_closed':
        this.#options.onClosed(readClosing(message.payload));
        return;
      case 'pause_publication':
        this.#isPaused = true;
        return;
      case 'start_publication':
        this.#goOn();
        return;
      default:
      // What a later version adds is nothing that this one has asked for.
    }
  }

  /** The pause is over, by whatever shows that the other side is there again: what was kept back meanwhile goes out. */
  #goOn(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#repeatAll();
  }

  #take(message: AgentMessage): void {
    const { sequenceNumber } = message;
    if (sequenceNumber > this.#nextIn) {
      if (this.#keepEarly(message)) this.#acknowledge(message);
      return;
    }
    // The acknowledgement of what was taken before may have been lost.
    if (sequenceNumber < this.#nextIn) {
      this.#acknowledge(message);
      return;
    }
    if (!this.#deliver(message)) return;
    this.#forgetEarly(sequenceNumber);
    this.#acknowledge(message);
    this.#deliverEarly();
  }

  /** Whether there was room for it. */
  #keepEarly(message: AgentMessage): boolean {
    const { sequenceNumber, payload } = message;
    if (this.#early.has(sequenceNumber)) return true;
    if (this.#early.size >= MOST_EARLY || this.#earlyBytes + payload.length > MOST_EARLY_BYTES) return false;
    this.#early.set(sequenceNumber, message);
    this.#earlyBytes += payload.length;
    return true;
  }

  #deliverEarly(): void {
    for (;;) {
      const next = this.#early.get(this.#nextIn);
      if (next === undefined) return;
      if (!this.#deliver(next)) {
        void this.#tryAgain();
        return;
      }
      this.#forgetEarly(next.sequenceNumber);
    }
  }

  #forgetEarly(sequenceNumber: number): void {
    this.#earlyBytes -= this.#early.get(sequenceNumber)?.payload.length ?? 0;
    this.#early.delete(sequenceNumber);
  }

  /** What came early was acknowledged, so that nobody sends it again: where it could not be taken, that is up to us. */
  async #tryAgain(): Promise<void> {
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

  #deliver({ payloadType, payload, sequenceNumber }: AgentMessage): boolean {
    if (!this.#options.onMessage(payloadType, payload)) return false;
    this.#nextIn = sequenceNumber + 1;
    return true;
  }

  #acknowledge(message: AgentMessage): void {
    const { clock, ids } = this.#options;
    this.#put(
      writeAgentMessage({
        type: 'acknowledge',
        createdAt: clock.now(),
        sequenceNumber: 0,
        flags: 3,
        id: ids.uuid(),
        payloadType: 0,
        payload: jsonPayload({
          AcknowledgedMessageType: message.type,
          AcknowledgedMessageId: message.id,
          AcknowledgedMessageSequenceNumber: message.sequenceNumber,
          IsSequentialMessage: true,
        }),
      }),
    );
  }

  #acknowledged(sequenceNumber: number): void {
    const sent = this.#unacknowledged.get(sequenceNumber);
    if (sent === undefined) return;
    this.#unacknowledged.delete(sequenceNumber);
    // How long one took that went out twice can't be known (Karn's algorithm).
    if (!sent.isRepeated) this.#measure(this.#options.clock.monotonic() - sent.sentAt);
    if (this.#unacknowledged.size < WINDOW) this.#letGo();
  }

  #measure(roundTrip: number): void {
    if (this.#smoothed === undefined) {
      this.#smoothed = roundTrip;
      this.#variation = roundTrip / 2;
    } else {
      this.#variation = 0.75 * this.#variation + 0.25 * Math.abs(this.#smoothed - roundTrip);
      this.#smoothed = 0.875 * this.#smoothed + 0.125 * roundTrip;
    }
    this.#timeout = Math.min(LONGEST_TIMEOUT_MS, this.#smoothed + Math.max(RESEND_TICK_MS, 4 * this.#variation));
  }

  #letGo(): void {
    const waiting = this.#room;
    this.#room = [];
    for (const resolve of waiting) resolve();
  }

  #put(frame: Buffer): void {
    if (!this.#isPaused) this.#send?.(frame);
  }

  #repeatAll(): void {
    for (const sent of this.#unacknowledged.values()) this.#repeat(sent);
  }

  #repeat(sent: Sent): void {
    sent.sentAt = this.#options.clock.monotonic();
    sent.isRepeated = true;
    this.#put(sent.frame);
  }

  /** While anything is not acknowledged: repeats the oldest one, as both AWS's own ends do. */
  async #watch(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const { clock } = this.#options;
    try {
      while (this.#unacknowledged.size > 0) {
        await clock.sleep(RESEND_TICK_MS, this.#ended.signal);
        const [oldest] = this.#unacknowledged.values();
        const now = clock.monotonic();
        if (oldest === undefined) break;
        if (this.#send === undefined || this.#isPaused) {
          this.#freshAt = now;
        } else if (now - Math.max(this.#freshAt, oldest.firstSentAt) > STALL_MS) {
          this.#freshAt = now;
          this.#options.onStalled();
        } else if (now - oldest.sentAt > this.#timeout) this.#repeat(oldest);
      }
    } catch {
      // The stream has ended.
    } finally {
      this.#isWatching = false;
    }
  }
}
