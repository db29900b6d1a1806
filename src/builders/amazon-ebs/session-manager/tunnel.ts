import type { Duplex } from 'node:stream';
import type { Tunnel } from '../../../engine/ports.ts';
import { type Bake, note } from '../site.ts';
import { awaitRunning } from '../steps/await-running.ts';
import { startSession } from './start-session.ts';

/** Between two sessions asked for while the machine boots; SSM answers few requests a second. */
const TRY_PAUSE_MS = 2_000;

export type SessionTunnel = Tunnel & AsyncDisposable;

/** Waits until the instance runs, and then as long as the template says; nothing has been asked of SSM by then. */
export async function openTunnel(bake: Bake, instanceId: string): Promise<SessionTunnel> {
  const { options, context, dependencies } = bake;
  const { clock, signal } = context;
  await awaitRunning(bake, instanceId);
  const pause = options.pause_before_ssm ?? 0;
  if (pause > 0) {
    note(bake, `Nothing is tried for ${pause / 1_000} s (pause_before_ssm)`);
    await clock.sleep(pause, signal);
  }
  const open = paced(bake, (until) => startSession(bake, instanceId, until));
  const listener = await dependencies.portSessions.listen(options.session_manager_port ?? 0, () => open(signal));
  return {
    name: 'Session Manager',
    host: listener.host,
    port: listener.port,
    open,
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

/** After a failure the next try has to wait. */
function paced(
  { context: { clock } }: Bake,
  start: (signal: AbortSignal) => Promise<Duplex>,
): (signal: AbortSignal) => Promise<Duplex> {
  let notBefore = 0;
  return async (signal) => {
    const wait = notBefore - clock.monotonic();
    if (wait > 0) await clock.sleep(wait, signal);
    const from = clock.monotonic();
    try {
      return await start(signal);
    } catch (error) {
      notBefore = from + TRY_PAUSE_MS;
      throw error;
    }
  };
}
