import { isDenied } from '../../aws/errors.ts';
import { describeFailure } from '../../images/retention/usage/look.ts';
import { counted } from '../../kernel/counted.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { PruneResult } from './prune-request.ts';

/** What decides whether something was a failure. */
interface Asked {
  readonly dryRun: boolean;
  readonly maxDeletions: number;
  readonly deletions: number;
  readonly areNamed: boolean;
}

/**
 * Why pruning failed as a whole; undefined: it did not. Regions that an organisation keeps closed are no failure as long
 * as nobody named them. A plan that is too large is none in a dry run, which is made to find that out.
 */
export function pruneError(result: Omit<PruneResult, 'error'>, asked: Asked): BakeError | undefined {
  const { dryRun, maxDeletions, deletions, areNamed } = asked;
  if (result.isTooMuch && !dryRun) {
    return new BakeError(
      `${counted(deletions, 'image')} would be disabled or deregistered, and max-deletions is ${maxDeletions}: nothing was done`,
      {
        code: 'too-many-deletions',
        category: 'input',
        hint: 'Look at the plan. If it is what you want, set max-deletions to that number for this once.',
      },
    );
  }
  const [left] = result.left;
  if (left !== undefined) {
    const { length } = result.left;
    const message =
      length === 1 ? left.error.message : `${length} resources could not be removed: ${left.error.message}`;
    const options = { code: 'resource-left-behind', category: 'left-behind', cause: left.error } as const;
    return new BakeError(message, left.error.hint === undefined ? options : { ...options, hint: left.error.hint });
  }
  const [unknown] = result.unknown;
  if (unknown !== undefined) {
    const { check, error, isEverywhere } = unknown;
    const where = isEverywhere ? '' : ` in ${unknown.region}`;
    const skip = `To prune without that check, name it in skip-checks: ${check}.`;
    return new BakeError(`Nothing is pruned${where}, since ${describeFailure(unknown)}`, {
      code: 'usage-unknown',
      category: error.category,
      hint: error.hint === undefined ? skip : `${error.hint} ${skip}`,
      cause: error,
    });
  }
  const wrong = result.unread.find(({ error }) => areNamed || !isDenied(error));
  if (wrong === undefined) return undefined;
  const { message, category, hint } = wrong.error;
  return new BakeError(`The images in ${wrong.region} can't be read: ${message}`, {
    code: 'region-unread',
    category,
    ...(hint === undefined ? {} : { hint }),
    cause: wrong.error,
  });
}
