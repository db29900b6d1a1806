import { setOutput } from '@actions/core';
import { maskedPiece } from '../app/outputs/masked-piece.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { RunnerLog } from './runner-log.ts';
import { neutralise } from './workflow-commands.ts';

/**
 * Sets the outputs of the step. GitHub hands no value to other jobs that its log would mask ("Skip output '…' since it may
 * contain secret", actions/runner, JobExtension.cs), and says so only where nobody looks: it is said here, with the reason.
 */
export function publishOutputs(
  outputs: Readonly<Record<string, string>>,
  secrets: SecretRegistry,
  log: RunnerLog,
): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  for (const warning of maskedOutputs(outputs, secrets)) log.warning(neutralise(warning), { title: 'Masked output' });
}

/** For each output that holds a secret, what that means. What GitHub alone masks (`secrets.*`) is not known here. */
export function maskedOutputs(outputs: Readonly<Record<string, string>>, secrets: SecretRegistry): readonly string[] {
  return Object.entries(outputs)
    .filter(([, value]) => secrets.mask(value) !== value)
    .map(([name, value]) => {
      const shown = maskedPiece(secrets.mask(value));
      return `The output "${name}" holds a secret (the value of a sensitive variable, in "${shown}"), so GitHub will not hand it to other jobs; later steps of this job get it. Leave the value out of names and paths, or take "sensitive" off a variable that is no secret.`;
    });
}
