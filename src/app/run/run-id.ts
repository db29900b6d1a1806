import type { Ids } from '../../kernel/ids.ts';

/** A new run's id: what all that it makes is tagged with (`bake-ami:run`). 16 characters, `a-z0-9`. */
export function newRunId(ids: Ids): string {
  return ids.token(16);
}
