import { awsCodeOf } from '../../../aws/errors.ts';
import { printableLine } from '../../../kernel/hostile-text.ts';
import type { Facts } from './question.ts';

const LINES = 20;
const LINE_LENGTH = 200;

/**
 * The end of what the machine printed on its console: where a boot hangs, it says so there. Hostile text, made harmless:
 * no line moves the cursor or is longer than 200 characters. Rejects where the console may not be read.
 */
export async function consoleTail({ bake, instanceId, signal }: Facts): Promise<readonly string[]> {
  const read = async (latest: boolean): Promise<string> => {
    const input = { InstanceId: instanceId, ...(latest ? { Latest: true } : {}) };
    const { Output = '' } = await bake.ec2.getConsoleOutput(input, signal);
    return Buffer.from(Output, 'base64').toString('utf8');
  };
  const output = await read(true).catch((thrown: unknown) => {
    // Only Nitro instances show the console as it is now.
    if (awsCodeOf(thrown) === 'UnsupportedOperation') return read(false);
    throw thrown;
  });
  return output
    .split(/\r?\n/)
    .map((line) => printableLine(line, false).trimEnd().slice(0, LINE_LENGTH))
    .filter((line) => line !== '')
    .slice(-LINES);
}
