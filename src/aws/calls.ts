import type { Client, Command, MetadataBearer } from '@smithy/types';
import { abortError, manyMayListen } from '../kernel/abort.ts';
import type { Clock } from '../kernel/clock.ts';
import { orAborted } from '../kernel/deadline.ts';
import type { Ids } from '../kernel/ids.ts';
import { limitAnswers } from './answer-limit.ts';
import type { Denial } from './decode-denial.ts';
import type { AwsCall } from './error-kinds.ts';
import { awsError, encodedDenialIn, isDenied, isRetryable, isThrottled, isWorthFewTries } from './errors.ts';
import { tellForeignAnswers } from './foreign-answer.ts';
import type { RequestPace } from './request-pace.ts';

export interface CallSettings {
  readonly clock: Clock;
  /** Tries for one call, the first one included. */
  readonly maxAttempts: number;
  /** For messages and hints. */
  readonly region: string;
  readonly onGitHub: boolean;
  readonly ids: Ids;
  /** Shared by all that call this service in this region. */
  readonly pace: RequestPace;
  /** What the encoded message of a denied call says; absent: nobody asked for that (`decode_authorization_messages`). */
  readonly decodeDenial?: (encoded: string, signal: AbortSignal) => Promise<Denial | undefined>;
}

const FIRST_DELAY_MS = 200;
const FIRST_THROTTLED_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 20_000;
/** A failure that is no answer of AWS: a gateway's hiccup, or an emulator that can't do it and never will. */
const FOREIGN_ATTEMPTS = 3;

/**
 * Turns the commands of an SDK client into functions that try again where AWS says that it may work later.
 *
 * The SDK's own retries are switched off: they can't be interrupted while they wait, and they don't wait on our clock.
 */
export function caller<I extends object, O extends MetadataBearer, C>(
  client: Client<I, O, C>,
  settings: CallSettings & { readonly service: string },
) {
  // It writes nothing, but copies every request and answer for that.
  client.middlewareStack.remove('loggerMiddleware');
  tellForeignAnswers(client);
  limitAnswers(client, `of ${settings.service} in ${settings.region}`);
  return <In extends I, Out extends O>(action: string, CommandClass: new (input: In) => Command<I, In, O, Out, C>) =>
    async (input: In, signal: AbortSignal): Promise<Out> => {
      const call: AwsCall = {
        service: settings.service,
        action,
        region: settings.region,
        onGitHub: settings.onGitHub,
      };
      const { pace } = settings;
      manyMayListen(signal);
      for (let attempt = 1; ; attempt += 1) {
        if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
        try {
          await pace.turn(action, signal);
          // The SDK does not listen to the signal as long as it waits for credentials.
          const answer = await orAborted(client.send(new CommandClass(input), { abortSignal: signal }), signal);
          pace.answered(action);
          return answer;
        } catch (thrown) {
          if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
          // A refusal is an answer too.
          if (isThrottled(thrown)) pace.throttled(action);
          else pace.answered(action);
          const { maxAttempts } = settings;
          const attempts = isWorthFewTries(thrown) ? Math.min(FOREIGN_ATTEMPTS, maxAttempts) : maxAttempts;
          if (!isRetryable(thrown) || attempt >= attempts) {
            throw await explained(thrown, { ...call, tries: attempt }, settings, signal);
          }
          await settings.clock.sleep(delay(attempt, isThrottled(thrown), random(settings.ids)), signal);
        }
      }
    };
}

/** With what AWS has encoded into its refusal, where that is wanted. */
async function explained(
  thrown: unknown,
  call: AwsCall,
  { decodeDenial }: CallSettings,
  signal: AbortSignal,
): Promise<unknown> {
  const error = awsError(thrown, call);
  const encoded = encodedDenialIn(thrown);
  if (decodeDenial === undefined || encoded === undefined || !isDenied(error)) return error;
  return awsError(thrown, call, await decodeDenial(encoded, signal));
}

/** Exponential, with "full jitter" in its upper half. Milliseconds. */
function delay(attempt: number, throttled: boolean, random: number): number {
  const first = throttled ? FIRST_THROTTLED_DELAY_MS : FIRST_DELAY_MS;
  const longest = Math.min(LONGEST_DELAY_MS, first * 2 ** (attempt - 1));
  return longest / 2 + (longest / 2) * random;
}

/** At least 0, below 1; enough of it to spread calls out. */
function random(ids: Ids): number {
  return Number.parseInt(ids.token(4), 36) / 36 ** 4;
}
