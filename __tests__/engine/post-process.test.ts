import { describe, expect, it } from '@jest/globals';
import type { Artifact, PostProcessor } from '../../src/engine/ports.ts';
import { postProcess } from '../../src/engine/post-process.ts';
import { stepLog } from '../../src/engine/steps.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import type { GeneratedData, PlannedPostProcessor } from '../../src/template/plan.ts';
import {
  artifact,
  builder,
  plannedBuild,
  plannedPostProcessor,
  postProcessor,
  registry,
} from './support/fake-components.ts';
import { world } from './support/fake-world.ts';

type Plugin = PostProcessor<{ generated: GeneratedData }>;

/** Passes its input on, as `manifest` and `shell-local` do. */
const passing = postProcessor('pass', 'always', (_, input) => Promise.resolve(input));
/** Make something new of it, and want, by default want, or do not want the input kept. */
const keeping = making('keeping', 'always');
const inclined = making('inclined', 'by-default');
const consuming = making('consuming', 'no');
const failing = postProcessor('failing', 'no', () => Promise.reject(new Error('disk full')));
const ending = postProcessor('ending', 'always', () => Promise.resolve(undefined));

const made = new Map<string, ReturnType<typeof artifact>>();

function making(type: string, keepsInput: Plugin['keepsInput']): Plugin {
  return postProcessor(type, keepsInput, (_, input) => {
    const result = artifact(`${type}(${input.summary.id})`);
    made.set(result.summary.id, result);
    return Promise.resolve(result);
  });
}

async function run(...chains: readonly (readonly PlannedPostProcessor[])[]) {
  made.clear();
  const fake = world();
  const emit = fake.options.reporter.report.bind(fake.options.reporter);
  const original = artifact('ami');
  const { artifacts, errors } = await postProcess(
    plannedBuild('one', { postProcessorChains: chains }),
    original,
    { Host: '198.51.100.7', ID: 'overridden' },
    registry({
      builder: builder(() => () => Promise.resolve(undefined)),
      postProcessors: [passing, keeping, inclined, consuming, failing, ending],
    }),
    {
      ...fake.options,
      runUuid: 'uuid',
      build: 'fake.one',
      source: { type: 'fake', name: 'one', localName: 'one' },
      emit,
      render: (text) => text,
      secrets: new SecretRegistry(),
      mentionsShutdown: false,
      ...stepLog('fake.one', { clock: fake.clock, emit, signal: fake.abort.signal, start: 0 }),
      reuse: { mode: 'never', requiredTags: [] },
      fingerprint: async () => undefined,
    },
  );
  return {
    remain: artifacts.map(({ summary }) => summary.id),
    destroyed: [original, ...made.values()].filter((each) => each.destroyed() > 0).map(({ summary }) => summary.id),
    errors: errors.map(({ message }) => message),
  };
}

const link = plannedPostProcessor;

describe('post-processor chains', () => {
  it.each<{ name: string; chains: PlannedPostProcessor[][]; remain: string[]; destroyed?: string[] }>([
    { name: 'no chain keeps the artifact', chains: [], remain: ['ami'] },
    { name: 'an empty chain is none', chains: [[]], remain: ['ami'] },
    { name: 'one that passes it on keeps it, once', chains: [[link('pass')]], remain: ['ami'] },
    { name: 'keep_input_artifact = false cannot make it go', chains: [[link('pass', false)]], remain: ['ami'] },
    { name: 'one that keeps adds its own', chains: [[link('keeping')]], remain: ['ami', 'keeping(ami)'] },
    { name: 'kept by default', chains: [[link('inclined')]], remain: ['ami', 'inclined(ami)'] },
    {
      name: 'unless the template says otherwise',
      chains: [[link('inclined', false)]],
      remain: ['inclined(ami)'],
      destroyed: ['ami'],
    },
    { name: 'used up', chains: [[link('consuming')]], remain: ['consuming(ami)'], destroyed: ['ami'] },
    {
      name: 'unless the template wants it kept',
      chains: [[link('consuming', true)]],
      remain: ['ami', 'consuming(ami)'],
    },
    {
      name: 'one chain that keeps it is enough',
      chains: [[link('consuming')], [link('pass')]],
      remain: ['ami', 'consuming(ami)'],
    },
    {
      name: 'what is between two links goes, unless it is to be kept',
      chains: [[link('keeping'), link('consuming'), link('keeping')]],
      remain: ['ami', 'consuming(keeping(ami))', 'keeping(consuming(keeping(ami)))'],
      destroyed: ['keeping(ami)'],
    },
    {
      name: 'the original passed on and then used up still stays, since the first link keeps it',
      chains: [[link('pass'), link('consuming')]],
      remain: ['ami', 'consuming(ami)'],
    },
    {
      name: 'a link without a result ends its chain only',
      chains: [[link('ending'), link('consuming')], [link('keeping')]],
      remain: ['ami', 'keeping(ami)'],
    },
  ])('$name', async ({ chains, remain, destroyed = [] }) => {
    expect(await run(...chains)).toEqual({ remain, destroyed, errors: [] });
  });

  it('never lose the image to a failure: Packer would destroy it here', async () => {
    expect(await run([link('failing')])).toEqual({ remain: ['ami'], destroyed: [], errors: ['disk full'] });
  });

  it('keep the image even when an earlier link had used it up: what failed may need it again', async () => {
    expect(await run([link('consuming'), link('failing')])).toEqual({
      remain: ['ami', 'consuming(ami)'],
      destroyed: [],
      errors: ['disk full'],
    });
  });

  it('go on with the next chain after a failure, and skip the rest of the failed one', async () => {
    expect(
      await run([link('consuming'), link('failing'), link('keeping')], [link('keeping')], [link('failing')]),
    ).toEqual({
      remain: ['ami', 'consuming(ami)', 'keeping(ami)'],
      destroyed: [],
      errors: ['disk full', 'disk full'],
    });
  });

  it('get the build data of the artifact that comes in, over what every builder has', async () => {
    let seen: GeneratedData = {};
    const looking = postProcessor('looking', 'always', ({ options }, input: Artifact) => {
      seen = options.generated;
      return Promise.resolve(input);
    });
    const fake = world();
    const emit = fake.options.reporter.report.bind(fake.options.reporter);
    await postProcess(
      plannedBuild('one', { postProcessorChains: [[link('looking')]] }),
      artifact('ami'),
      { Host: '198.51.100.7', ID: 'overridden' },
      registry({ builder: builder(() => () => Promise.resolve(undefined)), postProcessors: [looking] }),
      {
        ...fake.options,
        runUuid: 'uuid',
        build: 'fake.one',
        source: { type: 'fake', name: 'one', localName: 'one' },
        emit,
        render: (text) => text,
        mentionsShutdown: false,
        ...stepLog('fake.one', { clock: fake.clock, emit, signal: fake.abort.signal, start: 0 }),
        reuse: { mode: 'never', requiredTags: [] },
        fingerprint: async () => undefined,
      },
    );
    expect(seen).toEqual({ Host: '198.51.100.7', ID: 'i-1', SourceAMI: 'ami-source' });
  });
});
