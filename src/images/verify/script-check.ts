import type { FileContent } from '../../engine/ports.ts';
import { shellWord } from '../../kernel/posix-shell.ts';
import { type CheckedMachine, remotePath, tellLine } from './machine.ts';
import { RemoteOutput } from './remote-output.ts';
import type { Check } from './suite.ts';

/** A script that has to end with exit status 0. */
export interface ScriptToRun {
  /** For people: `checks.sh`. */
  readonly name: string;
  readonly content: FileContent;
}

/** Uploads the script and runs it as the login user, with its own shebang line. */
export async function runScript(script: ScriptToRun, machine: CheckedMachine): Promise<Check> {
  const { communicator, context } = machine;
  const { clock, signal } = context;
  const start = clock.monotonic();
  const output = new RemoteOutput();
  const path = remotePath(context, 'verify.sh');
  await communicator.upload(script.content, path, { mode: 0o755, signal });
  const { exitCode, exitSignal } = await communicator.exec(shellWord(path), {
    signal,
    onLine: (stream, line) => {
      output.add(line);
      tellLine(context, stream, line);
    },
  });
  const name = script.name;
  const elapsedMs = clock.monotonic() - start;
  if (exitCode === 0) return { name, outcome: 'passed', elapsedMs, output: output.text };
  const end = exitSignal === undefined ? `ended with exit status ${exitCode}` : `was ended by SIG${exitSignal}`;
  return { name, outcome: 'failed', elapsedMs, message: `${name} ${end}`, output: output.text };
}
