import type { Undo } from '../../kernel/resources.ts';
import { awsCodeOf } from '../errors.ts';
import { byName, ec2Of, found, onceFree, type UndoTools, unlessGone } from './tools.ts';

/** Security groups are found by name; they can't go before the instance that uses them is terminated. */
export function securityGroupUndo(tools: UndoTools): Undo {
  return {
    goesAfter: ['instance'],
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = byName('group-name', intent, runId);
      const { SecurityGroups = [] } = await ec2.describeSecurityGroups({ Filters: filters }, signal);
      return found(
        intent,
        SecurityGroups.map(({ GroupId }) => GroupId),
      );
    },
    async request(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      await unlessGone(ec2.deleteSecurityGroup({ GroupId: resource.id }, signal));
    },
    async confirm(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      const inUse = (thrown: unknown): boolean =>
        awsCodeOf(thrown) === 'DependencyViolation' || awsCodeOf(thrown) === 'InvalidGroup.InUse';
      await onceFree(tools, signal, inUse, () => ec2.deleteSecurityGroup({ GroupId: resource.id }, signal));
    },
  };
}
