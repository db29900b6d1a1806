import type { Communicator } from '../../../engine/ports.ts';
import { errorMessage } from '../../../kernel/error-message.ts';
import { disarmingCommand } from '../dead-mans-switch.ts';
import { type Bake, note } from '../site.ts';

/**
 * Cancels the dead-man's switch: from here on the instance is needed until the image is made of it. Where that can't be
 * done the build goes on: the process ends with the machine, which is stopped next.
 */
export async function disarm(bake: Bake, communicator: Communicator): Promise<void> {
  const { context } = bake;
  const complaints: string[] = [];
  let why: string | undefined;
  try {
    const { exitCode } = await communicator.exec(disarmingCommand(), {
      signal: context.signal,
      onLine: (_stream, line) => complaints.push(line),
    });
    if (exitCode === 77) why = `${communicator.username} can't become root without a password`;
    else if (exitCode !== 0) why = complaints.join(' ') || `exit status ${exitCode}`;
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    why = errorMessage(thrown);
  }
  if (why !== undefined) {
    note(bake, `The machine's deadline could not be cancelled; it ends when the machine stops: ${why}`);
  }
}
