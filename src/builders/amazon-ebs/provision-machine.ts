import type { Provision } from '../../engine/ports.ts';
import type { GeneratedData } from '../../template/plan.ts';
import type { Bake } from './site.ts';
import { awaitRunning } from './steps/await-running.ts';
import { clearAuthorizedKeys } from './steps/clear-authorized-keys.ts';
import { connect } from './steps/connect.ts';
import { disarm } from './steps/disarm.ts';

/** Connects to the instance, runs the template's provisioners on it, takes away what is ours and hangs up. */
export async function provisionMachine(
  bake: Bake,
  instanceId: string,
  generated: GeneratedData,
  isArmed: boolean,
  provision: Provision,
): Promise<void> {
  const { context, options, connector } = bake;
  await using communicator = await context.step('connect', connectTitle(bake), () =>
    connector.type === 'none' ? awaitRunning(bake, instanceId) : connect(bake, instanceId),
  );
  await provision(communicator, generated);
  context.signal.throwIfAborted();
  if (isArmed && connector.type !== 'none') {
    await context.step('disarm', "Cancelling the machine's deadline", () => disarm(bake, communicator));
  }
  if (options.ssh_clear_authorized_keys && connector.login.kind === 'temporary-key') {
    await context.step('clear-authorized-keys', 'Removing the temporary SSH key from the machine', () =>
      clearAuthorizedKeys(bake, communicator),
    );
  }
}

function connectTitle({ connector }: Bake): string {
  return connector.type === 'none' ? 'Waiting for the instance' : `Connecting by ${connector.type.toUpperCase()}`;
}
