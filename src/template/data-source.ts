import type { Type } from '../hcl/values/types.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { DecodedOptions } from '../kernel/schema.ts';
import type { ComponentDescription } from './plan.ts';

/** What a data source tells, by the names of its outputs. */
export type DataOutputs = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** A kind of `data` block, as a port: what it takes, what comes of it, and how that is found out. */
export interface DataSource<O> extends ComponentDescription {
  /** The type of each output: string, or map of string. Until it has been read they are unknown values of these types. */
  readonly outputs: Readonly<Record<string, Type>>;
  /** IAM actions that reading it takes: `ssm:GetParameter`. */
  readonly actions: readonly string[];
  /** Which of the outputs are secrets. */
  secretOutputs(options: O): readonly string[];
  /** What can be said about the options without asking anybody. */
  validate(decoded: DecodedOptions<O>): readonly Diagnostic[];
  /** Gives every output. Rejects with BakeError, in whose message there is no secret. */
  read(decoded: DecodedOptions<O>, signal: AbortSignal): Promise<DataOutputs>;
}

/** A question that a function puts to a service elsewhere: `vault("secret/data/app", "password")`. */
export interface RemoteQuestion {
  /** `vault`, `consul_key`, `aws_secretsmanager`, … */
  readonly function: string;
  readonly arguments: readonly (string | undefined)[];
}

/**
 * Asks the services behind such functions, as a port. What they answer is a secret, and has been registered as one. Rejects with BakeError, in whose message there is no secret.
 */
export type AskRemote = (question: RemoteQuestion, signal: AbortSignal) => Promise<string>;
