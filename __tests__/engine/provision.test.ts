import { describe, expect, it } from '@jest/globals';
import type { Communicator } from '../../src/engine/ports.ts';
import { runProvisioner } from '../../src/engine/provision.ts';
import { stepLog } from '../../src/engine/steps.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import type { GeneratedData, PlannedProvisioner } from '../../src/template/plan.ts';
import {
  builder,
  communicator,
  component,
  plannedProvisioner,
  provisioner,
  registry,
} from './support/fake-components.ts';
import { world } from './support/fake-world.ts';

type Attempt = (attempt: number, signal: AbortSignal, generated: GeneratedData) => Promise<void>;

/** Runs one provisioner whose plugin does what `attempt` says. */
function setUp(settings: Partial<PlannedProvisioner>, attempt: Attempt, machine: Partial<Communicator> = {}) {
  const fake = world();
  const { clock, events, abort } = fake;
  const attempts: { at: number; generated: GeneratedData }[] = [];
  const plugin = provisioner('shell', async ({ options }, context) => {
    attempts.push({ at: clock.monotonic(), generated: options.generated });
    context.line('stdout', `attempt ${attempts.length}`);
    await attempt(attempts.length, context.signal, context.generated);
  });
  const emit = fake.options.reporter.report.bind(fake.options.reporter);
  const context = {
    ...fake.options,
    runUuid: 'uuid',
    build: 'fake.one',
    source: { type: 'fake', name: 'one', localName: 'one' },
    emit,
    render: (text: string) => text,
    secrets: new SecretRegistry(),
    mentionsShutdown: false,
    ...stepLog('fake.one', { clock, emit, signal: abort.signal, start: 0 }),
    reuse: { mode: 'never' as const, requiredTags: [] },
    fingerprint: async () => undefined,
  };
  const run = () =>
    runProvisioner(
      plannedProvisioner('shell', settings),
      { communicator: communicator(machine), generated: { ID: 'i-1' } },
      registry({ builder: builder(() => () => Promise.resolve(undefined)), provisioners: [plugin] }),
      context,
    );
  const warnings = () => events.flatMap((event) => (event.type === 'log' ? [event.message] : []));
  return { run, attempts, events, warnings, clock, abort };
}

const failure = (message = 'Script exited with status 3') =>
  new BakeError(message, { code: 'script-failed', category: 'provision' });

describe('a provisioner in its wrappers', () => {
  it('runs with the options as they are at run time, as one step, its lines marked with its name', async () => {
    const { run, attempts, events } = setUp({}, () => Promise.resolve());
    await run();
    expect(attempts).toEqual([{ at: 0, generated: { ID: 'i-1' } }]);
    expect(events).toEqual([
      { type: 'step-started', build: 'fake.one', step: 'provisioner-shell', title: 'Provisioner shell' },
      { type: 'remote-line', build: 'fake.one', source: 'shell', stream: 'stdout', text: 'attempt 1' },
      {
        type: 'step-finished',
        build: 'fake.one',
        step: 'provisioner-shell',
        title: 'Provisioner shell',
        outcome: 'succeeded',
        elapsedMs: 0,
        at: expect.objectContaining({ filename: 'template.pkr.hcl' }),
      },
    ]);
  });

  it('is called by its name where it has one', async () => {
    const { run, events } = setUp({ name: 'install' }, () => Promise.resolve());
    await run();
    expect(events[0]).toMatchObject({ title: 'Provisioner shell "install"' });
  });

  it('pauses before each attempt', async () => {
    const { run, attempts, events } = setUp({ pauseBeforeMs: 30_000, maxRetries: 1 }, (attempt) =>
      attempt === 1 ? Promise.reject(failure()) : Promise.resolve(),
    );
    await run();
    expect(attempts.map(({ at }) => at)).toEqual([30_000, 60_000]);
    expect(events[1]).toEqual({
      type: 'progress',
      build: 'fake.one',
      message: 'Pausing 30 seconds before the next provisioner',
    });
  });

  it('can be cancelled while it pauses', async () => {
    const { run, attempts, abort, clock } = setUp({ pauseBeforeMs: 30_000 }, () => Promise.resolve());
    void clock.sleep(1_000).then(() => abort.abort(new Error('stop')));
    await expect(run()).rejects.toThrow('stop');
    expect(attempts).toEqual([]);
    expect(clock.monotonic()).toBe(1_000);
  });

  it('ends at its timeout, even with a pause before it, and the error names the limit', async () => {
    const { run, clock } = setUp({ pauseBeforeMs: 1_000, timeoutMs: 90_000, name: 'slow' }, (_, signal) =>
      clock.sleep(3_600_000, signal),
    );
    await expect(run()).rejects.toThrow('Provisioner shell "slow" took longer than its timeout of 1 minute 30 seconds');
    expect(clock.monotonic()).toBe(91_000);
    expect(clock.sleeping).toBe(0);
  });

  it('gives every attempt a timeout of its own', async () => {
    const { run, attempts, clock } = setUp({ timeoutMs: 10_000, maxRetries: 2 }, (attempt, signal) =>
      attempt < 3 ? clock.sleep(60_000, signal) : Promise.resolve(),
    );
    await run();
    expect(attempts.map(({ at }) => at)).toEqual([0, 10_000, 20_000]);
  });

  it('tries again as often as max_retries says, tells of each failure, and ends with the last one', async () => {
    const { run, attempts, warnings } = setUp({ maxRetries: 2 }, (attempt) =>
      Promise.reject(failure(`Attempt ${attempt} failed`)),
    );
    await expect(run()).rejects.toThrow('Attempt 3 failed');
    expect(attempts).toHaveLength(3);
    expect(warnings()).toEqual([
      'Provisioner shell failed, retries left: 2. Attempt 1 failed',
      'Provisioner shell failed, retries left: 1. Attempt 2 failed',
    ]);
  });

  it('opens the connection anew before it tries again, when that was what broke', async () => {
    let reconnects = 0;
    const lost = new BakeError('Connection lost', { code: 'connection-lost', category: 'connection' });
    const { run } = setUp({ maxRetries: 1 }, (attempt) => (attempt === 1 ? Promise.reject(lost) : Promise.resolve()), {
      reconnect: async () => {
        reconnects += 1;
      },
    });
    await run();
    expect(reconnects).toBe(1);
  });

  it('does not try again once the build is cancelled', async () => {
    const { run, attempts, abort } = setUp({ maxRetries: 5, continueOnError: true }, () => {
      abort.abort(new Error('stop'));
      return Promise.reject(failure());
    });
    await expect(run()).rejects.toThrow('Script exited');
    expect(attempts).toHaveLength(1);
  });

  it('lets the build go on with continue_on_error, after all retries, and the step still counts as failed', async () => {
    const { run, attempts, warnings, events } = setUp({ continueOnError: true, maxRetries: 1 }, () =>
      Promise.reject(failure()),
    );
    await run();
    expect(attempts).toHaveLength(2);
    expect(warnings().at(-1)).toBe(
      'Provisioner shell failed, and continue_on_error lets the build go on. Script exited with status 3',
    );
    expect(events.find(({ type }) => type === 'step-finished')).toMatchObject({ outcome: 'failed' });
  });

  it('refuses options that turn out to be wrong at run time', async () => {
    const wrong = errorDiagnostic({ code: 'wrong', summary: 'Wrong after all', detail: 'It is.' });
    const { run, attempts } = setUp(
      { ...component('shell'), atRun: () => Promise.resolve({ value: undefined, diagnostics: [wrong] }) },
      () => Promise.resolve(),
    );
    await expect(run()).rejects.toMatchObject({ name: 'TemplateError', message: 'Wrong after all' });
    expect(attempts).toEqual([]);
  });
});
