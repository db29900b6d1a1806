import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo } from '../../kernel/resources.ts';
import { ec2Of, found, ofRun, type UndoTools, unlessGone } from './tools.ts';

/** Key pairs are known by their name, which EC2 keeps unique in a region. */
export function keyPairUndo(tools: UndoTools): Undo {
  const remove = async (resource: ResourceRef, signal: AbortSignal): Promise<void> => {
    const ec2 = await ec2Of(tools, resource);
    await unlessGone(ec2.deleteKeyPair(keyPairParameter(resource), signal));
  };
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: 'key-name', Values: [intent.name] }];
      const { KeyPairs = [] } = await ec2.describeKeyPairs({ Filters: filters }, signal);
      return found(
        intent,
        KeyPairs.map(({ KeyPairId }) => KeyPairId),
      );
    },
    request: remove,
    confirm: remove,
  };
}

function keyPairParameter({ id, name }: ResourceRef): { KeyName: string } | { KeyPairId: string } {
  return name === undefined ? { KeyPairId: id } : { KeyName: name };
}
