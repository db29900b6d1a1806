import type { BakeError } from '../kernel/errors.ts';

/** Packer's `-on-error` without its `ask`: what becomes of the machine of a build that failed. */
export type OnError = 'cleanup' | 'abort' | 'run-cleanup-provisioner';

/** Whether the template's error-cleanup-provisioner runs. */
export function runsErrorCleanup(onError: OnError): boolean {
  return onError !== 'abort';
}

/** Whether a failed build's resources are removed, or left to be looked at. */
export function removesResources(onError: OnError, error: BakeError): boolean {
  return error.category === 'cancelled' || onError === 'cleanup';
}
