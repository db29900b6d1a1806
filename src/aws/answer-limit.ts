import { Readable } from 'node:stream';
import type { Client, MetadataBearer } from '@smithy/types';
import { BakeError } from '../kernel/errors.ts';

/** Bytes of one answer. All public images of a region, which is the longest that AWS gives, are about half of it. */
const LARGEST_ANSWER = 128 * 1024 * 1024;

/**
 * Ends a client's calls whose answer is longer than `largest` bytes: whatever listens at the endpoint could otherwise fill
 * all memory, since the SDK reads an answer whole. `where` completes "The answer …".
 */
export function limitAnswers<I extends object, O extends MetadataBearer, C>(
  client: Client<I, O, C>,
  where: string,
  largest = LARGEST_ANSWER,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (hasBody(response)) limit(response.body, where, largest);
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
function limit(body: Readable, where: string, largest: number): void {
  let size = 0;
  body.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > largest) body.destroy(tooLong(where, largest));
  });
  // Listening has set it flowing; the reader is yet to come.
  body.pause();
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
