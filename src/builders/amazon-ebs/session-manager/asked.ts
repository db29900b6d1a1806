import type { AmazonEbsOptions } from '../options.ts';

/** Whether the machine is reached through Session Manager: it needs no address then, and no door open to the network. */
export function usesSessionManager({ ssh_interface }: Pick<AmazonEbsOptions, 'ssh_interface'>): boolean {
  return ssh_interface === 'session_manager';
}
