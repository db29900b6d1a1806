import { allPages } from '../../../aws/all-pages.ts';
import { chunks, VALUES_PER_FILTER } from '../../../aws/tagged/find.ts';
import { type UsageCheck, UseCollector } from './check.ts';

/** Instances in any state but terminated: a stopped one may have to be replaced by another of the same image. */
export const instances: UsageCheck = {
  name: 'instances',
  about: 'instances that are not terminated',
  actions: ['ec2:DescribeInstances'],
  async find({ aws, region, signal }, candidates) {
    const found = new UseCollector(candidates);
    for (const Values of chunks([...candidates], VALUES_PER_FILTER)) {
      const Filters = [{ Name: 'image-id', Values }];
      const pages = await allPages((NextToken) => aws.ec2(region).describeInstances({ Filters, NextToken }, signal));
      for (const { Instances = [] } of pages.flatMap(({ Reservations = [] }) => Reservations)) {
        for (const { ImageId, InstanceId, State } of Instances) {
          if (State?.Name !== 'terminated') found.add(ImageId, `the instance ${InstanceId} (${State?.Name})`);
        }
      }
    }
    return found.uses;
  },
};
