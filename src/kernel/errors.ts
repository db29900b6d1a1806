import type { Diagnostic } from './diagnostics.ts';
import { errorMessage } from './error-message.ts';
import type { ArtifactSummary } from './events.ts';
import { systemRefusal } from './system-error.ts';

/** Who has to act on an error. `left-behind` means that something which costs money could not be removed. */
export type ErrorCategory =
  | 'template'
  | 'input'
  | 'auth'
  | 'cloud'
  | 'connection'
  | 'provision'
  | 'artifact'
  | 'cancelled'
  | 'left-behind'
  | 'internal';

export interface BakeErrorOptions {
  /** Stable identifier, kebab-case, for example `source-ami-not-found`. */
  readonly code: string;
  readonly category: ErrorCategory;
  /** Whether the very same attempt may succeed a little later. Default false. */
  readonly retryable?: boolean;
  /** What the user can do about it: one or two whole sentences. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** What ends a build. The message says what happened and with which value; the hint says what to do. */
export class BakeError extends Error {
  override readonly name: string = 'BakeError';
  readonly code: string;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  readonly hint: string | undefined;

  constructor(message: string, options: BakeErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.category = options.category;
    this.retryable = options.retryable ?? false;
    this.hint = options.hint;
  }
}

/** A template that can't be used, with all that is wrong in it. */
export class TemplateError extends BakeError {
  override readonly name = 'TemplateError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    const first = errors[0]?.summary ?? 'The template is not valid';
    super(errors.length > 1 ? `${first}, and ${errors.length - 1} more` : first, {
      code: errors[0]?.code ?? 'invalid-template',
      category: 'template',
    });
    this.diagnostics = diagnostics;
  }
}

/** A build that failed in part: what it could finish is kept, and `artifact` says what that is. */
export class IncompleteArtifactError extends BakeError {
  override readonly name = 'IncompleteArtifactError';
  readonly artifact: ArtifactSummary;

  constructor(message: string, artifact: ArtifactSummary, options: BakeErrorOptions) {
    super(message, options);
    this.artifact = artifact;
  }
}

/** The message of an error with its remedy, on one line. */
export function describeError({ message, hint }: BakeError): string {
  if (hint === undefined) return message;
  return /[.!?]$/.test(message) ? `${message} ${hint}` : `${message}. ${hint}`;
}

/** The user or the runner asked us to stop. */
export function cancelledError(what: string, cause?: unknown): BakeError {
  return new BakeError(`Cancelled ${what}`, { code: 'cancelled', category: 'cancelled', cause });
}

/** Turns anything that was thrown into a BakeError, so that every reporter can rely on its fields. */
export function toBakeError(thrown: unknown): BakeError {
  if (thrown instanceof BakeError) return thrown;
  const refusal = systemRefusal(thrown);
  if (refusal !== undefined) {
    const { message, hint } = refusal;
    return new BakeError(message, { code: 'system-refused', category: 'input', hint, cause: thrown });
  }
  return new BakeError(errorMessage(thrown), {
    code: 'internal',
    category: 'internal',
    hint: 'This is a defect of bake-ami. Please report it with the log of a run with debug logging.',
    cause: thrown,
  });
}
