import { describe, expect, it } from '@jest/globals';
import type { OnError } from '../../src/engine/on-error.ts';
import { runPlan } from '../../src/engine/run.ts';
import { errorDiagnostic, warningDiagnostic } from '../../src/kernel/diagnostics.ts';
import { BakeError, IncompleteArtifactError } from '../../src/kernel/errors.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { option } from '../../src/kernel/schema.ts';
import type { GeneratedData } from '../../src/template/plan.ts';
import { bakingBuilder } from './support/fake-bake.ts';
import {
  artifact,
  builder,
  communicator,
  communicatorFactory,
  component,
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
      wayIn: {},
    });
  });

  it('judges all builds before it begins any, and tells all findings at once', async () => {
    const { cloud, events, journal, options } = world();
    const finding = (summary: string) => errorDiagnostic({ code: 'wrong', summary, detail: 'It is.' });
    const parts = {
      builder: { ...bakingBuilder(cloud, nothing), validate: () => [finding('Builder')] },
      communicator: { ...communicatorFactory(), validate: () => [finding('Communicator')] },
      provisioners: [{ ...provisioner('shell', nothing), validate: () => [finding('Provisioner')] }],
      postProcessors: [
        { ...postProcessor('manifest', 'always', () => Promise.resolve(undefined)), validate: () => [finding('Last')] },
      ],
    };
    const one = plannedBuild('one', {
      errorCleanupProvisioner: plannedProvisioner('shell'),
      postProcessorChains: [[plannedPostProcessor('manifest')]],
    });
    await expect(runPlan(plan(one, one), { ...options, registry: registry(parts) })).rejects.toMatchObject({
      name: 'TemplateError',
      message: 'Builder, and 3 more',
    });
    expect(events.flatMap((event) => (event.type === 'diagnostic' ? [event.diagnostic.summary] : []))).toEqual([
      'Builder',
      'Communicator',
      'Provisioner',
      'Last',
    ]);
    expect(journal.entries).toEqual([]);
  });

  it('names a plugin that does not exist, with the one that was meant', async () => {
    const { options } = world();
    const one = plannedBuild('one', { provisioners: [plannedProvisioner('shel')] });
    const parts = {
      builder: builder(() => () => Promise.resolve(undefined)),
      provisioners: [provisioner('shell', nothing)],
    };
    await expect(runPlan(plan(one), { ...options, registry: registry(parts) })).rejects.toMatchObject({
      diagnostics: [
        {
          summary: 'Unknown provisioner "shel"',
          detail: 'There is no provisioner named "shel". Did you mean "shell"?',
        },
      ],
    });
  });

  it('names a communicator that does not exist', async () => {
    const { options } = world();
    const one = plannedBuild('one', { builder: component('fake', { communicator: 'winrm' }) });
    await expect(runPlan(plan(one), options)).rejects.toMatchObject({
      diagnostics: [{ code: 'unknown-communicator', detail: 'There is no communicator named "winrm"; there are ssh.' }],
    });
  });

  it('asks for what the chosen communicator requires, once, at the source block', async () => {
    const { options } = world();
    const factory = {
      ...communicatorFactory(),
      schema: { ssh_username: option.string.required({ doc: '' }), ssh_port: option.number.optional({ doc: '' }) },
      validate: () => {
        throw new Error('called without what it requires');
      },
    };
    const parts = registry({ builder: builder(() => () => Promise.resolve(undefined)), communicator: factory });
    await expect(
      runPlan(plan(plannedBuild('one'), plannedBuild('two')), { ...options, registry: parts }),
    ).rejects.toMatchObject({
      diagnostics: [
        { detail: 'The argument "ssh_username" is required by the communicator "ssh", but it is not written.' },
      ],
    });
  });

  it('goes on after warnings', async () => {
    const { options, events } = world();
    const warning = warningDiagnostic({ code: 'odd', summary: 'Odd', detail: 'It is.' });
    const odd = builder(() => () => Promise.resolve(undefined), { validate: () => [warning] });
    const report = await runPlan(plan(plannedBuild('one')), { ...options, registry: registry({ builder: odd }) });
    expect(report.outcome).toBe('succeeded');
    expect(events[0]).toEqual({ type: 'diagnostic', diagnostic: warning });
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
  });

  it('asks the person at the terminal with on-error "ask"', async () => {
    const { options, builds, cloud } = failing('ask');
    const asked: string[] = [];
    await runPlan(builds, {
      ...options,
      prompt: (build, error) => {
        asked.push(`${build}: ${error.message}`);
        return Promise.resolve('abort');
      },
    });
    expect(asked).toEqual(['one: Script exited with status 3']);
    expect(cloud.exists.size).toBe(3);
  });

  it('refuses "ask" where nobody can be asked, before anything is made', async () => {
    const { options, builds, journal } = failing('ask');
    await expect(runPlan(builds, options)).rejects.toMatchObject({
      code: 'on-error-needs-terminal',
      message: 'on-error is "ask", and there is no terminal to ask at',
    });
    expect(journal.entries).toEqual([]);
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
      { type: 'log', level: 'error', build: 'one', message: 'rescue failed too' },
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
