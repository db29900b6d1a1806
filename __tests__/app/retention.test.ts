import { beforeEach, describe, expect, it } from '@jest/globals';
import { readRetention } from '../../src/app/prune/prune-settings.ts';
import { pruneAfterRun } from '../../src/app/retention.ts';
import { undoTable } from '../../src/aws/undo/table.ts';
import type { BuildReport, RunReport } from '../../src/engine/run-report.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { countingIds } from '../support/local-cloud.ts';
import { OURS, PrunableCloud } from '../support/prunable-cloud.ts';

const invalid = (what: string, remedy: string): Error => new Error(`The input "retention" ${what}. ${remedy}`);
const settings = (...lines: readonly string[]) => readRetention(lines, invalid);

describe('the input retention', () => {
  it('is lines of settings, lists on several of them', () => {
    expect(settings()).toBeUndefined();
    expect(settings('keep-last=5', ' keep-days = 30', 'skip-checks=fleets', 'skip-checks=parameters')).toMatchObject({
      keepLast: 5,
      keepDays: 30,
      skippedChecks: new Set(['fleets', 'parameters']),
      mode: 'deregister',
      dryRun: false,
    });
    expect(settings('keep-days=1', 'dry-run=true')).toMatchObject({ dryRun: true, keepLast: 1 });
  });

  it.each([
    [['keep-lats=5'], 'The input "retention" holds "keep-lats=5". It takes lines such as keep-last=5'],
    [['5'], 'The input "retention" holds "5"'],
    [['keep-last=5', 'keep-last=6'], 'The input "retention" says keep-last twice'],
    [['keep-last=none'], 'The input "retention" is wrong: keep-last is "none"'],
    [['mode=disable'], 'is wrong: keep-last is not given, nor is keep-days'],
    [['keep-last=5', 'dry-run=yes'], 'says dry-run=yes'],
  ])('refuses %j', (lines, message) => {
    expect(() => settings(...lines)).toThrow(message);
  });
});

describe('pruning after a run', () => {
  let site: PrunableCloud;
  let events: BakeEvent[];
  beforeEach(() => {
    site = new PrunableCloud();
    events = [];
  });

  function pruneAfter(
    images: readonly { readonly id: string; readonly region: string }[],
    fields: Partial<RunReport> = {},
  ) {
    const { clock, connections } = site;
    const made = images.map(({ id, region }) => ({ id, region, name: `web ${id}`, snapshotIds: [] }));
    const build: BuildReport = {
      build: 'web.amazon-ebs.ubuntu',
      source: { type: 'amazon-ebs', name: 'ubuntu', localName: 'ubuntu' },
      outcome: 'succeeded',
      startMs: 0,
      elapsedMs: 1,
      region: 'us-east-1',
      artifact: { builderId: 'x', id: '', description: '', images: made },
      artifacts: [],
      error: undefined,
      furtherErrors: [],
      launched: undefined,
      steps: [],
      left: [],
    };
    const report = {
      runId: 'r',
      runUuid: 'u',
      startedAt: '',
      elapsedMs: 1,
      outcome: 'succeeded',
      builds: [build],
    } as const;
    const chosen = settings('keep-last=1');
    if (chosen === undefined) throw new Error('no settings');
    return pruneAfterRun(
      { ...report, ...fields },
      chosen,
      { connections, undo: undoTable(connections, clock) },
      {
        clock,
        ids: countingIds(),
        environment: {},
        reporter: { report: (event) => void events.push(event) },
        secrets: new SecretRegistry(),
        signal: new AbortController().signal,
      },
    );
  }
  const warnings = (): readonly string[] =>
    events.flatMap((event) => (event.type === 'log' && event.level === 'warning' ? [event.message] : []));

  it('removes older images of what was baked where it is, and nothing of other families and regions', async () => {
    const web = await site.images(3);
    const api = await site.images(2, { name: 'api', tags: { ...OURS, 'bake-ami:build': 'api' } });
    const west = await site.images(2, { region: 'eu-west-1' });
    const results = await pruneAfter([{ id: web[2] ?? '', region: 'us-east-1' }]);
    expect(results.map(({ error }) => error)).toEqual([undefined]);
    expect(await site.there()).toEqual(new Set([web[2], ...api]));
    expect(await site.there('eu-west-1')).toEqual(new Set(west));
    expect(warnings()).toEqual([]);
    const regions = new Set(
      site.cloud.calls
        .slice(-40)
        .filter(({ action }) => action === 'DeregisterImage')
        .map(({ region }) => region),
    );
    expect([...regions]).toEqual(['us-east-1']);
  });

  it('keeps an older image that the run has reused, and prunes the others of its family', async () => {
    const web = await site.images(3);
    const results = await pruneAfter([{ id: web[0] ?? '', region: 'us-east-1' }]);
    const finding = results[0]?.findings.find(({ resource }) => resource.id === web[0]);
    expect(finding).toMatchObject({ verdict: 'keep', why: 'this run hands it on' });
    expect(await site.there()).toEqual(new Set([web[0], web[2]]));
  });

  it('keeps what other builds of the run hand on, although they have connections of their own', async () => {
    const web = await site.images(3);
    const other = await site.connections.open({ region: 'eu-west-1' });
    site.connections.remember('image', 'us-east-1', `web ${web[0]}`, other);
    const images = [web[0] ?? '', web[2] ?? ''].map((id) => ({ id, region: 'us-east-1' }));
    await pruneAfter(images);
    expect(await site.there()).toEqual(new Set([web[0], web[2]]));
  });

  it('is a warning where the connection of an image can not be opened', async () => {
    const web = await site.images(2);
    site.connections.makerOf = () => Promise.reject(new Error('The profile is gone'));
    expect(await pruneAfter([{ id: web[1] ?? '', region: 'us-east-1' }])).toEqual([]);
    expect(warnings()).toEqual([expect.stringMatching(/^Old images were not pruned: The profile is gone/)]);
  });

  it('prunes nothing after a run that failed', async () => {
    const web = await site.images(2);
    expect(await pruneAfter([{ id: web[1] ?? '', region: 'us-east-1' }], { outcome: 'failed' })).toEqual([]);
    expect(await site.there()).toEqual(new Set(web));
  });

  it.each(['DescribeImages', 'DescribeInstances', 'DeregisterImage'])(
    'is a warning where %s is denied',
    async (action) => {
      const web = await site.images(2);
      const takeBack = site.cloud.addFault({ action, fault: { error: 'UnauthorizedOperation', status: 403 } });
      await pruneAfter([{ id: web[1] ?? '', region: 'us-east-1' }]);
      takeBack();
      expect(warnings()).toEqual([expect.stringMatching(/^Old images were not pruned/)]);
      expect(await site.there()).toEqual(new Set(web));
    },
  );
});
