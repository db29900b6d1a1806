import { describe, expect, it } from '@jest/globals';
import { readJournal, replayJournal } from '../../src/engine/journal-replay.ts';
import { runPlan } from '../../src/engine/run.ts';
import type { ResourceRef } from '../../src/kernel/events.ts';
import { bakingBuilder } from './support/fake-bake.ts';
import {
  plan,
  plannedBuild,
  plannedPostProcessor,
  plannedProvisioner,
  postProcessor,
  provisioner,
  registry,
} from './support/fake-components.ts';
import { MemoryJournal, world } from './support/fake-world.ts';

const build = plannedBuild('one', {
  provisioners: [plannedProvisioner('shell')],
  errorCleanupProvisioner: plannedProvisioner('rescue'),
  postProcessorChains: [[plannedPostProcessor('manifest')]],
});

/** Runs a whole build; `at` is called at every await of it, with the number of the await. */
function baking(at: (count: number, name: string, signal: AbortSignal) => Promise<void>) {
  const fake = world();
  const { cloud, abort, options } = fake;
  let count = 0;
  const ran: string[] = [];
  const point = (name: string): Promise<void> => at(++count, name, abort.signal);
  const parts = registry({
    builder: bakingBuilder(cloud, point),
    provisioners: [
      provisioner('shell', () => point('provisioning')),
      provisioner('rescue', () => Promise.resolve(void ran.push('rescue'))),
    ],
    postProcessors: [
      postProcessor('manifest', 'always', async (_, input) => {
        await point('post-processing');
        return input;
      }),
    ],
  });
  const run = () => runPlan(plan(build), { ...options, registry: parts });
  return { ...fake, run, ran, count: () => count };
}

/** The names of all awaits of a build that nothing disturbs. */
async function allPoints(): Promise<readonly string[]> {
  const names: string[] = [];
  const { run } = baking((_, name) => {
    names.push(name);
    return Promise.resolve();
  });
  await run();
  return names;
}

describe('a build that is cancelled', () => {
  it('at any await, leaves nothing, or the finished image', async () => {
    const points = await allPoints();
    expect(points).toHaveLength(13);
    for (const [index, name] of points.entries()) {
      const { run, abort, cloud, ran } = baking((count) => {
        if (count === index + 1) abort.abort();
        return Promise.resolve();
      });
      const report = await run();
      const published = name === 'post-processing';
      expect([name, [...cloud.exists.keys()]]).toEqual([name, published ? ['ami-one'] : []]);
      expect([name, report.builds[0]?.artifact?.id]).toEqual([name, published ? 'ami-one' : undefined]);
      expect(report.builds[0]?.left).toEqual([]);
      expect(ran).toEqual([]);
      // The last post-processor had done its work when it heard of it.
      if (!published) expect([name, report.outcome]).toEqual([name, 'cancelled']);
    }
  });

  it('asks for the removal of everything at once, whatever its steps are doing', async () => {
    const { run, abort, cloud } = baking((_, name) => (name === 'provisioning' ? hang() : Promise.resolve()));
    void run();
    await settle();
    abort.abort();
    await settle();
    expect(cloud.calls).toEqual(['request key-one', 'request sg-one', 'request i-one']);
  });

  it('says "cancelled", with what it interrupted as the cause', async () => {
    const { run, abort } = baking((_, name, signal) => {
      if (name !== 'provisioning') return Promise.resolve();
      abort.abort(new Error('SIGINT'));
      return Promise.reject(new Error('interrupted', { cause: signal.reason }));
    });
    const report = await run();
    expect(report.builds[0]).toMatchObject({
      outcome: 'cancelled',
      error: { message: 'Cancelled the build one', category: 'cancelled', cause: { message: 'interrupted' } },
      furtherErrors: [],
    });
  });

  it('is cleaned up with on-error "abort" too', async () => {
    const { options, cloud, abort, clock } = world({ onError: 'abort' });
    const parts = registry({
      builder: bakingBuilder(cloud, (name) =>
        name === 'connecting' ? clock.sleep(60_000, abort.signal) : Promise.resolve(),
      ),
    });
    void clock.sleep(1_000).then(() => abort.abort());
    const report = await runPlan(plan(plannedBuild('one')), { ...options, registry: parts });
    expect(report.outcome).toBe('cancelled');
    expect(cloud.exists.size).toBe(0);
  });
});

describe('a process that is killed', () => {
  it('at any await, leaves a journal by which everything is found and removed, except the finished image', async () => {
    const points = await allPoints();
    for (const [index, name] of points.entries()) {
      const killed = baking((count) => (count > index ? hang() : Promise.resolve()));
      void killed.run();
      await settle();
      expect(killed.count()).toBeGreaterThan(index);

      const { cloud, clock } = killed;
      const { runId, accounts, open } = readJournal(killed.journal.entries);
      expect(runId).toBe('run1');
      expect([...accounts]).toEqual([['one', { accountId: '123456789012', wayIn: {}, regions: ['eu-west-1'] }]]);
      const replay = new MemoryJournal();
      const removed: ResourceRef[] = [];
      const result = await replayJournal(open, {
        runId: 'run1',
        undo: cloud.table,
        clock,
        signal: new AbortController().signal,
        journal: replay,
        onRemoved: (_, resource) => void removed.push(resource),
        onLeft: () => undefined,
      });
      expect(result.left).toEqual([]);
      expect(result.removed).toEqual(removed);
      expect([name, [...cloud.exists.keys()]]).toEqual([name, name === 'post-processing' ? ['ami-one'] : []]);

      // A second replay has nothing to do.
      const again = readJournal([...killed.journal.entries, ...replay.entries]);
      expect(again.open).toEqual([]);
    }
  });

  it('leaves no secret in the journal', async () => {
    const { run, journal } = baking(() => Promise.resolve());
    await run();
    const text = JSON.stringify(journal.entries);
    expect(text).not.toContain('PRIVATE KEY');
    expect(journal.entries.length).toBeGreaterThan(10);
  });
});

describe('the replay of a journal', () => {
  it('asks for everything at once, then makes sure, the last created first, and reports what stays', async () => {
    const { cloud, clock } = world();
    const journal = new MemoryJournal();
    for (const [index, kind] of ['key-pair', 'security-group', 'instance'].entries()) {
      const resource = { kind, id: `id-${index}`, name: `n-${index}`, region: 'eu-west-1' };
      cloud.create(kind, resource.id, resource.name);
      journal.append({ type: 'intent', build: 'one', token: `${index}`, intent: resource });
      journal.append({ type: 'receipt', build: 'one', token: `${index}`, resource });
    }
    cloud.behaviour.set('confirm id-1', () => Promise.reject(new Error('in use')));
    const result = await replayJournal(readJournal(journal.entries).open, {
      runId: 'run1',
      undo: cloud.table,
      clock,
      signal: new AbortController().signal,
      journal,
      onRemoved: () => undefined,
      onLeft: () => undefined,
    });
    expect(cloud.calls).toEqual([
      'request id-0',
      'request id-1',
      'request id-2',
      'confirm id-2',
      'confirm id-1',
      'confirm id-0',
    ]);
    expect(result.removed.map(({ id }) => id)).toEqual(['id-2', 'id-0']);
    expect(result.left.map(({ resource, error }) => [resource.id, error.message])).toEqual([
      ['id-1', 'Could not remove security group id-1 in eu-west-1: in use'],
    ]);
    expect(readJournal(journal.entries).open.map(({ token }) => token)).toEqual(['1']);
  });

  it('reports as left what it could not even search for', async () => {
    const { cloud, clock } = world();
    cloud.behaviour.set('find n run1', () => Promise.reject(new Error('ExpiredToken')));
    const intent = { kind: 'instance', region: 'eu-west-1', name: 'n' };
    const result = await replayJournal([{ build: 'one', token: '1', intent, resource: undefined }], {
      runId: 'run1',
      undo: cloud.table,
      clock,
      signal: new AbortController().signal,
      journal: new MemoryJournal(),
      onRemoved: () => undefined,
      onLeft: () => undefined,
    });
    expect(result.left.map(({ resource, error }) => [resource.id, error.message])).toEqual([
      ['n', 'Could not remove instance n in eu-west-1: ExpiredToken'],
    ]);
  });
});

function hang(): Promise<void> {
  return new Promise(() => undefined);
}

/** Until everything that can go on has gone as far as it can. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
