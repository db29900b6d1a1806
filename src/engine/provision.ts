import { withDeadline } from '../kernel/deadline.ts';
import { hasErrors } from '../kernel/diagnostics.ts';
import { describeDuration } from '../kernel/duration.ts';
import { BakeError, TemplateError, toBakeError } from '../kernel/errors.ts';
import type { DecodedOptions } from '../kernel/schema.ts';
import type { GeneratedData, PlannedProvisioner } from '../template/plan.ts';
import type { BuildContext, Communicator, Registry } from './ports.ts';

/** A machine that is ready to be provisioned. */
export interface ProvisioningMachine {
  readonly communicator: Communicator;
  readonly generated: GeneratedData;
}

/**
 * Runs one block with all that is wrapped around it, from the outside in: errors allowed, tries, pause, time-out.
 * `place` follows its name in the title of its step: ` (2 of 6)`, ` (error-cleanup-provisioner)`.
 */
export async function runProvisioner(
  planned: PlannedProvisioner,
  machine: ProvisioningMachine,
  registry: Registry,
  context: BuildContext,
  place = '',
): Promise<void> {
  try {
    await context.step(
      `provisioner-${planned.type}`,
      `${describe(planned)}${place}`,
      () =>
        withRetries(planned, machine, context, async () => {
          await pause(planned, context);
          await attempt(planned, machine, registry, context);
        }),
      { time: 'template', at: planned.range },
    );
  } catch (thrown) {
    if (!planned.continueOnError || context.signal.aborted) throw thrown;
    const error = toBakeError(thrown);
    warn(context, `${describe(planned)} failed, and continue_on_error lets the build go on. ${error.message}`);
    await recover(error, machine, context);
  }
}

/** The way a block is called in messages and titles. */
function describe({ type, name }: PlannedProvisioner): string {
  return name === undefined ? `Provisioner ${type}` : `Provisioner ${type} "${name}"`;
}

async function withRetries(
  planned: PlannedProvisioner,
  machine: ProvisioningMachine,
  context: BuildContext,
  run: () => Promise<void>,
): Promise<void> {
  for (let retriesLeft = planned.maxRetries; ; retriesLeft -= 1) {
    try {
      await run();
      return;
    } catch (thrown) {
      if (retriesLeft <= 0 || context.signal.aborted) throw thrown;
      const error = toBakeError(thrown);
      warn(context, `${describe(planned)} failed, retries left: ${retriesLeft}. ${error.message}`);
      await recover(error, machine, context);
    }
  }
}

/** What comes next needs a connection that works. */
async function recover(error: BakeError, { communicator }: ProvisioningMachine, context: BuildContext): Promise<void> {
  if (error.category === 'connection') await communicator.reconnect(context.signal);
}

async function pause({ pauseBeforeMs }: PlannedProvisioner, context: BuildContext): Promise<void> {
  if (pauseBeforeMs <= 0) return;
  const message = `Pausing ${describeDuration(pauseBeforeMs)} before the next provisioner`;
  context.emit({ type: 'progress', build: context.build, message });
  await context.clock.sleep(pauseBeforeMs, context.signal);
}

async function attempt(
  planned: PlannedProvisioner,
  { communicator, generated }: ProvisioningMachine,
  registry: Registry,
  context: BuildContext,
): Promise<void> {
  const plugin = registry.provisioners.get(planned.type);
  if (plugin === undefined) throw missingPlugin('provisioner', planned.type);
  const decoded = await atRun(planned, generated);
  const diagnostics = plugin.validate(decoded, context);
  if (hasErrors(diagnostics)) throw new TemplateError(diagnostics);

  const expired = (): BakeError => timeoutError(planned);
  await withDeadline(context.clock, planned.timeoutMs, expired, context.signal, async (signal) => {
    try {
      await plugin.provision(decoded, {
        ...context,
        signal,
        communicator,
        generated,
        line: (stream, text) =>
          context.emit({ type: 'remote-line', build: context.build, source: planned.type, stream, text }),
      });
    } catch (thrown) {
      // What a plugin says when it was interrupted tells nothing about why.
      if (signal.aborted && !context.signal.aborted) throw signal.reason;
      throw thrown;
    }
  });
}

/** A block with what only the run knows. */
export async function atRun(
  planned: Pick<PlannedProvisioner, 'atRun'>,
  generated: GeneratedData,
): Promise<DecodedOptions<unknown>> {
  const { value, diagnostics } = await planned.atRun(generated);
  if (value === undefined || hasErrors(diagnostics)) throw new TemplateError(diagnostics);
  return value;
}

export function missingPlugin(what: string, type: string): BakeError {
  return new BakeError(`There is no ${what} named "${type}"`, { code: `unknown-${what}`, category: 'template' });
}

function timeoutError(planned: PlannedProvisioner): BakeError {
  const limit = describeDuration(planned.timeoutMs ?? 0);
  return new BakeError(`${describe(planned)} took longer than its timeout of ${limit}`, {
    code: 'provisioner-timeout',
    category: 'provision',
    hint: 'Raise its "timeout", or look in the log for what it was waiting for.',
  });
}

function warn({ emit, build }: BuildContext, message: string): void {
  emit({ type: 'log', level: 'warning', build, message });
}
