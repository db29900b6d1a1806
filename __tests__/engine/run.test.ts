import { describe, expect, it } from '@jest/globals';
import type { OnError } from '../../src/engine/on-error.ts';
import { runPlan } from '../../src/engine/run.ts';
import { BakeError, IncompleteArtifactError } from '../../src/kernel/errors.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import type { GeneratedData } from '../../src/template/plan.ts';
import { bakingBuilder } from './support/fake-bake.ts';
import {
  artifact,
  builder,
  communicator,
  communicatorFactory,
  connector,
  plan,
  plannedBuild,
  plannedPostProcessor,
  plannedProvisioner,
  postProcessor,
  provisioner,
  registry,
} from './support/fake-components.ts';
import { world } from './support/fake-world.ts';

const nothing = () => Promise.resolve();
const failure = (message: string) => new BakeError(message, { code: 'script-failed', category: 'provision' });

/** The events of a run without what tells only of time. */
function told(events: readonly BakeEvent[]): readonly string[] {
  return events.map((event) => {
    switch (event.type) {
      case 'build-started':
      case 'artifact':
        return `${event.type} ${event.build}`;
      case 'build-finished':
        return `${event.type} ${event.build} ${event.outcome}`;
      case 'step-started':
      case 'step-finished':
        return `${event.type} ${event.step}`;
      case 'resource-created':
      case 'resource-removed':
      case 'resource-kept':
      case 'resource-left':
        return `${event.type} ${event.resource.id}`;
      default:
        return event.type;
    }
  });
}

describe('a run', () => {
  it('tells a whole build as events, in order, and reports what came of it', async () => {
    const { cloud, events, journal, options } = world();
    const provisioners = [provisioner('shell', nothing)];
    const postProcessors = [postProcessor('manifest', 'always', (_, input) => Promise.resolve(input))];
    const one = plannedBuild('one', {
      provisioners: [plannedProvisioner('shell')],
      postProcessorChains: [[plannedPostProcessor('manifest')]],
    });
    const report = await runPlan(plan(one), {
      ...options,
      registry: registry({ builder: bakingBuilder(cloud, nothing), provisioners, postProcessors }),
    });
    expect(told(events)).toEqual([
      'run-started',
      'build-started one',
      'resource-created key-one',
      'resource-created sg-one',
      'resource-created i-one',
      'step-started provisioner-shell',
      'step-finished provisioner-shell',
      'resource-created ami-one',
      'resource-kept ami-one',
      'artifact one',
      'step-started post-processor-manifest',
      'step-finished post-processor-manifest',
      'resource-removed i-one',
      'resource-removed sg-one',
      'resource-removed key-one',
      'build-finished one succeeded',
    ]);
    expect(report).toMatchObject({
      runId: 'run1',
      startedAt: '2026-01-02T03:04:05.000Z',
      outcome: 'succeeded',
      builds: [
        { build: 'one', outcome: 'succeeded', artifact: { id: 'ami-one' }, artifacts: [{ id: 'ami-one' }], left: [] },
      ],
    });
    expect(report.builds[0]?.steps.map(({ name }) => name)).toEqual(['provisioner-shell', 'post-processor-manifest']);
    expect([...cloud.exists.keys()]).toEqual(['ami-one']);
    expect(journal.entries[0]).toEqual({ type: 'run', runId: 'run1', startedAt: '2026-01-02T03:04:05.000Z' });
    expect(journal.entries[1]).toEqual({
      type: 'account',
      build: 'one',
      accountId: '123456789012',
      regions: ['eu-west-1'],
      wayIn: {},
    });
  });

  it.each([
    ['once its post-processors have succeeded', 'always', true, ['processed', 'announced']],
    ['not when one of them fails', 'fails', false, ['processed']],
    ['not when one of them has used it up', 'no', true, ['processed']],
  ] as const)('makes an artifact known %s', async (_when, kind, succeeds, expected) => {
    const done: string[] = [];
    const announce = async (): Promise<void> => void done.push('announced');
    const processed = postProcessor('one', kind === 'no' ? 'no' : 'always', (_, input) => {
      done.push('processed');
      if (kind === 'fails') return Promise.reject(failure('disk full'));
      return Promise.resolve(kind === 'no' ? artifact('other') : input);
    });
    const one = plannedBuild('one', { postProcessorChains: [[plannedPostProcessor('one')]] });
    const fake = world({
      registry: registry({
        builder: builder(() => () => Promise.resolve(artifact('ami', { announce }))),
        postProcessors: [processed],
      }),
    });
    const report = await runPlan(plan(one), fake.options);
    expect(report.outcome).toBe(succeeds ? 'succeeded' : 'failed');
    expect(done).toEqual(expected);
  });

  it('fails a build whose artifact could not be made known, and keeps the artifact', async () => {
    const announce = (): Promise<void> => Promise.reject(failure('no such permission'));
    const fake = world({
      registry: registry({ builder: builder(() => () => Promise.resolve(artifact('ami', { announce }))) }),
    });
    const { builds } = await runPlan(plan(plannedBuild('one')), fake.options);
    expect(builds[0]).toMatchObject({ outcome: 'failed', artifact: { id: 'ami' } });
    expect(builds[0]?.error?.message).toBe('no such permission');
  });

  it('makes nothing of a build without an artifact: no post-processor runs', async () => {
    const { options } = world();
    const postProcessors = [postProcessor('manifest', 'always', () => Promise.reject(new Error('called')))];
    const one = plannedBuild('one', { postProcessorChains: [[plannedPostProcessor('manifest')]] });
    const report = await runPlan(plan(one), {
      ...options,
      registry: registry({ builder: builder(() => () => Promise.resolve(undefined)), postProcessors }),
    });
    expect(report.builds[0]).toMatchObject({ outcome: 'succeeded', artifact: undefined, artifacts: [] });
  });
});

describe('the machine of a build', () => {
  it('is in the report of that build and of no other, as the builder told it', async () => {
    const { options, events } = world();
    const launched = { id: 'i-1', type: 'm5.large', market: 'spot', availabilityZone: 'eu-west-1b' } as const;
    const telling = builder(() => () => Promise.resolve(undefined), {
      prepare: (_, { build, emit }) =>
        Promise.resolve({
          bake: () => {
            if (build === 'one') emit({ type: 'instance-launched', build, instance: launched });
            return Promise.resolve(undefined);
          },
        }),
    });
    const report = await runPlan(plan(plannedBuild('one'), plannedBuild('two')), {
      ...options,
      registry: registry({ builder: telling }),
    });
    expect(report.builds.map(({ launched: machine }) => machine)).toEqual([launched, undefined]);
    expect(events).toContainEqual({ type: 'instance-launched', build: 'one', instance: launched });
  });
});

describe('several builds', () => {
  function timed() {
    const fake = world();
    const running: string[] = [];
    let most = 0;
    const slow = builder((name, signal) => async () => {
      running.push(name);
      most = Math.max(most, running.length);
      await fake.clock.sleep(1_000, signal);
      running.splice(running.indexOf(name), 1);
      if (name === 'two') throw new Error('two is broken');
      return artifact(`ami-${name}`);
    });
    const builds = plan(plannedBuild('one'), plannedBuild('two'), plannedBuild('three'));
    return { ...fake, builds, parts: registry({ builder: slow }), most: () => most };
  }

  it('run side by side, reported in the order of the plan; one that fails disturbs no other', async () => {
    const { options, builds, parts, clock, most } = timed();
    const report = await runPlan(builds, { ...options, registry: parts });
    expect(clock.monotonic()).toBe(1_000);
    expect(most()).toBe(3);
    expect(report.builds.map(({ build, outcome }) => [build, outcome])).toEqual([
      ['one', 'succeeded'],
      ['two', 'failed'],
      ['three', 'succeeded'],
    ]);
    expect(report.outcome).toBe('failed');
    expect(report.builds[1]?.error?.message).toBe('two is broken');
  });

  it.each([
    [1, 3_000],
    [2, 2_000],
    [7, 1_000],
  ])('run at most %i at a time', async (parallelBuilds, elapsed) => {
    const { options, builds, parts, clock, most } = timed();
    await runPlan(builds, { ...options, registry: parts, parallelBuilds });
    expect(most()).toBe(Math.min(parallelBuilds, 3));
    expect(clock.monotonic()).toBe(elapsed);
  });

  it('whose turn had not come when the run was cancelled never start', async () => {
    const { options, builds, parts, clock, abort, events } = timed();
    void clock.sleep(500).then(() => abort.abort());
    const report = await runPlan(builds, { ...options, registry: parts, parallelBuilds: 1 });
    expect(report.outcome).toBe('cancelled');
    expect(report.builds.map(({ outcome }) => outcome)).toEqual(['cancelled', 'skipped', 'skipped']);
    expect(told(events).filter((line) => line.startsWith('build-started'))).toEqual(['build-started one']);
  });
});

describe('what provisioners are told', () => {
  it("has every name of Packer's, and the builder's own", async () => {
    const { options } = world();
    let seen: GeneratedData = {};
    const looking = provisioner('shell', ({ options: given }, { generated }) => {
      expect(given.generated).toEqual(generated);
      seen = generated;
      return Promise.resolve();
    });
    const made = builder(() => async (_, provision) => {
      await provision(communicator(), { ID: 'i-0123', SourceAMI: 'ami-source' });
      return undefined;
    });
    const one = plannedBuild('one', { provisioners: [plannedProvisioner('shell')] });
    const report = await runPlan(plan(one), {
      ...options,
      registry: registry({ builder: made, provisioners: [looking] }),
    });
    expect(seen).toEqual({
      ID: 'i-0123',
      SourceAMI: 'ami-source',
      Host: '198.51.100.7',
      Port: 22,
      User: 'ubuntu',
      Password: '',
      ConnType: 'ssh',
      PackerRunUUID: report.runUuid,
      PackerHTTPIP: 'ERR_HTTP_IP_NOT_IMPLEMENTED_BY_BUILDER',
      PackerHTTPPort: 'ERR_HTTP_PORT_NOT_IMPLEMENTED_BY_BUILDER',
      PackerHTTPAddr: 'ERR_HTTP_ADDR_NOT_IMPLEMENTED_BY_BUILDER',
      SSHPublicKey: 'ssh-ed25519 AAAA',
      SSHPrivateKey: 'PRIVATE KEY OF THE TEST',
      SSHPrivateKeyFile: '',
      SSHAgentAuth: false,
      WinRMPassword: '',
    });
    expect(options.secrets.mask('PRIVATE KEY OF THE TEST')).toBe('***');
  });

  it('says that there is no instance id where the builder gives none', async () => {
    const { options } = world();
    let seen: GeneratedData = {};
    const looking = provisioner('shell', (_, { generated }) => {
      seen = generated;
      return Promise.resolve();
    });
    const made = builder(() => async (_, provision) => {
      await provision(communicator(), {});
      return undefined;
    });
    const one = plannedBuild('one', { provisioners: [plannedProvisioner('shell')] });
    await runPlan(plan(one), {
      ...options,
      registry: registry({
        builder: made,
        provisioners: [looking],
        communicator: communicatorFactory(connector({ login: { kind: 'given' } })),
      }),
    });
    expect(seen['ID']).toBe('ERR_ID_NOT_IMPLEMENTED_BY_BUILDER');
    expect(seen['SSHPublicKey']).toBe('');
  });
});

describe('when a build fails', () => {
  function failing(onError: OnError) {
    const fake = world({ onError });
    const ran: string[] = [];
    const provisioners = [
      provisioner('shell', () => Promise.reject(failure('Script exited with status 3'))),
      provisioner('second', () => Promise.resolve(void ran.push('second'))),
      provisioner('rescue', () => Promise.resolve(void ran.push('rescue'))),
    ];
    const one = plannedBuild('one', {
      provisioners: [plannedProvisioner('shell'), plannedProvisioner('second')],
      errorCleanupProvisioner: plannedProvisioner('rescue'),
    });
    const parts = registry({ builder: bakingBuilder(fake.cloud, nothing), provisioners });
    return { ...fake, ran, builds: plan(one), options: { ...fake.options, registry: parts } };
  }

  it.each<{ onError: OnError; ran: string[]; remains: string[] }>([
    { onError: 'cleanup', ran: ['rescue'], remains: [] },
    { onError: 'abort', ran: [], remains: ['key-one', 'sg-one', 'i-one'] },
    { onError: 'run-cleanup-provisioner', ran: ['rescue'], remains: ['key-one', 'sg-one', 'i-one'] },
  ])('on-error "$onError" leaves $remains and runs $ran', async ({ onError, ran: expected, remains }) => {
    const { options, builds, cloud, ran, events } = failing(onError);
    const report = await runPlan(builds, options);
    expect(report.outcome).toBe('failed');
    expect(report.builds[0]?.error?.message).toBe('Script exited with status 3');
    expect(ran).toEqual(expected);
    expect([...cloud.exists.keys()]).toEqual(remains);
    expect(events.filter(({ type }) => type === 'resource-kept')).toHaveLength(remains.length);
    const titles = events.flatMap((event) => (event.type === 'step-started' ? [event.title] : []));
    expect(titles.includes('Provisioner rescue (error-cleanup-provisioner)')).toBe(expected.length > 0);
  });

  it('reports a failing error-cleanup-provisioner beside the first error, not instead of it', async () => {
    const { options, builds, events } = failing('cleanup');
    const provisioners = [
      provisioner('shell', () => Promise.reject(failure('first'))),
      provisioner('second', nothing),
      provisioner('rescue', () => Promise.reject(failure('rescue failed too'))),
    ];
    const report = await runPlan(builds, {
      ...options,
      registry: {
        ...options.registry,
        provisioners: new Map(provisioners.map((plugin) => [plugin.type, plugin])) as never,
      },
    });
    expect(report.builds[0]?.error?.message).toBe('first');
    expect(report.builds[0]?.furtherErrors.map(({ message }) => message)).toEqual(['rescue failed too']);
    expect(events.filter(({ type }) => type === 'log')).toEqual([
      {
        type: 'log',
        level: 'error',
        build: 'one',
        message: 'rescue failed too',
        error: report.builds[0]?.furtherErrors[0],
      },
    ]);
  });

  it('reports what could not be removed beside the first error', async () => {
    const { options, builds, cloud } = failing('cleanup');
    cloud.behaviour.set('confirm sg-one', () => Promise.reject(new Error('in use')));
    const report = await runPlan(builds, options);
    expect(report.builds[0]?.error?.message).toBe('Script exited with status 3');
    expect(report.builds[0]?.left.map(({ resource }) => resource.id)).toEqual(['sg-one']);
  });

  it('in a post-processor, the image stays and is still published', async () => {
    const { options, cloud } = failing('cleanup');
    const postProcessors = [postProcessor('manifest', 'always', () => Promise.reject(new Error('disk full')))];
    const one = plannedBuild('one', { postProcessorChains: [[plannedPostProcessor('manifest')]] });
    const report = await runPlan(plan(one), {
      ...options,
      registry: registry({ builder: bakingBuilder(cloud, nothing), postProcessors }),
    });
    expect(report.builds[0]).toMatchObject({
      outcome: 'failed',
      error: { message: 'disk full' },
      artifact: { id: 'ami-one' },
    });
    expect([...cloud.exists.keys()]).toEqual(['ami-one']);
  });

  it('in one region only, what is finished in the others stays and is published', async () => {
    const { options, builds } = failing('cleanup');
    const { summary } = artifact('ami-one');
    const incomplete = new IncompleteArtifactError('No quota in us-west-2', summary, {
      code: 'quota',
      category: 'cloud',
    });
    const parts = registry({ builder: builder(() => () => Promise.reject(incomplete)) });
    const report = await runPlan(builds, { ...options, registry: { ...options.registry, builders: parts.builders } });
    expect(report.builds[0]).toMatchObject({ outcome: 'failed', error: incomplete, artifact: { id: 'ami-one' } });
  });

  it('before the machine exists, the error-cleanup-provisioner does not run', async () => {
    const { options, builds, cloud, ran } = failing('cleanup');
    const parts = registry({
      builder: bakingBuilder(cloud, (name) =>
        name === 'before instance' ? Promise.reject(failure('no capacity')) : Promise.resolve(),
      ),
    });
    const report = await runPlan(builds, { ...options, registry: { ...options.registry, builders: parts.builders } });
    expect(report.builds[0]?.error?.message).toBe('no capacity');
    expect(ran).toEqual([]);
    expect(cloud.exists.size).toBe(0);
  });
});
