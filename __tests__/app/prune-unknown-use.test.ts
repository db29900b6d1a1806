import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PruneRequest, PruneResult } from '../../src/app/prune/prune-request.ts';
import { prune } from '../../src/app/prune.ts';
import { undoTable } from '../../src/aws/undo/table.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import type { Fault } from '../../src/local-cloud/options.ts';
import { countingIds } from '../support/local-cloud.ts';
import { PrunableCloud, USAGE_ROLE, USES } from '../support/prunable-cloud.ts';

/** A cloud in which every second image is in use, each in another way; it is only ever planned for. */
let site: PrunableCloud;
const used = new Map<string, string>();
/** Every read that a plan makes. */
let reads: readonly string[];

function plan(overrides: Partial<PruneRequest> = {}): Promise<PruneResult> {
  const { clock, connections } = site;
  return prune(
    {
      clock,
      ids: countingIds(),
      environment: {},
      reporter: { report: () => undefined },
      secrets: new SecretRegistry(),
      signal: new AbortController().signal,
      regions: [],
      region: undefined,
      keepLast: 1,
      keepDays: 0,
      keepTag: 'bake-ami:keep',
      mode: 'deregister',
      graceDays: 0,
      familyTags: [],
      selection: { tags: [], names: [] },
      maxDeletions: 1_000,
      skippedChecks: new Set(),
      usageRoles: [USAGE_ROLE],
      dryRun: true,
      budgetMs: 24 * 60 * 60_000,
      ...overrides,
    },
    { connections, undo: undoTable(connections, clock) },
  );
}

const going = ({ findings }: PruneResult): readonly string[] =>
  findings.filter(({ verdict }) => verdict !== 'keep').map(({ resource }) => resource.id);

beforeAll(async () => {
  site = new PrunableCloud({ limits: { pageSize: 3 } });
  const uses = Object.values(USES).flatMap((all) => Object.entries(all));
  const ids = await site.images(uses.length * 2 + 1, { everyMs: 3_600_000 });
  for (const [index, [name, use]] of uses.entries()) {
    const id = ids[index * 2] ?? '';
    used.set(id, name);
    await use(site, id, index);
  }
  const [before, theirs] = [site.cloud.calls.length, site.other.calls.length];
  const whole = await plan();
  expect(whole.error).toBeUndefined();
  expect(going(whole)).toHaveLength(uses.length);
  const calls = [...site.cloud.calls.slice(before), ...site.other.calls.slice(theirs)];
  reads = [...new Set(calls.map(({ action }) => action))].filter((action) => /^(Describe|Get)/.test(action));
}, 120_000);

/** What may happen to a read, for good or only once. */
const FAULTS: readonly Fault[] = [
  { error: 'UnauthorizedOperation', status: 403 },
  { error: 'AccessDeniedException', status: 400 },
  { error: 'InternalError', status: 500 },
  { error: 'RequestLimitExceeded', status: 503 },
  { error: 'InvalidNextToken', status: 400 },
  'drop-connection',
];

describe('an image that is in use', () => {
  it('stays whichever read fails, in whichever way, in whichever account and on whichever page', async () => {
    expect(reads.length).toBeGreaterThanOrEqual(14);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reads),
        fc.constantFrom(...FAULTS),
        fc.nat(12),
        fc.boolean(),
        fc.constantFrom(undefined, 'us-east-1', 'eu-west-1'),
        fc.boolean(),
        async (action, fault, skip, isForGood, region, isTheirs) => {
          let number = 0;
          const plans = {
            action,
            fault,
            when: (call: { readonly region: string }) => {
              if (region !== undefined && call.region !== region) return false;
              number += 1;
              return isForGood ? number > skip : number === skip + 1;
            },
          };
          const takeBack = (isTheirs ? site.other : site.cloud).addFault(plans);
          try {
            const result = await plan();
            expect(
              going(result)
                .filter((id) => used.has(id))
                .map((id) => used.get(id)),
            ).toEqual([]);
            // Whatever could not be read in the end is told, and never taken for "nothing".
            const told = result.error !== undefined || result.unread.length > 0;
            const complete = going(result).length === used.size;
            expect(told || complete).toBe(true);
          } finally {
            takeBack();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);

  it('stays where any one way to be in use can not be looked up, and the error names how to go without', async () => {
    for (const action of reads) {
      if (/^(DescribeRegions|GetCallerIdentity)$/.test(action)) continue;
      const takeBack = site.cloud.addFault({ action, fault: { error: 'UnauthorizedOperation', status: 403 } });
      const result = await plan();
      takeBack();
      expect([action, going(result)]).toEqual([action, []]);
      if (result.unread.length > 0) continue;
      expect(result.error).toMatchObject({ code: 'usage-unknown', category: 'auth' });
      expect(result.error?.hint).toMatch(/name it in skip-checks: [a-z-]+\.$/);
    }
  }, 120_000);

  it('stays where a parameter of a region names it whose images can not be read, and goes on beside a closed one', async () => {
    const inWest = ({ region }: { readonly region: string }) => region === 'eu-west-1';
    const fault = { error: 'UnauthorizedOperation', status: 403 };
    const images = site.cloud.addFault({ action: 'DescribeImages', when: inWest, fault });
    const half = await plan();
    expect(going(half).filter((id) => used.has(id))).toEqual([]);
    expect(going(half)).toHaveLength(used.size);
    const parameters = site.cloud.addFault({ action: 'DescribeParameters', when: inWest, fault });
    const closed = await plan();
    images();
    expect(closed.error).toBeUndefined();
    // Nobody could have put that one parameter into a closed region.
    expect(going(closed)).toHaveLength(used.size + 1);
    expect((await plan()).error).toMatchObject({ code: 'usage-unknown' });
    parameters();
  });

  it('stays where the other account can not be looked through', async () => {
    const takeBack = site.cloud.addFault({ action: 'AssumeRole', fault: { error: 'AccessDenied', status: 403 } });
    const result = await plan({ usageRoles: [`${USAGE_ROLE}-nobody-may-take-on`] });
    takeBack();
    expect(going(result)).toEqual([]);
    expect(result.error).toMatchObject({ code: 'usage-unknown' });
    expect(result.error?.message).toMatch(/of the account 444455556666 can't be read/);
  });
});
