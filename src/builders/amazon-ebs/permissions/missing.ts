import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { needsOf } from './features.ts';
import type { Asked } from './need.ts';

/** The action that a denial is about, which its message names. */
function deniedAction(thrown: unknown): string | undefined {
  return /may not call ([\w-]+:\w+)/.exec(toBakeError(thrown).message)?.[1];
}

/**
 * One error for a call that was denied and for what dry runs found denied beside it, with all that is to be allowed and what
 * each is for. Without others the first one as it is, but for its remedy.
 */
export function allMissing(asked: Asked, first: unknown, others: readonly unknown[]): BakeError {
  const error = toBakeError(first);
  const own = deniedAction(first);
  const found = new Set(others.flatMap((other) => deniedAction(other) ?? []));
  if (own !== undefined) found.delete(own);
  const missing = [...found].toSorted();
  const either = missing.length === 0 ? '' : `. Dry runs say that they may not call ${missing.join(', ')} either`;
  const all = [...(own === undefined ? [] : [own]), ...missing];
  if (all.length === 0) return error;
  return new BakeError(`${error.message}${either}`, {
    code: error.code,
    category: error.category,
    hint: `Allow ${all.map((action) => withReason(asked, action)).join(', ')} in the IAM policy of the role or user that bakes; a permissions boundary or a service control policy may deny it too. \`bake-ami policy\` prints all that the template needs.`,
    cause: error,
  });
}

/** `ec2:CopyImage (copy the AMI into its regions, or encrypt it)`, by the declaration. */
function withReason(asked: Asked, action: string): string {
  const need = needsOf(asked).find(({ actions }) => actions.includes(action));
  return need === undefined ? action : `${action} (${need.why})`;
}
