import type { ResourceRef } from '../kernel/events.ts';
import type { ResourceIntent, WayIn } from './ports.ts';

/** The owner of everything that a build creates and that costs money or opens a door. */
export interface ResourceScope {
  /** The id that every resource carries in its tag `bake-ami:run`. */
  readonly runId: string;
  /** Writes down in whose account and in which regions this build works, and how to get in there again; before the first `own`. */
  account(accountId: string | undefined, wayIn: WayIn, regions: readonly string[]): void;
  /**
   * Creates one resource: the intent is journalled, `create` is called with a token (64 characters at most, `a-z0-9`,
   * for AWS's client tokens), and what it returns is journalled as the receipt. From then on the scope removes it,
   * unless `keep` was called.
   */
  own<T extends { readonly id: string }>(intent: ResourceIntent, create: (token: string) => Promise<T>): Promise<T>;
  /** It stays after the build, for the reason given: the finished image. */
  keep(resource: ResourceRef, reason: string): void;
  /** Starts its removal now, without waiting; the scope's end makes sure that it is gone. */
  release(resource: ResourceRef): void;
}
