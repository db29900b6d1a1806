import { BakeError } from '../kernel/errors.ts';

/** Packer's `-on-error`: what becomes of the machine of a build that failed. */
export type OnError = 'cleanup' | 'abort' | 'ask' | 'run-cleanup-provisioner';

/** Asks the person at the terminal what to do about a build that failed. */
export type OnErrorPrompt = (build: string, error: BakeError) => Promise<'cleanup' | 'abort'>;

/** Throws where `ask` is wanted and nobody can be asked. */
export function assertCanAsk(onError: OnError, prompt: OnErrorPrompt | undefined): void {
  if (onError !== 'ask' || prompt !== undefined) return;
  throw new BakeError('on-error is "ask", and there is no terminal to ask at', {
    code: 'on-error-needs-terminal',
    category: 'input',
    hint: 'Use "cleanup" (the default), "abort" or "run-cleanup-provisioner" where nobody watches.',
  });
}

/** Whether the template's error-cleanup-provisioner runs. */
export function runsErrorCleanup(onError: OnError): boolean {
  return onError !== 'abort';
}

/** Whether a failed build's resources are removed, or left to be looked at. */
export async function removesResources(
  onError: OnError,
  build: string,
  error: BakeError,
  prompt: OnErrorPrompt | undefined,
): Promise<boolean> {
  if (error.category === 'cancelled' || onError === 'cleanup') return true;
  if (onError !== 'ask' || prompt === undefined) return false;
  return (await prompt(build, error)) === 'cleanup';
}
