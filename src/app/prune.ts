import { setMaxListeners } from 'node:events';
import { outOfTime } from '../engine/undo.ts';
import { withDeadline } from '../kernel/deadline.ts';
import { toBakeError } from '../kernel/errors.ts';
import { type CloudAccess, cloudAccess } from './cloud-access/cloud-access.ts';
import { enabledRegions, openSomewhere } from './cloud-access/enabled-regions.ts';
import { carryOut, type Outcome } from './prune/carry-out-prune.ts';
import { agreed, type Plan, planPrune } from './prune/plan-prune.ts';
import { pruneError } from './prune/prune-error.ts';
import type { PruneRequest, PruneResult, PruneScope } from './prune/prune-request.ts';

/** What is in use may change while it is looked up: after this long it is looked up once more. */
const FRESH_MS = 60_000;
const NOTHING = {
  accountId: undefined,
  regions: [],
  findings: [],
  done: [],
  kept: [],
  left: [],
  unread: [],
  unknown: [],
  series: [],
  isTooMuch: false,
} as const;

/** Never rejects: what went wrong is in the result. `cloud` is the one that the environment names. */
export async function prune(
  request: PruneRequest,
  cloud: CloudAccess = cloudAccess(request, request.environment, 'aws'),
): Promise<PruneResult> {
  try {
    const aws = await openSomewhere(request, cloud);
    const areNamed = request.regions.length > 0;
    const regions = areNamed ? [...new Set(request.regions)] : await enabledRegions(aws, request.signal);
    return await pruneScope({ aws, regions, areNamed, families: undefined }, request, cloud);
  } catch (thrown) {
    return { ...NOTHING, error: toBakeError(thrown) };
  }
}

/** The same for a part of an account that is known already. */
export async function pruneScope(scope: PruneScope, request: PruneRequest, cloud: CloudAccess): Promise<PruneResult> {
  // One for each region, image and call.
  setMaxListeners(0, request.signal);
  return withDeadline(request.clock, request.budgetMs, outOfTime, request.signal, async (signal) => {
    setMaxListeners(0, signal);
    const within = { ...request, signal };
    const accountId = await scope.aws.accountId(signal);
    const start = request.clock.monotonic();
    const plan = await planPrune(scope, within, cloud);
    const finish = ({ looks, findings, unread, unknown, series }: Plan, outcome: Outcome): PruneResult => {
      const deletions = findings.filter(({ verdict }) => verdict === 'disable' || verdict === 'deregister').length;
      const isTooMuch = deletions > request.maxDeletions;
      const regions = looks.filter(({ error }) => error === undefined).map(({ region }) => region);
      const result = { accountId, regions, findings, unread, unknown, series, isTooMuch, ...outcome };
      return { ...result, error: pruneError(result, { ...request, deletions, areNamed: scope.areNamed }) };
    };
    const planned = finish(plan, { done: [], kept: [], left: [] });
    request.onPlan?.(planned);
    if (request.dryRun || planned.isTooMuch) return planned;
    const isOld = request.clock.monotonic() - start > FRESH_MS;
    const last = isOld ? agreed(plan, await planPrune(scope, within, cloud)) : plan;
    return finish(last, await carryOut(scope, last, within));
  });
}
