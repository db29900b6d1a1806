import type { CreateSecurityGroupCommandInput, IpPermission } from '@aws-sdk/client-ec2';
import { awsCodeOf } from '../../../aws/errors.ts';
import { onceVisible } from '../../../aws/once-visible.ts';
import { type Tags, tagSpecification } from '../../../aws/tags.ts';
import { specifications, withOwnership } from '../ownership.ts';
import { usesSessionManager } from '../session-manager/asked.ts';
import { type Bake, make } from '../site.ts';
import { sourceCidrs } from '../source-cidrs.ts';
import type { TemplateTags } from '../template-tags.ts';
import type { Network } from './choose-network.ts';

/** The request to make the group. */
export function securityGroupInput(
  name: string,
  { vpcId }: Network,
  tags: TemplateTags,
  ownership: Tags,
): CreateSecurityGroupCommandInput {
  return {
    GroupName: name,
    Description: 'Temporary group for Packer (bake-ami)',
    ...(vpcId === undefined ? {} : { VpcId: vpcId }),
    ...specifications(tagSpecification('security-group', tags.run, ownership)),
  };
}

/**
 * A temporary security group that lets only this machine in, and only to the port of the communicator; nobody at all where
 * Session Manager leads there.
 */
export async function makeSecurityGroup(bake: Bake, network: Network, tags: TemplateTags): Promise<string> {
  const { ec2, context, connector, region } = bake;
  const { signal, clock } = context;
  // The prefix and the description are known from Packer: clean-up scripts go by them.
  const name = `packer_${context.ids.uuid()}`;
  const cidrs =
    connector.port === 0 || usesSessionManager(bake.options) ? Promise.resolve([]) : sourceCidrs(bake, network);
  // Looked after below; until then a failure of it must not end the process.
  cidrs.catch(() => undefined);
  const { id } = await make(bake, { kind: 'security-group', region, name }, async (_token, limited) => {
    try {
      const { GroupId } = await withOwnership(bake, `The security group ${name}`, (ownership) =>
        ec2.createSecurityGroup(securityGroupInput(name, network, tags, ownership), limited),
      );
      return { id: GroupId ?? '' };
    } catch (thrown) {
      // The answer of an earlier try was lost: the name is ours alone, and so is the group.
      if (awsCodeOf(thrown) !== 'InvalidGroup.Duplicate') throw thrown;
      const id = await onceVisible(
        clock,
        limited,
        async () => {
          const Filters = [{ Name: 'group-name', Values: [name] }];
          const { SecurityGroups: [group] = [] } = await ec2.describeSecurityGroups({ Filters }, limited);
          if (group?.GroupId === undefined) throw thrown;
          return group.GroupId;
        },
        (again) => again === thrown,
      );
      return { id };
    }
  });
  const IpPermissions = (await cidrs).length === 0 ? [] : [permission(connector.port, await cidrs)];
  if (IpPermissions.length > 0) {
    await onceVisible(clock, signal, () =>
      ec2.authorizeSecurityGroupIngress({ GroupId: id, IpPermissions }, signal).catch(unlessAllowedBefore),
    );
  }
  return id;
}

function permission(port: number, cidrs: readonly string[]): IpPermission {
  const v4 = cidrs.filter((cidr) => !cidr.includes(':'));
  const v6 = cidrs.filter((cidr) => cidr.includes(':'));
  return {
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    ...(v4.length === 0 ? {} : { IpRanges: v4.map((CidrIp) => ({ CidrIp })) }),
    ...(v6.length === 0 ? {} : { Ipv6Ranges: v6.map((CidrIpv6) => ({ CidrIpv6 })) }),
  };
}

/** The rule is there when an earlier try worked whose answer was lost. */
function unlessAllowedBefore(thrown: unknown): undefined {
  if (awsCodeOf(thrown) !== 'InvalidPermission.Duplicate') throw thrown;
}
