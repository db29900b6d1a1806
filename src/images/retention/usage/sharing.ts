import type { Image, LaunchPermission } from '@aws-sdk/client-ec2';
import type { UsageSite } from './check.ts';

/**
 * With whom an image is shared whose use nobody can look up from here; undefined: with nobody but accounts whose use was
 * looked up. Source: EC2 API reference, DescribeImageAttribute, launchPermission.
 *
 * @param accounts those whose use was looked up
 */
export async function sharedWith(
  { aws, region, signal }: UsageSite,
  { ImageId, Public }: Image,
  accounts: ReadonlySet<string>,
): Promise<string | undefined> {
  if (Public === true) return 'everybody';
  const request = { ImageId: ImageId ?? '', Attribute: 'launchPermission' } as const;
  const { LaunchPermissions = [] } = await aws.ec2(region).describeImageAttribute(request, signal);
  return LaunchPermissions.map((permission) => unknownUser(permission, accounts)).find((who) => who !== undefined);
}

function unknownUser(
  { Group, OrganizationArn, OrganizationalUnitArn, UserId }: LaunchPermission,
  accounts: ReadonlySet<string>,
): string | undefined {
  if (Group !== undefined) return 'everybody';
  if (OrganizationArn !== undefined) return `the organisation ${OrganizationArn}`;
  if (OrganizationalUnitArn !== undefined) return `the organisational unit ${OrganizationalUnitArn}`;
  if (UserId !== undefined && accounts.has(UserId)) return undefined;
  return `the account ${UserId}`;
}
