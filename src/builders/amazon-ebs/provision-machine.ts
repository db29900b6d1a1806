import type { Provision } from '../../engine/ports.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import type { GeneratedData } from '../../template/plan.ts';
import { usesSessionManager } from './session-manager/asked.ts';
import { openTunnel } from './session-manager/tunnel.ts';
import type { Bake } from './site.ts';
import { awaitRunning } from './steps/await-running.ts';
import { clearAuthorizedKeys } from './steps/clear-authorized-keys.ts';
import { connect, whyLost } from './steps/connect.ts';
import { disarm } from './steps/disarm.ts';
import { together } from './together.ts';

/** Connects to the instance, runs the template's provisioners on it, takes away what is ours and hangs up. */
export async function provisionMachine(
  bake: Bake,
  instanceId: string,
  generated: GeneratedData,
  isArmed: boolean,
  provision: Provision,
): Promise<void> {
  const { context, options, connector } = bake;
  await using tunnel =
    connector.type !== 'none' && usesSessionManager(options)
      ? await context.step('await-running', 'Waiting for the instance to run', () => openTunnel(bake, instanceId), {
          time: 'boot',
        })
      : undefined;
  await using communicator = await context.step(
    'connect',
    connectTitle(bake),
    () => (connector.type === 'none' ? awaitRunning(bake, instanceId) : connect(bake, instanceId, tunnel)),
    { time: 'boot' },
  );
  try {
    await provision(communicator, generated);
  } catch (thrown) {
    throw await withItsCause(bake, instanceId, toBakeError(thrown));
  }
  context.signal.throwIfAborted();
  const goodbyes: Promise<void>[] = [];
  if (isArmed && connector.type !== 'none') {
    goodbyes.push(context.step('disarm', "Cancelling the machine's deadline", () => disarm(bake, communicator)));
  }
  if (options.ssh_clear_authorized_keys && connector.login.kind === 'temporary-key') {
    const title = 'Removing the temporary SSH key from the machine';
    goodbyes.push(context.step('clear-authorized-keys', title, () => clearAuthorizedKeys(bake, communicator)));
  }
  await together(goodbyes);
}

/** A machine that went away is why a script ended and a connection broke; scripts and connections don't know that. */
async function withItsCause(bake: Bake, instanceId: string, error: BakeError): Promise<BakeError> {
  const { signal } = bake.context;
  if (signal.aborted || (error.category !== 'connection' && error.category !== 'provision')) return error;
  const lost = await whyLost(bake, instanceId, signal);
  if (lost === undefined) return error;
  return new BakeError(`${lost.message}. ${error.message}`, {
    code: 'instance-lost',
    category: lost.category,
    ...(lost.hint === undefined ? {} : { hint: lost.hint }),
    cause: error,
  });
}

function connectTitle({ connector, options }: Bake): string {
  if (connector.type === 'none') return 'Waiting for the instance';
  const through = usesSessionManager(options) ? ' through Session Manager' : '';
  return `Connecting by ${connector.type.toUpperCase()}${through}`;
}
