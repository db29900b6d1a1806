import type { Client, Command, MetadataBearer } from '@smithy/types';
import { abortError } from '../kernel/abort.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { type AwsCall, awsError, isRetryable, isThrottled } from './errors.ts';

export interface CallSettings {
  readonly clock: Clock;
  /** Tries for one call, the first one included. */
  readonly maxAttempts: number;
  /** For messages and hints. */
  readonly region: string;
  readonly onGitHub: boolean;
  readonly ids: Ids;
}

const FIRST_DELAY_MS = 200;
const FIRST_THROTTLED_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 20_000;

/**
 * Turns the commands of an SDK client into functions that try again where AWS says that it may work later.
 *
 * The SDK's own retries are switched off: they can't be interrupted while they wait, and they don't wait on our clock.
 */
export function caller<I extends object, O extends MetadataBearer, C>(
  client: Client<I, O, C>,
  settings: CallSettings & { readonly service: string },
) {
  return <In extends I, Out extends O>(action: string, CommandClass: new (input: In) => Command<I, In, O, Out, C>) =>
    async (input: In, signal: AbortSignal): Promise<Out> => {
      const call: AwsCall = {
        service: settings.service,
        action,
        region: settings.region,
        onGitHub: settings.onGitHub,
      };
      for (let attempt = 1; ; attempt += 1) {
        if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
        try {
          return await client.send(new CommandClass(input), { abortSignal: signal });
        } catch (thrown) {
          if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
          if (!isRetryable(thrown) || attempt >= settings.maxAttempts) throw awsError(thrown, call);
          await settings.clock.sleep(delay(attempt, isThrottled(thrown), random(settings.ids)), signal);
        }
      }
    };
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
