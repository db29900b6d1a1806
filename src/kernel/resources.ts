import type { ResourceRef } from './events.ts';

/** What is written down before a create call, so that what it made can be found even if its answer never came. */
export interface ResourceIntent {
  readonly kind: string;
  readonly region: string;
  /** The name given to it, and what it is searched by together with the run's tag. */
  readonly name: string;
  /** The id of what it is made of, where that is this run's own: nobody else can have made anything of it. */
  readonly madeOf?: string;
}

/** An intent whose create call nobody has an answer of. */
export interface LostCreation extends ResourceIntent {
  /** The full name of the build that made the call. */
  readonly build: string;
  /** What the client tokens of its create calls are or begin with, each followed by `-` and a number. */
  readonly token: string;
}

/**
 * How a later process finds the credentials of a build again: a builder's own settings, as JSON. Never a secret: this is
 * written down.
 */
export type WayIn = Readonly<Record<string, unknown>>;

/** How one kind of resource goes away. Both are idempotent; "not found" is success. */
export interface Undo {
  /** Kinds that this one can't go before: as long as one of them is there, a request is certain to be refused. */
  readonly goesAfter?: readonly string[];
  /**
   * The resources that belong to an intent without a receipt: found by name and by the tag `bake-ami:run`; and by what
   * only this run can have made where it could not be tagged.
   */
  find(lost: LostCreation, runId: string, signal: AbortSignal): Promise<readonly ResourceRef[]>;
  /** Asks for the removal, in one quick call; a failure here is no error yet. */
  request(resource: ResourceRef, signal: AbortSignal): Promise<void>;
  /** Makes sure that it is gone, asking again where needed; rejects when it is not. */
  confirm(resource: ResourceRef, signal: AbortSignal): Promise<void>;
}

/** A kind of resource as people call it: `security group`, `IAM role`. */
export function kindInWords(kind: string): string {
  return kind === 'iam-role' ? 'IAM role' : kind.replaceAll('-', ' ');
}

/** Undo by kind of resource. */
export type UndoTable = (kind: string) => Undo | undefined;
