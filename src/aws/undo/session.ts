import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo } from '../../kernel/resources.ts';
import { awsCodeOf, isDenied } from '../errors.ts';
import type { UndoTools } from './tools.ts';

/**
 * Sessions of Session Manager. One that nobody terminates ends with its instance, and what may not be terminated has been
 * told to end over its own connection: neither is left.
 */
export function sessionUndo(tools: UndoTools): Undo {
  /** What SSM has said it ended when it was asked to: that needs no confirmation. */
  const terminated = new Set<string>();
  const terminate = async (resource: ResourceRef, signal: AbortSignal): Promise<void> => {
    const ssm = await (await tools.aws(resource.kind, resource)).ssm(resource.region);
    try {
      await ssm.terminateSession({ SessionId: resource.id }, signal);
    } catch (thrown) {
      if (!isDenied(thrown) && awsCodeOf(thrown) !== 'DoesNotExistException') throw thrown;
    }
    terminated.add(resource.id);
  };
  return {
    // Without its token nobody can get into it, and the token came with the answer that was lost.
    find: async () => [],
    request: terminate,
    confirm: async (resource, signal) => {
      if (!terminated.delete(resource.id)) await terminate(resource, signal);
    },
  };
}
