import { describe, expect, it } from '@jest/globals';
import { undoTable } from '../../../src/aws/undo/table.ts';
import { readJournal, replayJournal } from '../../../src/engine/journal-replay.ts';
import type { JournalEntry } from '../../../src/engine/ports.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { type Fault, quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

/** A spot instance with a profile of its own: every call that only such a launch makes. */
const SOURCE = `
spot_price = "auto"
temporary_iam_instance_profile_policy_document {
  Statement {
    Effect   = "Allow"
    Action   = ["s3:*"]
    Resource = ["*"]
  }
}
`;
const OPTIONS: RigOptions = { source: SOURCE, cloud: { delays: quickDelays } };
const MAKING = [
  'CreateRole',
  'PutRolePolicy',
  'CreateInstanceProfile',
  'AddRoleToInstanceProfile',
  'CreateLaunchTemplate',
  'CreateFleet',
];
const REMOVING = [
  'DeleteLaunchTemplate',
  'RemoveRoleFromInstanceProfile',
  'DeleteRolePolicy',
  'DeleteRole',
  'DeleteInstanceProfile',
];

/** Something happens to the first call of an action. */
async function bakeWith(action: string, fault: Fault, options = OPTIONS) {
  const rig = new Rig(options);
  rig.cloud.addFault({ action, call: 1, fault });
  const outcome = await rig.bake();
  expect(rig.calls()).toContain(action);
  expect(outcome.left).toEqual([]);
  assertEmpty(rig.cloud);
  expect(rig.clock.sleeping).toBe(0);
  return { rig, ...outcome };
}

describe.each([...MAKING, ...REMOVING])('when the first %s', (action) => {
  it.each<[string, Fault]>([
    ['loses its answer', 'drop-answer'],
    ['breaks the connection', 'drop-connection'],
    ['is throttled', { error: 'Throttling', status: 400 }],
    ['fails inside AWS', { error: 'ServiceUnavailable', status: 503 }],
  ])('%s, the bake goes on', async (_, fault) => {
    const { rig, error } = await bakeWith(action, fault);
    expect(error).toBeUndefined();
    expect(await rig.ownImages()).toHaveLength(1);
  });
});

describe.each(MAKING)('when the first %s', (action) => {
  it('is refused, the bake ends with an error and nothing is left', async () => {
    const { rig, error } = await bakeWith(action, { error: 'InvalidParameterValue', message: 'Wrong.', status: 400 });
    expect(error).toBeInstanceOf(BakeError);
    expect(await rig.ownImages()).toEqual([]);
  });

  it('is where the bake is cancelled, nothing is left', async () => {
    const rig = new Rig(OPTIONS);
    rig.cloud.addFault({
      action,
      when: () => {
        rig.controller.abort();
        return false;
      },
      fault: { delay: 0 },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ category: 'cancelled' });
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
  });
});

describe('what was made and is not visible everywhere yet', () => {
  it.each([
    ['PutRolePolicy', 'NoSuchEntity'],
    ['AddRoleToInstanceProfile', 'NoSuchEntity'],
    ['CreateFleet', 'InvalidLaunchTemplateId.NotFound'],
  ])('is waited for by %s', async (action, code) => {
    const { rig, error } = await bakeWith(action, { error: code, status: 400 });
    expect(error).toBeUndefined();
    expect(rig.calls().filter((call) => call === action).length).toBeGreaterThan(1);
  });

  it('is waited for by every call of the launch', async () => {
    const rig = new Rig({ ...OPTIONS, cloud: { delays: quickDelays, consistency: { milliseconds: 3_000 } } });
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
  });
});

describe('a run that is killed', () => {
  /** What the post step does: replays what the journal says, with nothing but that. */
  async function replay(rig: Rig, entries: readonly JournalEntry[]): Promise<readonly unknown[]> {
    const { open } = readJournal(entries);
    const { left } = await replayJournal(open, {
      runId: 'run1',
      undo: undoTable(rig.connections, rig.clock),
      clock: rig.clock,
      signal: new AbortController().signal,
      journal: { append: () => undefined },
      onRemoved: () => undefined,
      onLeft: () => undefined,
    });
    return left;
  }

  it.each([
    ['by what it was told', (entry: JournalEntry) => entry.type !== 'removed'],
    [
      'by names and tags alone, where no answer came',
      (entry: JournalEntry) => entry.type !== 'receipt' && entry.type !== 'removed',
    ],
  ])('is cleaned up after %s', async (_, isKept) => {
    let isEmpty = false;
    const rig: Rig = new Rig({
      ...OPTIONS,
      provision: async () => {
        // The launch template may be gone already, as may happen at a kill too.
        const left = await replay(rig, rig.journal.filter(isKept));
        expect(left).toEqual([]);
        assertEmpty(rig.cloud);
        isEmpty = true;
        throw new Error('killed');
      },
    });
    await rig.bake();
    expect(isEmpty).toBe(true);
  });
});
