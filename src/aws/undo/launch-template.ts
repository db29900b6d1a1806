import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo } from '../../kernel/resources.ts';
import { isDenied } from '../errors.ts';
import { ec2Of, found, ofRun, type UndoTools, unlessGone } from './tools.ts';

/** Launch templates are known by their name, which EC2 keeps unique in a region, and which is made up for one build. */
export function launchTemplateUndo(tools: UndoTools): Undo {
  const remove = async (resource: ResourceRef, signal: AbortSignal): Promise<void> => {
    const ec2 = await ec2Of(tools, resource);
    await unlessGone(ec2.deleteLaunchTemplate(parameter(resource), signal));
  };
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: 'launch-template-name', Values: [intent.name] }];
      try {
        const { LaunchTemplates = [] } = await ec2.describeLaunchTemplates({ Filters: filters }, signal);
        return found(
          intent,
          LaunchTemplates.map(({ LaunchTemplateId }) => LaunchTemplateId),
        );
      } catch (thrown) {
        // Packer's documented policy lets nobody look; a name that no one else can have needs no look.
        if (isDenied(thrown)) return found(intent, [intent.name]);
        throw thrown;
      }
    },
    request: remove,
    confirm: remove,
  };
}

function parameter({ id, name }: ResourceRef): { LaunchTemplateId: string } | { LaunchTemplateName: string } {
  return id.startsWith('lt-') ? { LaunchTemplateId: id } : { LaunchTemplateName: name ?? id };
}
