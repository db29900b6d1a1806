import type { ResourceRef } from '../../kernel/events.ts';
import type { ResourceIntent, Undo } from '../../kernel/resources.ts';
import type { IamApi } from '../api.ts';
import { awsCodeOf, isDenied, isForeign, isNotFound } from '../errors.ts';
import { found, onceFree, type UndoTools, unlessGone } from './tools.ts';

/*
 * A temporary role, its inline policy and its instance profile have one name, which is made up for one build: so each of
 * them is found by it, and can be removed without asking IAM what belongs to what (Packer's documented policy does not
 * allow that). IAM tags can't be searched by.
 */

/** Roles go with their inline policy, and out of their instance profile. */
export function iamRoleUndo(tools: UndoTools): Undo {
  return {
    find: (intent, _runId, signal) =>
      findByName(tools, intent, (iam) => iam.getRole({ RoleName: intent.name }, signal)),
    async request(resource, signal) {
      const iam = await iamOf(tools, resource);
      await freeRole(iam, resource.id, signal);
      await unlessGone(iam.deleteRole({ RoleName: resource.id }, signal));
    },
    async confirm(resource, signal) {
      const iam = await iamOf(tools, resource);
      await onceFree(tools, signal, isInUse, async () => {
        await freeRole(iam, resource.id, signal);
        return iam.deleteRole({ RoleName: resource.id }, signal);
      });
    },
  };
}

/** Instance profiles go without their role. */
export function instanceProfileUndo(tools: UndoTools): Undo {
  return {
    find: (intent, _runId, signal) =>
      findByName(tools, intent, (iam) => iam.getInstanceProfile({ InstanceProfileName: intent.name }, signal)),
    async request(resource, signal) {
      const iam = await iamOf(tools, resource);
      await takeRoleOut(iam, resource.id, signal);
      await unlessGone(iam.deleteInstanceProfile({ InstanceProfileName: resource.id }, signal));
    },
    async confirm(resource, signal) {
      const iam = await iamOf(tools, resource);
      await onceFree(tools, signal, isInUse, async () => {
        await takeRoleOut(iam, resource.id, signal);
        return iam.deleteInstanceProfile({ InstanceProfileName: resource.id }, signal);
      });
    },
  };
}

async function iamOf(tools: UndoTools, resource: ResourceRef | ResourceIntent): Promise<IamApi> {
  return (await tools.aws(resource.kind, resource)).iam();
}

async function findByName(
  tools: UndoTools,
  intent: ResourceIntent,
  look: (iam: IamApi) => Promise<unknown>,
): Promise<ResourceRef[]> {
  try {
    await look(await iamOf(tools, intent));
  } catch (thrown) {
    if (isNotFound(thrown)) return [];
    if (!isDenied(thrown)) throw thrown;
  }
  return found(intent, [intent.name]);
}

async function freeRole(iam: IamApi, name: string, signal: AbortSignal): Promise<void> {
  await Promise.all([
    takeRoleOut(iam, name, signal),
    unlessGone(iam.deleteRolePolicy({ RoleName: name, PolicyName: name }, signal)),
  ]);
}

async function takeRoleOut(iam: IamApi, name: string, signal: AbortSignal): Promise<void> {
  try {
    await iam.removeRoleFromInstanceProfile({ InstanceProfileName: name, RoleName: name }, signal);
  } catch (thrown) {
    // An emulator fails over a role that is out already (moto); if it is not, the removal after this one says so.
    if (!isNotFound(thrown) && !isForeign(thrown)) throw thrown;
  }
}

/** IAM does not know everywhere at once that the role is out of the profile, or its policy gone. */
function isInUse(thrown: unknown): boolean {
  return awsCodeOf(thrown)?.startsWith('DeleteConflict') === true;
}
