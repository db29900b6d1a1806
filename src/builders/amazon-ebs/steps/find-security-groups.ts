import { filterMap } from '../../../aws/filter-map.ts';
import { ec2Filters } from '../../../aws/filters.ts';
import { type Site, warn } from '../site.ts';
import type { Network } from './choose-network.ts';

/** The security groups that the template names; undefined: a temporary one is to be made. */
export async function findSecurityGroups(site: Site, network: Network): Promise<readonly string[] | undefined> {
  const { options, ec2, context } = site;
  const named = options.security_group_id ? [options.security_group_id] : [...options.security_group_ids];
  if (named.length > 0) {
    await ec2.describeSecurityGroups({ GroupIds: named }, context.signal);
    return named;
  }
  const filter = options.security_group_filter;
  if (filter === undefined) return undefined;
  const filters = { ...filterMap(filter), ...(network.vpcId === undefined ? {} : { 'vpc-id': network.vpcId }) };
  const { SecurityGroups = [] } = await ec2.describeSecurityGroups({ Filters: ec2Filters(filters) }, context.signal);
  const ids = SecurityGroups.map(({ GroupId }) => GroupId).filter((id) => id !== undefined);
  if (ids.length === 0) {
    warn(site, 'No security group matches security_group_filter: the instance gets the default group of its VPC');
  }
  return ids;
}
