import type { Undo } from '../../kernel/resources.ts';
import { awsCodeOf } from '../errors.ts';
import { ec2Of, found, ofRun, onceFree, type UndoTools, unlessGone } from './tools.ts';

/** Network interfaces go with their instance; this is for one that did not. They are found by the tag of their run. */
export function networkInterfaceUndo(tools: UndoTools): Undo {
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const { NetworkInterfaces = [] } = await ec2.describeNetworkInterfaces({ Filters: [ofRun(runId)] }, signal);
      return found(
        intent,
        NetworkInterfaces.map(({ NetworkInterfaceId }) => NetworkInterfaceId),
      );
    },
    async request(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      await unlessGone(ec2.deleteNetworkInterface({ NetworkInterfaceId: resource.id }, signal));
    },
    async confirm(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      // EC2 says either when it is attached still.
      const inUse = (thrown: unknown): boolean =>
        awsCodeOf(thrown) === 'InvalidNetworkInterface.InUse' || awsCodeOf(thrown) === 'InvalidParameterValue';
      await onceFree(tools, signal, inUse, () =>
        ec2.deleteNetworkInterface({ NetworkInterfaceId: resource.id }, signal),
      );
    },
  };
}
