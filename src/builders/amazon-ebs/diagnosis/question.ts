import type { Instance } from '@aws-sdk/client-ec2';
import type { BakeError } from '../../../kernel/errors.ts';
import type { Bake } from '../site.ts';

/** What is known when no connection came about; all questions share it. */
export interface Facts {
  readonly bake: Bake;
  readonly instanceId: string;
  /** As EC2 shows it now; undefined: it does not show it. */
  readonly instance: Instance | undefined;
  /** Where the machine was looked for; undefined: it had no address that was wanted. */
  readonly address: string | undefined;
  /** Whether that is an address on the internet. */
  readonly isPublic: boolean;
  /** Addresses, of which one is what this machine comes from; empty: unknown. */
  readonly from: readonly string[];
  /** What ended the search. */
  readonly error: BakeError;
  readonly signal: AbortSignal;
}

export interface Finding {
  /** A whole sentence without its full stop: what is wrong. */
  readonly what: string;
  /** A whole sentence: what to do. */
  readonly remedy: string;
}

/** One thing that may be wrong. Undefined: it is not, or does not matter here. Rejects where AWS may not be asked. */
export type Question = (facts: Facts) => Promise<Finding | undefined> | Finding | undefined;

/** The server was reached: what lies in between can't be what is wrong. */
export function wasReached({ error }: Facts): boolean {
  return error.code === 'ssh-login-refused' || error.code === 'ssh-silent' || error.code.startsWith('host-key-');
}
