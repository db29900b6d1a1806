import { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { NO_LONGER_NEEDED } from '../kernel/abort.ts';
import type { Clock } from '../kernel/clock.ts';

/** Of an answer that has begun, so much has to come in that time, as long as there is more of it. */
const LEAST_BYTES = 16 * 1024;
const LEAST_TIME_MS = 30_000;

/**
 * Sends requests as the SDK does, and ends those whose answer begins and does not go on: for that the SDK has no limit. They
 * fail as those do that are not answered at all, and are tried again. For all clients, those that ask for credentials too.
 */
export class SteadyHandler extends NodeHttpHandler {
  readonly #clock: Clock;

  constructor(options: ConstructorParameters<typeof NodeHttpHandler>[0], clock: Clock) {
    super(options);
    this.#clock = clock;
  }

  override async handle(...request: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    const answer = await super.handle(...request);
    const body: unknown = answer.response.body;
    if (body instanceof Readable) void endWhereItStalls(body, request[0].hostname, this.#clock);
    return answer;
  }
}

async function endWhereItStalls(body: Readable, host: string, clock: Clock): Promise<void> {
  const ended = new AbortController();
  let received = 0;
  body.on('data', (chunk: Buffer) => {
    received += chunk.length;
  });
  for (const event of ['end', 'error', 'close']) body.once(event, () => ended.abort(NO_LONGER_NEEDED));
  // Listening has set it flowing; the reader is yet to come.
  body.pause();
  for (let before = 0; !ended.signal.aborted; before = received) {
    await clock.sleep(LEAST_TIME_MS, ended.signal).catch(() => undefined);
    if (!ended.signal.aborted && received - before < LEAST_BYTES) body.destroy(stalled(host));
  }
}

/** By its name it is to the SDK, and to whoever tries again, what an answer is that never came. */
function stalled(host: string): Error {
  const message = `The answer of ${host} began and did not go on within ${LEAST_TIME_MS / 1_000} seconds`;
  return Object.assign(new Error(message), { name: 'TimeoutError', $metadata: {} });
}
