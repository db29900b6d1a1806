import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo } from '../../kernel/resources.ts';
import { isDenied } from '../errors.ts';
import { byName, ec2Of, found, isMadeUp, type UndoTools, unlessGone } from './tools.ts';

/** Key pairs are known by their name, which EC2 keeps unique in a region. */
export function keyPairUndo(tools: UndoTools): Undo {
  /** What EC2 has said it deleted when it was asked to: that needs no confirmation. */
  const deleted = new Set<string>();
  const keyOf = ({ region, id }: ResourceRef): string => JSON.stringify([region, id]);
  const remove = async (resource: ResourceRef, signal: AbortSignal): Promise<void> => {
    const ec2 = await ec2Of(tools, resource);
    await unlessGone(ec2.deleteKeyPair(keyPairParameter(resource), signal));
  };
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = byName('key-name', intent, runId);
      try {
        const { KeyPairs = [] } = await ec2.describeKeyPairs({ Filters: filters }, signal);
        return found(
          intent,
          KeyPairs.map(({ KeyPairId }) => KeyPairId),
        );
      } catch (thrown) {
        // Packer's documented policy lets nobody look; a name that no one else can have needs no look.
        if (isDenied(thrown) && isMadeUp(intent.name)) return found(intent, [intent.name]);
        throw thrown;
      }
    },
    request: async (resource, signal) => {
      await remove(resource, signal);
      deleted.add(keyOf(resource));
    },
    confirm: async (resource, signal) => {
      if (!deleted.delete(keyOf(resource))) await remove(resource, signal);
    },
  };
}

function keyPairParameter({ id, name }: ResourceRef): { KeyName: string } | { KeyPairId: string } {
  return name === undefined ? { KeyPairId: id } : { KeyName: name };
}
