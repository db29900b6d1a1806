import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters, unmatched } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError, missingParameter } from '../protocol/cloud-error.ts';
import { accepted, identifier, integer, listOf, required, text, type Values } from '../protocol/parameters.ts';
import { findSecurityGroup, findSecurityGroups, findVpc } from '../resource-lookup.ts';
import type { RegionState } from '../state/region-state.ts';
import type { SecurityGroup } from '../state/resources.ts';
import { specifiedTags, tagSet, tagSpecificationList } from '../tagging.ts';
import {
  describeRule,
  isSameRule,
  permissionList,
  permissionsXml,
  type RuleWithoutId,
  rulesOf,
  ruleXml,
} from './security-group-rules.ts';

const EVERYWHERE = '0.0.0.0/0';

const peers =
  (kind: string) =>
  ({ ingress }: SecurityGroup): string[] =>
    ingress.filter(({ range }) => range.kind === kind).map(({ range }) => range.peer);

const groupFilters: FilterTable<SecurityGroup> = {
  ...tagFilters,
  description: ({ description }) => description,
  'group-id': ({ id }) => id,
  'group-name': ({ name }) => name,
  'ip-permission.cidr': peers('cidr'),
  'ip-permission.from-port': ({ ingress }) => ingress.map(({ fromPort }) => fromPort),
  'ip-permission.group-id': peers('group'),
  'ip-permission.prefix-list-id': peers('prefix-list'),
  'ip-permission.ipv6-cidr': peers('cidr6'),
  'ip-permission.protocol': ({ ingress }) => ingress.map(({ protocol }) => protocol),
  'ip-permission.to-port': ({ ingress }) => ingress.map(({ toPort }) => toPort),
  'vpc-id': ({ vpcId }) => vpcId,
  // Every group lets everything out, and none of the actions here changes that.
  'egress.ip-permission.cidr': () => EVERYWHERE,
  'egress.ip-permission.protocol': () => '-1',
  ...unmatched(
    'egress.ip-permission.from-port',
    'egress.ip-permission.group-id',
    'egress.ip-permission.group-name',
    'egress.ip-permission.ipv6-cidr',
    'egress.ip-permission.prefix-list-id',
    'egress.ip-permission.to-port',
    'egress.ip-permission.user-id',
  ),
};

const describeSecurityGroups = ec2Action({
  name: 'DescribeSecurityGroups',
  parameters: { GroupId: listOf(text), GroupName: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const wanted = findSecurityGroups(region, input.GroupId).filter(
      ({ name }) => input.GroupName.length === 0 || input.GroupName.includes(name),
    );
    const missing = input.GroupName.find((name) => !wanted.some((group) => group.name === name));
    if (missing !== undefined) throw groupNotFound(missing);
    const found = applyFilters(wanted, input.Filter, {
      ...groupFilters,
      'ip-permission.group-name': (group) => peers('group')(group).map((id) => region.securityGroups.get(id)?.name),
      'ip-permission.user-id': (group) => peers('group')(group).map(() => cloud.accountId),
      'owner-id': () => cloud.accountId,
    });
    const page = pageOf(context, found, input, {
      ids: [...input.GroupId, ...input.GroupName],
      set: 'securityGroupInfo',
    });
    return {
      securityGroupInfo: page.items.map((group) => ({
        ownerId: cloud.accountId,
        groupId: group.id,
        groupName: group.name,
        groupDescription: group.description,
        vpcId: group.vpcId,
        securityGroupArn: groupArn(context, group.id),
        ipPermissions: permissionsXml(cloud.accountId, group.ingress),
        ipPermissionsEgress: [
          { ipProtocol: '-1', groups: [], ipRanges: [{ cidrIp: EVERYWHERE }], ipv6Ranges: [], prefixListIds: [] },
        ],
        tagSet: tagSet(group.tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

function groupArn({ cloud, region }: ActionContext, id: string): string {
  return `arn:aws:ec2:${region.name}:${cloud.accountId}:security-group/${id}`;
}

const createSecurityGroup = ec2Action({
  name: 'CreateSecurityGroup',
  parameters: {
    GroupName: required(text),
    GroupDescription: required(text),
    VpcId: identifier,
    TagSpecification: tagSpecificationList,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const vpc = input.VpcId === undefined ? region.defaultVpc : findVpc(region, input.VpcId);
    if (vpc === undefined) throw new CloudError('VPCIdNotSpecified', 'No default VPC for this user');
    checkNames(input.GroupName, input.GroupDescription);
    const inVpc = region.securityGroups.all().filter(({ vpcId }) => vpcId === vpc.id);
    if (inVpc.some(({ name }) => name === input.GroupName)) {
      throw new CloudError(
        'InvalidGroup.Duplicate',
        `The security group '${input.GroupName}' already exists for VPC '${vpc.id}'`,
      );
    }
    const limit = cloud.limits.securityGroups;
    if (limit !== undefined && region.securityGroups.all().length >= limit) {
      throw new CloudError(
        'SecurityGroupLimitExceeded',
        `The maximum number of security groups for VPC '${vpc.id}' has been reached.`,
      );
    }
    const group = region.securityGroups.add({
      id: cloud.newId('sg'),
      createdAt: now,
      tags: specifiedTags(input.TagSpecification, 'security-group')['security-group'],
      name: input.GroupName,
      description: input.GroupDescription,
      vpcId: vpc.id,
      ingress: [],
    });
    return {
      groupId: group.id,
      tagSet: tagSet(group.tags),
      securityGroupArn: groupArn(context, group.id),
    };
  },
});

/** The characters of names and descriptions in a VPC (API reference, CreateSecurityGroup). */
function checkNames(name: string, description: string): void {
  const allowed = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
  if (!allowed.test(name) || name.startsWith('sg-')) {
    throw new CloudError(
      'InvalidParameterValue',
      `Value (${name}) for parameter GroupName is invalid. Character sets beyond ASCII are not supported.`,
    );
  }
  if (!allowed.test(description)) {
    throw new CloudError(
      'InvalidParameterValue',
      `Value (${description}) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.`,
    );
  }
}

const ruleParameters = {
  GroupId: identifier,
  GroupName: identifier,
  IpPermissions: permissionList,
  IpProtocol: text,
  FromPort: integer,
  ToPort: integer,
  CidrIp: text,
  SourceSecurityGroupName: accepted,
  SourceSecurityGroupOwnerId: accepted,
};

type RuleInput = Values<typeof ruleParameters>;

/** The rules of a request: a list of permissions, or one in the request's own fields. */
function requestedRules(region: RegionState, input: RuleInput): RuleWithoutId[] {
  const single =
    input.IpProtocol === undefined
      ? []
      : rulesOf(region, {
          IpProtocol: input.IpProtocol,
          FromPort: input.FromPort,
          ToPort: input.ToPort,
          IpRanges: input.CidrIp === undefined ? [] : [{ CidrIp: input.CidrIp, Description: undefined }],
          Ipv6Ranges: [],
          PrefixListIds: [],
          Groups: [],
        });
  const rules = [...single, ...input.IpPermissions.flatMap((permission) => rulesOf(region, permission))];
  if (rules.length === 0) throw missingParameter('ipPermissions');
  return rules;
}

const authorizeIngress = ec2Action({
  name: 'AuthorizeSecurityGroupIngress',
  parameters: { ...ruleParameters, TagSpecification: tagSpecificationList },
  run: ({ cloud, region }, input) => {
    const group = namedGroup(region, input.GroupId, input.GroupName);
    const rules = requestedRules(region, input).map((rule) => ({ ...rule, id: cloud.newId('sgr') }));
    const { 'security-group-rule': tags } = specifiedTags(input.TagSpecification, 'security-group-rule');
    if (rules.some((rule, index) => rules.findIndex((other) => isSameRule(other, rule)) !== index)) {
      throw new CloudError('InvalidParameterValue', 'The same permission must not appear multiple times');
    }
    const duplicate = rules.find((rule) => group.ingress.some((existing) => isSameRule(existing, rule)));
    if (duplicate !== undefined) {
      throw new CloudError(
        'InvalidPermission.Duplicate',
        `the specified rule "${describeRule(duplicate)}" already exists`,
      );
    }
    group.ingress = [...group.ingress, ...rules];
    return { return: true, securityGroupRuleSet: rules.map((rule) => ruleXml(cloud.accountId, group, rule, tags)) };
  },
});

const revokeIngress = ec2Action({
  name: 'RevokeSecurityGroupIngress',
  parameters: { ...ruleParameters, SecurityGroupRuleId: listOf(text) },
  run: ({ region }, input) => {
    const group = namedGroup(region, input.GroupId, input.GroupName);
    const rules = input.SecurityGroupRuleId.length > 0 ? [] : requestedRules(region, input);
    const isRevoked = (existing: SecurityGroup['ingress'][number]): boolean =>
      input.SecurityGroupRuleId.includes(existing.id) || rules.some((rule) => isSameRule(rule, existing));
    if (!group.ingress.some(isRevoked)) {
      throw new CloudError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
    }
    group.ingress = group.ingress.filter((existing) => !isRevoked(existing));
    return { return: true };
  },
});

const deleteSecurityGroup = ec2Action({
  name: 'DeleteSecurityGroup',
  parameters: { GroupId: identifier, GroupName: identifier },
  run: ({ region }, input) => {
    const group = namedGroup(region, input.GroupId, input.GroupName);
    if (group.name === 'default') {
      throw new CloudError(
        'CannotDelete',
        `the specified group: "${group.id}" name: "default" cannot be deleted by a user`,
      );
    }
    const isAttached = region.interfaces.all().some(({ groupIds }) => groupIds.includes(group.id));
    const isReferenced = region.securityGroups
      .all()
      .some(({ id, ingress }) => id !== group.id && ingress.some(({ range }) => range.peer === group.id));
    if (isAttached || isReferenced) {
      throw new CloudError('DependencyViolation', `resource ${group.id} has a dependent object`);
    }
    region.securityGroups.delete(group.id);
    return { return: true, groupId: group.id };
  },
});

function namedGroup(region: RegionState, id: string | undefined, name: string | undefined): SecurityGroup {
  if (id !== undefined) return findSecurityGroup(region, id);
  if (name === undefined) {
    throw new CloudError('MissingParameter', 'The request must contain the parameter GroupName or GroupId');
  }
  const group = region.securityGroups
    .visible()
    .find((each) => each.name === name && each.vpcId === region.defaultVpc?.id);
  if (group === undefined) throw groupNotFound(name);
  return group;
}

function groupNotFound(name: string): CloudError {
  return new CloudError('InvalidGroup.NotFound', `The security group '${name}' does not exist`);
}

export const securityGroupActions: readonly Action[] = [
  describeSecurityGroups,
  createSecurityGroup,
  authorizeIngress,
  revokeIngress,
  deleteSecurityGroup,
];
