import { Readable } from 'node:stream';
import type { Client, MetadataBearer } from '@smithy/types';
import { NO_LONGER_NEEDED } from '../kernel/abort.ts';
import type { Clock } from '../kernel/clock.ts';
import { BakeError } from '../kernel/errors.ts';

/** Bytes of one answer. All public images of a region, which is the longest that AWS gives, are about half of it. */
const LARGEST_ANSWER = 128 * 1024 * 1024;

/** Of an answer that has begun, so much has to come in that time, as long as there is more of it. */
const LEAST_BYTES = 16 * 1024;
const LEAST_TIME_MS = 30_000;

/**
 * Ends a client's calls whose answer is longer than `largest` bytes: whatever listens at the endpoint could otherwise fill
 * all memory, since the SDK reads an answer whole. And those whose answer begins and does not go on, for which the SDK has
 * no limit: they fail as those do that are not answered, and are tried again. `where` completes "The answer …".
 */
export function limitAnswers<I extends object, O extends MetadataBearer, C>(
  client: Client<I, O, C>,
  where: string,
  clock: Clock,
  largest = LARGEST_ANSWER,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (hasBody(response)) limit(response.body, where, clock, largest);
      return result;
    },
    // Nearest to the network: before the answer is read.
    { step: 'deserialize', priority: 'low', name: 'limitAnswers' },
  );
}

/** The local cloud in this process answers with texts. */
function hasBody(response: unknown): response is { body: Readable } {
  return typeof response === 'object' && response !== null && 'body' in response && response.body instanceof Readable;
}

/** Counts what flows to whoever reads it: a stream in between would cost more than the reading itself. */
function limit(body: Readable, where: string, clock: Clock, largest: number): void {
  let size = 0;
  void limitPause(body, where, clock, () => size);
  body.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largest) body.destroy(tooLong(where, largest));
  });
  // Listening has set it flowing; the reader is yet to come.
  body.pause();
}

async function limitPause(body: Readable, where: string, clock: Clock, received: () => number): Promise<void> {
  const ended = new AbortController();
  for (const event of ['end', 'error', 'close']) body.once(event, () => ended.abort(NO_LONGER_NEEDED));
  for (let before = 0; !ended.signal.aborted; before = received()) {
    await clock.sleep(LEAST_TIME_MS, ended.signal).catch(() => undefined);
    if (!ended.signal.aborted && received() - before < LEAST_BYTES) body.destroy(tooSlow(where));
  }
}

/** By its name it is to the SDK, and to whoever tries again, what an answer is that never came. */
function tooSlow(where: string): Error {
  const message = `The answer ${where} began and did not go on within ${LEAST_TIME_MS / 1_000} seconds`;
  return Object.assign(new Error(message), { name: 'TimeoutError', $metadata: {} });
}

function tooLong(where: string, largest: number): BakeError {
  const error = new BakeError(`The answer ${where} is longer than ${Math.round(largest / 1024 / 1024)} MiB`, {
    code: 'answer-too-long',
    category: 'cloud',
    hint: 'Check AWS_ENDPOINT_URL where it is set, and narrow filters down.',
  });
  // To the messages of errors without it, the SDK adds how to look into its objects.
  return Object.assign(error, { $metadata: {} });
}
