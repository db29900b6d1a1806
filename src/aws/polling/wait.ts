import { abortError, onAbort } from '../../kernel/abort.ts';
import type { Clock } from '../../kernel/clock.ts';
import { describeDuration } from '../../kernel/duration.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Described, Judge, PolledKind, WaitOptions } from '../status-poller.ts';
import { gapAfter } from './pace.ts';
import type { Polling } from './settings.ts';

/** A resource that was seen is gone when this many looks in a row do not show it, over this long at least. */
const GONE_AFTER_LOOKS = 4;
const GONE_AFTER_MS = 10_000;
/** One that was made and never seen for this long will not come any more. */
const NEVER_SEEN_AFTER_MS = 5 * 60_000;

export interface WaitParts<K extends PolledKind> {
  readonly kind: K;
  readonly id: string;
  readonly clock: Clock;
  readonly polling: Polling;
  /** What EC2 says of it in a word or two: `pending`, `pending 43%`. Another one is progress. */
  readonly stateOf: (described: Described[K]) => string;
}

/** One wait for one resource: what was seen of it so far, and when to look again. */
export class Wait<K extends PolledKind, T> {
  readonly id: string;
  readonly promise: Promise<T>;
  readonly #parts: WaitParts<K>;
  readonly #judge: Judge<K, T>;
  readonly #options: WaitOptions;
  readonly #startedAt: number;
  readonly #leave: () => void;
  #resolve: (value: T) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  #dueAt: number;
  #hasLooked = false;
  #state: string | undefined;
  #lastSeenAt: number | undefined;
  #absentLooks = 0;
  #progress = '';
  #progressAt: number;

  constructor(parts: WaitParts<K>, judge: Judge<K, T>, options: WaitOptions, onEnd: () => void) {
    this.#parts = parts;
    this.#judge = judge;
    this.#options = options;
    this.id = parts.id;
    this.#startedAt = parts.clock.monotonic();
    this.#dueAt = this.#startedAt + (options.firstLookMs ?? 0);
    this.#progressAt = this.#startedAt;
    this.promise = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const { signal } = options;
    const stopListening = onAbort(signal, () => this.cancel());
    this.#leave = () => {
      stopListening();
      onEnd();
    };
  }

  get dueAt(): number {
    return this.#dueAt;
  }

  /** The time between two looks, as it is now. Milliseconds. */
  get gapMs(): number {
    const { kind, clock, polling } = this.#parts;
    const { paceMs = polling.paceMs, remainingMs } = this.#options;
    return paceMs ?? gapAfter(kind, clock.monotonic() - this.#startedAt, remainingMs?.());
  }

  /** Whether EC2 was asked for it yet. */
  get hasLooked(): boolean {
    return this.#hasLooked;
  }

  /** Sets the time of the next look. */
  schedule(slowness: number): void {
    this.#dueAt = this.#parts.clock.monotonic() + this.gapMs * slowness;
  }

  /** Given what EC2 tells; ends the wait or does not. */
  see(described: Described[K] | undefined): void {
    try {
      this.#note(described);
      const result = this.#judge(described);
      if (result === undefined) {
        this.#options.onLook?.(this.#state, this.#parts.clock.monotonic() - this.#startedAt);
        this.#checkPresence(described);
        this.#checkProgress();
        return;
      }
      this.#leave();
      this.#resolve(result);
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  fail(reason: unknown): void {
    this.#leave();
    this.#reject(reason);
  }

  /** Ends it because its signal is aborted. */
  cancel(): void {
    this.fail(abortError(this.#options.signal, `while waiting for ${this.#described()}`));
  }

  #note(described: Described[K] | undefined): void {
    this.#hasLooked = true;
    if (described === undefined) {
      this.#absentLooks += 1;
      return;
    }
    this.#absentLooks = 0;
    this.#lastSeenAt = this.#parts.clock.monotonic();
    this.#state = this.#parts.stateOf(described);
  }

  #checkPresence(described: Described[K] | undefined): void {
    if (described !== undefined || this.#options.mayBeGone === true) return;
    const { kind, id, clock } = this.#parts;
    const now = clock.monotonic();
    if (this.#lastSeenAt !== undefined) {
      if (this.#absentLooks < GONE_AFTER_LOOKS || now - this.#lastSeenAt < GONE_AFTER_MS) return;
      throw new BakeError(`The ${kind} ${id} is gone: EC2 showed it as ${this.#state}, and does not any more`, {
        code: 'resource-gone',
        category: 'cloud',
        hint: 'Somebody else removed it while it was waited for; CloudTrail tells who.',
      });
    }
    if (now - this.#startedAt < NEVER_SEEN_AFTER_MS) return;
    throw new BakeError(`EC2 has not shown the ${kind} ${id} for ${describeDuration(now - this.#startedAt)}`, {
      code: 'resource-never-seen',
      category: 'cloud',
      hint: 'Check that the credentials may describe it, and look at the AWS Health Dashboard.',
    });
  }

  #checkProgress(): void {
    const { clock, polling } = this.#parts;
    const now = clock.monotonic();
    const progress = `${this.#state} ${this.#options.progress?.() ?? ''}`;
    if (progress !== this.#progress) {
      this.#progress = progress;
      this.#progressAt = now;
    }
    if (polling.stalledAfterMs === undefined || now - this.#progressAt < polling.stalledAfterMs) return;
    throw new BakeError(
      `No progress for ${describeDuration(now - this.#progressAt)} while waiting for ${this.#described()}`,
      {
        code: 'wait-stalled',
        category: 'cloud',
        hint: 'That is the limit of aws_polling (or of AWS_MAX_ATTEMPTS, AWS_POLL_DELAY_SECONDS, AWS_TIMEOUT_SECONDS): raise it, or remove it to wait as long as the job lasts.',
      },
    );
  }

  /** `image ami-1 (pending, after 3 minutes)` */
  #described(): string {
    const { kind, id, clock } = this.#parts;
    if (this.#state === undefined) return `${kind} ${id}`;
    return `${kind} ${id} (${this.#state}, after ${describeDuration(clock.monotonic() - this.#startedAt)})`;
  }
}
