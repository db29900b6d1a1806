import { describe, expect, it } from '@jest/globals';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { launchable } from '../support/launchable.ts';
import { query, values } from '../support/raw-calls.ts';

/** Filters that templates choose images and networks by, and what of a new account with one instance they find. */
const CASES: readonly (readonly [action: string, id: string, filter: string, value: string, isFound: boolean])[] = [
  ['DescribeImages', 'imageId', 'boot-mode', 'uefi*', true],
  ['DescribeImages', 'imageId', 'image-allowed', 'true', true],
  ['DescribeImages', 'imageId', 'product-code.type', 'marketplace', false],
  ['DescribeImages', 'imageId', 'state-reason-code', '*', false],
  ['DescribeVpcs', 'vpcId', 'cidr-block-association.state', 'associated', true],
  ['DescribeVpcs', 'vpcId', 'cidr-block-association.association-id', 'vpc-cidr-assoc-*', true],
  ['DescribeVpcs', 'vpcId', 'ipv6-cidr-block-association.ipv6-cidr-block', '*', false],
  ['DescribeSubnets', 'subnetId', 'ipv6-native', 'false', true],
  ['DescribeSubnets', 'subnetId', 'ipv6-cidr-block-association.ipv6-cidr-block', '2001:db8:*', true],
  ['DescribeSubnets', 'subnetId', 'subnet-arn', 'arn:aws:ec2:us-east-1:123456789012:subnet/*', true],
  ['DescribeSubnets', 'subnetId', 'outpost-arn', '*', false],
  ['DescribeSecurityGroups', 'groupId', 'egress.ip-permission.cidr', '0.0.0.0/0', true],
  ['DescribeSecurityGroups', 'groupId', 'ip-permission.group-name', 'default', true],
  ['DescribeSecurityGroups', 'groupId', 'ip-permission.user-id', '123456789012', true],
  ['DescribeSecurityGroups', 'groupId', 'egress.ip-permission.to-port', '22', false],
  ['DescribeRouteTables', 'routeTableId', 'route.destination-cidr-block', '0.0.0.0/0', true],
  ['DescribeRouteTables', 'routeTableId', 'route.state', 'active', true],
  ['DescribeRouteTables', 'routeTableId', 'owner-id', '123456789012', true],
  ['DescribeRouteTables', 'routeTableId', 'tag:Name', '*', false],
  ['DescribeNetworkAcls', 'networkAclId', 'association.association-id', 'aclassoc-*', true],
  ['DescribeNetworkAcls', 'networkAclId', 'tag-key', '*', false],
  ['DescribeVolumes', 'volumeId', 'attachment.status', 'attached', true],
  ['DescribeVolumes', 'volumeId', 'create-time', '2026-01-02T*', true],
  ['DescribeVolumes', 'volumeId', 'availability-zone-id', 'use1-az1', true],
  ['DescribeSnapshots', 'snapshotId', 'storage-tier', 'archive', false],
  ['DescribeNetworkInterfaces', 'networkInterfaceId', 'addresses.private-ip-address', '172.31.*', true],
  ['DescribeNetworkInterfaces', 'networkInterfaceId', 'attachment.status', 'attached', true],
  ['DescribeNetworkInterfaces', 'networkInterfaceId', 'private-dns-name', 'ip-172-31-*.ec2.internal', true],
  ['DescribeInstances', 'instanceId', 'owner-id', '123456789012', true],
  ['DescribeInstances', 'instanceId', 'launch-time', '2026-01-02T*', true],
  ['DescribeInstances', 'instanceId', 'iam-instance-profile.arn', '*:instance-profile/bake-ami', true],
  ['DescribeInstances', 'instanceId', 'iam-instance-profile.name', 'other', false],
  ['DescribeInstances', 'instanceId', 'block-device-mapping.volume-id', 'vol-*', true],
  ['DescribeInstances', 'instanceId', 'network-interface.subnet-id', 'subnet-*', true],
  ['DescribeInstances', 'instanceId', 'private-dns-name', 'ip-172-31-*', true],
  ['DescribeInstances', 'instanceId', 'metadata-options.http-tokens', 'required', false],
  ['DescribeInstances', 'instanceId', 'state-reason-code', '*', false],
  ['DescribeInstanceStatus', 'instanceId', 'instance-status.status', 'ok', true],
  ['DescribeInstanceStatus', 'instanceId', 'system-status.status', 'impaired', false],
];

describe('a filter', () => {
  it.each(CASES)('of %s finds a %s by %s=%s: %s', async (action, id, filter, value, isFound) => {
    const { cloud, clock } = testCloud({ ipv6: true });
    await query(cloud, 'ec2', 'RunInstances', {
      ...(await launchable(cloud)),
      'IamInstanceProfile.Name': 'bake-ami',
    });
    await clock.advance(2_000);
    const answer = await query(cloud, 'ec2', action, { 'Filter.1.Name': filter, 'Filter.1.Value.1': value });
    expect(answer.status).toBe(200);
    expect(values(answer.body, id).length > 0).toBe(isFound);
  });

  it('that there is not is refused', async () => {
    const { cloud } = testCloud();
    for (const name of ['color', '__proto__', 'constructor']) {
      expect(await refusal(cloud, 'DescribeVpcs', { 'Filter.1.Name': name, 'Filter.1.Value.1': 'x' })).toBe(
        `InvalidParameterValue: The filter '${name}' is invalid`,
      );
    }
  });
});
