import { describe, expect, it } from '@jest/globals';
import { causeChain, describeError, describeResource, narrate } from '../../../src/app/texts/narration.ts';
import { errorDiagnostic } from '../../../src/kernel/diagnostics.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import type { BakeEvent } from '../../../src/kernel/events.ts';

const build = 'amazon-ebs.app';
const resource = { kind: 'security-group', id: 'sg-1', region: 'eu-west-1', name: 'bake' };
const error = new BakeError('It is in use', { code: 'in-use', category: 'left-behind', hint: 'Delete it by hand.' });
const artifact = { builderId: 'mitchellh.amazonebs', id: 'eu-west-1:ami-1', description: 'AMIs', images: [] };
const step = { build, step: 'stop', title: 'Stopping the instance' };

describe('an event in words', () => {
  it.each([
    [{ type: 'run-started', runId: 'r1', builds: ['a'] }, 'heading', undefined, 'Baking a'],
    [{ type: 'run-started', runId: 'r1', builds: ['a', 'b'] }, 'heading', undefined, 'Baking 2 builds: a, b'],
    [
      { type: 'run-started', runId: 'r1', builds: ['a', 'b'], looksOnly: true },
      'heading',
      undefined,
      'Looking for images of 2 builds: a, b',
    ],
    [
      { type: 'build-finished', build, outcome: 'succeeded', elapsedMs: 1_000, looksOnly: true },
      'debug',
      build,
      'Looked for an image in 1 second',
    ],
    [
      { type: 'resource-created', build, resource: { kind: 'iam-role', id: 'bake', region: 'eu-west-1' } },
      'detail',
      build,
      'Created IAM role bake in eu-west-1',
    ],
    [
      { type: 'build-finished', build, outcome: 'failed', elapsedMs: 1_000, looksOnly: true, error },
      'error',
      undefined,
      "The look for an image of 'amazon-ebs.app' failed after 1 second: It is in use. Delete it by hand.",
    ],
    [{ type: 'build-started', build }, 'debug', build, 'Build started'],
    [
      { type: 'build-finished', build, outcome: 'succeeded', elapsedMs: 184_000, artifact },
      'heading',
      undefined,
      "Build 'amazon-ebs.app' finished after 3 minutes 4 seconds.",
    ],
    [
      { type: 'build-finished', build, outcome: 'failed', elapsedMs: 1_000, error },
      'error',
      undefined,
      "Build 'amazon-ebs.app' errored after 1 second: It is in use. Delete it by hand.",
    ],
    [
      { type: 'build-finished', build, outcome: 'cancelled', elapsedMs: 1_000 },
      'error',
      undefined,
      "Build 'amazon-ebs.app' errored after 1 second: cancelled",
    ],
    [{ type: 'step-started', ...step }, 'heading', build, 'Stopping the instance'],
    [
      { type: 'step-finished', ...step, outcome: 'succeeded', elapsedMs: 850 },
      'detail',
      build,
      'Stopping the instance: done after 850 ms',
    ],
    [
      { type: 'instance-launched', build, instance: { id: 'i-1', type: 't3.micro', market: 'spot' } },
      'detail',
      build,
      'Building on the spot t3.micro i-1',
    ],
    [
      {
        type: 'instance-launched',
        build,
        instance: { id: 'i-1', type: 'm5.large', market: 'on-demand', availabilityZone: 'eu-west-1a' },
      },
      'detail',
      build,
      'Building on the m5.large i-1 in eu-west-1a',
    ],
    [{ type: 'resource-created', build, resource }, 'detail', build, 'Created security group sg-1 "bake" in eu-west-1'],
    [{ type: 'resource-removed', build, resource }, 'detail', build, 'Removed security group sg-1 "bake" in eu-west-1'],
    [
      { type: 'resource-kept', build, resource, reason: 'it was there before' },
      'detail',
      build,
      'Kept security group sg-1 "bake" in eu-west-1: it was there before',
    ],
    [
      { type: 'resource-left', build, resource, error },
      'error',
      build,
      'Left behind: security group sg-1 "bake" in eu-west-1. It is in use. Delete it by hand.',
    ],
    [
      { type: 'remote-line', build, source: 'ansible', stream: 'stderr', text: 'ok: [default]' },
      'remote',
      build,
      'ansible: ok: [default]',
    ],
    [
      { type: 'waiting', build, what: 'the AMI ami-1 in eu-west-1', state: 'pending', elapsedMs: 65_000, percent: 43 },
      'detail',
      build,
      'Waiting for the AMI ami-1 in eu-west-1: pending, 43 %, after 1 min 5 s',
    ],
    [
      { type: 'waiting', build, what: 'the instance i-1', state: 'stopping', elapsedMs: 12_345 },
      'detail',
      build,
      'Waiting for the instance i-1: stopping, after 12.3 s',
    ],
    [{ type: 'progress', build, message: 'Half of it', percent: 50 }, 'detail', build, 'Half of it'],
    [
      { type: 'file-written', build, kind: 'manifest', path: '/w/packer-manifest.json' },
      'detail',
      build,
      'Wrote the manifest /w/packer-manifest.json',
    ],
    [{ type: 'artifact', build, artifact }, 'debug', build, 'Artifact eu-west-1:ami-1'],
    [{ type: 'log', level: 'debug', message: 'm' }, 'debug', undefined, 'm'],
    [{ type: 'log', level: 'info', message: 'm', build }, 'detail', build, 'm'],
    [{ type: 'log', level: 'warning', message: 'm' }, 'warning', undefined, 'm'],
    [{ type: 'log', level: 'error', message: 'm' }, 'error', undefined, 'm'],
  ] as [BakeEvent, string, string | undefined, string][])('%j', (event, weight, of, text) => {
    expect(narrate(event)).toEqual({ weight, build: of, text });
  });

  it('leaves diagnostics to those who show the source text', () => {
    const diagnostic = errorDiagnostic({ code: 'x', summary: 'X', detail: '' });
    expect(narrate({ type: 'diagnostic', diagnostic })).toBeUndefined();
  });
});

describe('the parts of a sentence', () => {
  it('name a resource once where its name is its id', () => {
    expect(describeResource({ kind: 'key-pair', id: 'bake', name: 'bake', region: 'r' })).toBe('key pair bake in r');
    expect(describeResource({ kind: 'image', id: 'ami-1', region: 'r' })).toBe('image ami-1 in r');
  });

  it.each([
    ['No', undefined, 'No'],
    ['No', 'Try.', 'No. Try.'],
    ['No.', 'Try.', 'No. Try.'],
    ['Why?', 'Try.', 'Why? Try.'],
  ])('put one full stop between %j and its remedy %j', (message, hint, text) => {
    const options = { code: 'x', category: 'cloud', ...(hint === undefined ? {} : { hint }) } as const;
    expect(describeError(new BakeError(message, options))).toBe(text);
  });

  it('list the causes of an error from the outside in, each once, and never without end', () => {
    const cause = new Error('top', { cause: new Error('a', { cause: new Error('a', { cause: new Error('b') }) }) });
    expect(causeChain(cause)).toEqual(['a', 'b']);
    const whole = new Error('It is not verified: a check failed', { cause: new Error('a check failed') });
    expect(causeChain(whole)).toEqual([]);
    let endless = new Error('0');
    for (let depth = 1; depth < 50; depth += 1) endless = new Error(String(depth), { cause: endless });
    expect(causeChain(endless)).toHaveLength(10);
    expect(causeChain(new Error('top', { cause: 'not an error' }))).toEqual([]);
  });
});
