import type { PlannedBuild } from '../template/plan.ts';
import type { BuildContext, Registry } from './ports.ts';

/** Lets every provisioner of a build look for what it needs on this machine, while nothing costs anything yet. */
export async function prepareProvisioners(
  { provisioners, errorCleanupProvisioner }: PlannedBuild,
  registry: Registry,
  context: BuildContext,
): Promise<void> {
  for (const planned of [...provisioners, errorCleanupProvisioner]) {
    if (planned === undefined) continue;
    await registry.provisioners.get(planned.type)?.prepare?.(planned.decoded, context);
  }
}
