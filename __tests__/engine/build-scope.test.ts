import { describe, expect, it } from '@jest/globals';
import { BuildScope } from '../../src/engine/build-scope.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import type { BakeEvent, ResourceRef } from '../../src/kernel/events.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { countingIds, FakeCloud, MemoryJournal } from './support/fake-world.ts';

function setUp({ cleanUpBudgetMs = 60_000 } = {}) {
  const cloud = new FakeCloud();
  const journal = new MemoryJournal();
  const events: BakeEvent[] = [];
  const clock = new VirtualClock({ autoAdvance: true });
  const scope = new BuildScope({
    runId: 'run1',
    build: 'fake.one',
    journal,
    undo: cloud.table,
    clock,
    ids: countingIds(),
    emit: (event) => void events.push(event),
    cleanUpBudgetMs,
  });
  const own = (kind: string, id: string) =>
    scope.own({ kind, region: 'eu-west-1', name: `name-of-${id}` }, () =>
      Promise.resolve(cloud.create(kind, id, `name-of-${id}`)),
    );
  return { cloud, journal, events, clock, scope, own };
}

const ref = (kind: string, id: string): ResourceRef => ({ kind, id, region: 'eu-west-1', name: `name-of-${id}` });

describe('the scope of a build', () => {
  it('writes the intent down before it creates, and the receipt before anybody goes on', async () => {
    const { scope, journal } = setUp();
    let atCreation = 0;
    const created = await scope.own({ kind: 'key-pair', region: 'eu-west-1', name: 'n' }, (token) => {
      atCreation = journal.entries.length;
      expect(token).toMatch(/^[a-z0-9]{32}$/);
      return Promise.resolve({ id: 'key-1', more: true });
    });
    expect(created).toEqual({ id: 'key-1', more: true });
    expect(atCreation).toBe(1);
    expect(journal.entries.map(({ type }) => type)).toEqual(['intent', 'receipt']);
  });

  it('asks at once for the removal of all that can go already, then makes sure, the last created first', async () => {
    const { cloud, scope, own, journal } = setUp();
    await own('key-pair', 'key-1');
    await own('security-group', 'sg-1');
    await own('instance', 'i-1');
    expect(await scope.close()).toEqual([]);
    expect(cloud.calls).toEqual(['request key-1', 'request i-1', 'confirm i-1', 'confirm sg-1', 'confirm key-1']);
    expect(cloud.exists.size).toBe(0);
    expect(journal.entries.filter(({ type }) => type === 'removed')).toHaveLength(3);
  });

  it('takes a failing request for too early, and asks again when it makes sure', async () => {
    const { cloud, scope, own } = setUp();
    await own('security-group', 'sg-1');
    cloud.behaviour.set('request sg-1', () => Promise.reject(new Error('DependencyViolation')));
    expect(await scope.close()).toEqual([]);
    expect(cloud.exists.size).toBe(0);
  });

  it('keeps what is meant to stay, and says why', async () => {
    const { cloud, scope, own, events, journal } = setUp();
    await own('image', 'ami-1');
    await own('instance', 'i-1');
    scope.keep(ref('image', 'ami-1'), 'the image is finished');
    await scope.close();
    expect([...cloud.exists.keys()]).toEqual(['ami-1']);
    expect(events).toContainEqual({
      type: 'resource-kept',
      build: 'fake.one',
      resource: ref('image', 'ami-1'),
      reason: 'the image is finished',
    });
    expect(journal.entries).toContainEqual(expect.objectContaining({ type: 'kept', reason: 'the image is finished' }));
  });

  it('starts a removal early when something is released, and does not ask twice', async () => {
    const { cloud, scope, own } = setUp();
    await own('instance', 'i-1');
    scope.release(ref('instance', 'i-1'));
    expect(cloud.calls).toEqual(['request i-1']);
    await scope.close();
    expect(cloud.calls).toEqual(['request i-1', 'confirm i-1']);
  });

  it('asks at once for what nothing else is in the way of', async () => {
    const { cloud, scope, own } = setUp();
    await own('security-group', 'sg-1');
    await scope.close();
    expect(cloud.calls).toEqual(['request sg-1', 'confirm sg-1']);
  });

  it('asks for everything after a signal, whatever may be refused', async () => {
    const { cloud, scope, own } = setUp();
    await own('security-group', 'sg-1');
    await own('instance', 'i-1');
    await scope.requestAll();
    expect(cloud.calls).toEqual(['request sg-1', 'request i-1']);
  });

  it('does not promise to keep what it has asked to go', async () => {
    const { cloud, scope, own, events } = setUp();
    await own('image', 'ami-1');
    await scope.requestAll();
    scope.keep(ref('image', 'ami-1'), 'too late');
    await scope.close();
    expect(cloud.exists.size).toBe(0);
    expect(events.map(({ type }) => type)).not.toContain('resource-kept');
  });

  it('searches for what a create call with a lost answer may have made, also when it shows up late', async () => {
    const { cloud, scope } = setUp();
    const lost = scope.own({ kind: 'instance', region: 'eu-west-1', name: 'late' }, () =>
      Promise.reject(new Error('socket hang up')),
    );
    await expect(lost).rejects.toThrow('socket hang up');
    let looks = 0;
    cloud.behaviour.set('find late run1', () => {
      looks += 1;
      if (looks === 2) cloud.create('instance', 'i-late', 'late');
      return Promise.resolve();
    });
    expect(await scope.close()).toEqual([]);
    expect(cloud.calls).toEqual(['find late run1', 'find late run1', 'request i-late', 'confirm i-late']);
    expect(cloud.exists.size).toBe(0);
  });

  it('looks only once after a definite refusal', async () => {
    const { cloud, scope } = setUp();
    const refused = new BakeError('You are not authorized', { code: 'denied', category: 'auth' });
    await expect(
      scope.own({ kind: 'instance', region: 'eu-west-1', name: 'no' }, () => Promise.reject(refused)),
    ).rejects.toBe(refused);
    await scope.close();
    expect(cloud.calls).toEqual(['find no run1']);
  });

  it('takes after a definite refusal nothing for its own that does not say so itself', async () => {
    const { cloud, scope } = setUp();
    const intent = { kind: 'image', region: 'eu-west-1', name: 'n', madeOf: 'i-1' };
    const refused = new BakeError('The name is taken', { code: 'in-use', category: 'cloud' });
    await expect(scope.own(intent, () => Promise.reject(refused))).rejects.toBe(refused);
    await expect(scope.own(intent, () => Promise.reject(new Error('socket hang up')))).rejects.toThrow();
    await scope.close();
    const sources = cloud.lost.map(({ madeOf }) => madeOf);
    expect([sources.at(-1), sources[0]]).toEqual([undefined, 'i-1']);
  });

  it('removes at once what is created while the end has already begun', async () => {
    const { cloud, scope } = setUp();
    const { promise, resolve } = deferred<{ id: string }>();
    const creation = scope.own({ kind: 'instance', region: 'eu-west-1', name: 'n' }, () => promise);
    const requested = scope.requestAll();
    expect(cloud.calls).toEqual([]);
    resolve(cloud.create('instance', 'i-1', 'n'));
    await requested;
    await creation;
    expect(cloud.calls).toEqual(['request i-1']);
  });

  it('creates nothing any more once the end has begun', async () => {
    const { scope, own, journal } = setUp();
    await scope.requestAll();
    await expect(own('instance', 'i-1')).rejects.toThrow('Cancelled before the instance name-of-i-1 was made');
    expect(journal.entries).toEqual([]);
  });

  it('names what could not be removed, and goes on with the rest', async () => {
    const { cloud, scope, own, events, journal } = setUp();
    await own('key-pair', 'key-1');
    await own('security-group', 'sg-1');
    cloud.behaviour.set('confirm sg-1', () => Promise.reject(new Error('It is in use.')));
    const left = await scope.close();
    expect(left.map(({ resource, error }) => [resource.id, error.message, error.category])).toEqual([
      ['sg-1', 'Could not remove security group sg-1 in eu-west-1: It is in use', 'left-behind'],
    ]);
    expect(events.at(-2)).toMatchObject({ type: 'resource-left', resource: { id: 'sg-1' } });
    expect([...cloud.exists.keys()]).toEqual(['sg-1']);
    expect(journal.entries.filter(({ type }) => type === 'removed')).toHaveLength(1);
  });

  it('says so when nobody knows how to remove something', async () => {
    const { scope, own } = setUp();
    await own('unheard-of', 'x-1');
    const [left] = await scope.close();
    expect(left?.error.message).toBe(
      'Could not remove unheard of x-1 in eu-west-1: Nobody knows how to remove a resource of the kind "unheard-of"',
    );
  });

  it('ends within its budget even when a removal hangs, and reports all that it did not reach', async () => {
    const { cloud, scope, own, clock } = setUp({ cleanUpBudgetMs: 60_000 });
    await own('key-pair', 'key-1');
    await own('instance', 'i-1');
    cloud.behaviour.set('confirm i-1', () => new Promise(() => undefined));
    const start = clock.monotonic();
    const left = await scope.close();
    expect(clock.monotonic() - start).toBe(60_000);
    expect(left.map(({ resource }) => resource.id)).toEqual(['i-1', 'key-1']);
    expect(clock.sleeping).toBe(0);
  });

  it('ends within its budget even when a request or a create call hangs', async () => {
    const { cloud, scope, own, clock } = setUp({ cleanUpBudgetMs: 5_000 });
    await own('instance', 'i-1');
    cloud.behaviour.set('request i-1', () => new Promise(() => undefined));
    void scope.own({ kind: 'image', region: 'eu-west-1', name: 'hanging' }, () => deferred<{ id: string }>().promise);
    const left = await scope.close();
    expect(clock.monotonic()).toBe(5_000);
    expect(left.map(({ resource }) => resource.id)).toEqual(['hanging', 'i-1']);
  });

  it('abandons everything on request, for a later clean-up too', async () => {
    const { cloud, scope, own, events, journal } = setUp();
    await own('instance', 'i-1');
    await scope.abandon('on-error is "abort"');
    expect(await scope.close()).toEqual([]);
    expect(cloud.calls).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'resource-kept', reason: 'on-error is "abort"' });
    expect(journal.entries.at(-1)).toMatchObject({ type: 'kept', reason: 'on-error is "abort"' });
  });

  it('still removes a resource whose receipt could not be written down', async () => {
    const { cloud, scope, own, journal } = setUp();
    const append = journal.append.bind(journal);
    journal.append = (entry) => {
      if (entry.type === 'receipt') throw new Error('ENOSPC: no space left on device');
      append(entry);
    };
    await expect(own('instance', 'i-1')).rejects.toThrow('ENOSPC');
    expect(await scope.close()).toEqual([]);
    expect(cloud.exists.size).toBe(0);
  });

  it('creates nothing that could not be written down first', async () => {
    const { cloud, own, journal } = setUp();
    journal.append = () => {
      throw new Error('EROFS: read-only file system');
    };
    await expect(own('instance', 'i-1')).rejects.toThrow('EROFS');
    expect(cloud.exists.size).toBe(0);
  });
});

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
