import { describe, expect, it } from '@jest/globals';
import { judgePlan } from '../../src/engine/judged-plan.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { option } from '../../src/kernel/schema.ts';
import {
  builder,
  communicatorFactory,
  component,
  plan,
  plannedBuild,
  plannedPostProcessor,
  plannedProvisioner,
  postProcessor,
  provisioner,
  registry,
} from './support/fake-components.ts';

const nothing = () => Promise.resolve();
const idle = builder(() => () => Promise.resolve(undefined));
const context = { workingDirectory: '/project', force: false };

describe('the judgement of a plan', () => {
  it('tells all findings of all builds at once, each of them once', () => {
    const finding = (summary: string) => errorDiagnostic({ code: 'wrong', summary, detail: 'It is.' });
    const parts = {
      builder: { ...idle, validate: () => [finding('Builder')] },
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
    expect(judgePlan(plan(one, one), registry(parts), context).map(({ summary }) => summary)).toEqual([
      'Builder',
      'Communicator',
      'Provisioner',
      'Last',
    ]);
  });

  it('names a plugin that does not exist, with the one that was meant', () => {
    const one = plannedBuild('one', { provisioners: [plannedProvisioner('shel')] });
    const parts = registry({ builder: idle, provisioners: [provisioner('shell', nothing)] });
    expect(judgePlan(plan(one), parts, context)).toMatchObject([
      {
        summary: 'Unknown provisioner "shel"',
        detail: 'There is no provisioner named "shel". Did you mean "shell"?',
      },
    ]);
  });

  it('names a communicator that does not exist', () => {
    const one = plannedBuild('one', { builder: component('fake', { communicator: 'winrm' }) });
    expect(judgePlan(plan(one), registry({ builder: idle }), context)).toMatchObject([
      { code: 'unknown-communicator', detail: 'There is no communicator named "winrm"; there are ssh.' },
    ]);
  });

  it('says before anything is launched that nobody connects for a provisioner, unless it needs no connection', () => {
    const silent = { ...communicatorFactory(), type: 'none' };
    const provisioners = [
      provisioner('shell', nothing),
      { ...provisioner('shell-local', nothing), isLocal: true as const },
    ];
    const parts = registry({ builder: idle, communicator: silent, provisioners });
    const one = plannedBuild('one', {
      builder: component('fake', { communicator: 'none' }),
      provisioners: [
        plannedProvisioner('shell'),
        plannedProvisioner('shell-local'),
        { ...plannedProvisioner('shell'), continueOnError: true },
      ],
    });
    expect(judgePlan(plan(one), parts, context)).toMatchObject([
      {
        severity: 'warning',
        stopsBuild: true,
        code: 'provisioner-without-communicator',
        summary: 'The provisioner "shell" needs a connection, and the source has none',
      },
    ]);
    const connected = { ...one, builder: component('fake', { communicator: 'ssh' }) };
    expect(judgePlan(plan(connected), registry({ builder: idle, provisioners }), context)).toEqual([]);
  });

  it('asks for what the chosen communicator requires, once, at the source block', () => {
    const communicator = {
      ...communicatorFactory(),
      schema: { ssh_username: option.string.required({ doc: '' }), ssh_port: option.number.optional({ doc: '' }) },
      validate: () => {
        throw new Error('called without what it requires');
      },
    };
    const parts = registry({ builder: idle, communicator });
    expect(judgePlan(plan(plannedBuild('one'), plannedBuild('two')), parts, context)).toMatchObject([
      { detail: 'The argument "ssh_username" is required by the communicator "ssh", but it is not written.' },
    ]);
  });

  it('lets what is only declared judge its options, and says that it does not run yet', () => {
    const wrong = errorDiagnostic({ code: 'wrong', summary: 'Wrong', detail: 'It is.' });
    const declared = { type: 'later', schema: {}, instead: 'Use now.', validate: () => [wrong] };
    const plugins = new Map([['later', declared]]);
    const one = plannedBuild('one', {
      builder: component('later', { communicator: 'later' }),
      provisioners: [plannedProvisioner('later')],
      postProcessorChains: [[plannedPostProcessor('later')]],
    });
    const judge = (connects: boolean) =>
      judgePlan(
        plan(one),
        registry({
          builder: idle,
          declared: {
            builders: new Map([['later', { ...declared, generatedNames: [], connects }]]),
            communicators: plugins,
            provisioners: plugins,
            postProcessors: plugins,
          },
        }),
        context,
      ).map(({ severity, stopsBuild, summary }) => `${severity} ${stopsBuild}: ${summary}`);
    const kinds = ['builder', 'communicator', 'provisioner', 'post-processor'];
    const findings = (each: readonly string[]) =>
      each
        .map((kind) => `warning true: The ${kind} "later" does not run yet`)
        .toSpliced(1, 0, 'error undefined: Wrong');
    expect(judge(true)).toEqual(findings(kinds));
    // A builder that connects to nothing has no communicator.
    expect(judge(false)).toEqual(findings(kinds.filter((kind) => kind !== 'communicator')));
  });
});
