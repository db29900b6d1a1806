import { CloudError, invalidCombination } from '../protocol/cloud-error.ts';
import type { LaunchPermission } from '../state/resources.ts';

interface PermissionInput {
  readonly UserId?: string | undefined;
  readonly Group?: string | undefined;
  readonly OrganizationArn?: string | undefined;
  readonly OrganizationalUnitArn?: string | undefined;
}

export interface PermissionChange {
  readonly add: readonly LaunchPermission[];
  readonly remove: readonly LaunchPermission[];
}

/** Both forms of the request: `LaunchPermission.Add/Remove` and the older OperationType with lists. */
export function permissionChange(input: {
  readonly OperationType: 'add' | 'remove' | undefined;
  readonly LaunchPermission:
    | { readonly Add: readonly PermissionInput[]; readonly Remove: readonly PermissionInput[] }
    | undefined;
  readonly UserId: readonly string[];
  readonly UserGroup: readonly string[];
  readonly OrganizationArn: readonly string[];
  readonly OrganizationalUnitArn: readonly string[];
}): PermissionChange {
  const listed = [
    ...input.UserId.map((UserId) => ({ UserId })),
    ...input.UserGroup.map((Group) => ({ Group })),
    ...input.OrganizationArn.map((OrganizationArn) => ({ OrganizationArn })),
    ...input.OrganizationalUnitArn.map((OrganizationalUnitArn) => ({ OrganizationalUnitArn })),
  ].map(readPermission);
  return {
    add: [
      ...(input.LaunchPermission?.Add ?? []).map(readPermission),
      ...(input.OperationType === 'remove' ? [] : listed),
    ],
    remove: [
      ...(input.LaunchPermission?.Remove ?? []).map(readPermission),
      ...(input.OperationType === 'remove' ? listed : []),
    ],
  };
}

/** One launch or create-volume permission of a request. */
export function readPermission(given: PermissionInput): LaunchPermission {
  if (given.Group !== undefined) {
    if (given.Group !== 'all') throw invalidItem(given.Group, 'UserGroup');
    return { kind: 'group', value: given.Group };
  }
  if (given.UserId !== undefined) {
    const account = given.UserId.replaceAll('-', '');
    if (!/^\d{12}$/.test(account)) throw invalidItem(given.UserId, 'userId');
    return { kind: 'user', value: account };
  }
  if (given.OrganizationArn !== undefined) return { kind: 'organization', value: given.OrganizationArn };
  if (given.OrganizationalUnitArn !== undefined)
    return { kind: 'organizational-unit', value: given.OrganizationalUnitArn };
  throw invalidCombination('A permission needs a user, a group, an organization or an organizational unit.');
}

function invalidItem(value: string, type: string): CloudError {
  return new CloudError(
    'InvalidAMIAttributeItemValue',
    `Invalid attribute item value "${value}" for ${type} item type.`,
  );
}

export function changedPermissions(current: readonly LaunchPermission[], change: PermissionChange): LaunchPermission[] {
  const key = ({ kind, value }: LaunchPermission): string => `${kind} ${value}`;
  const permissions = new Map(current.map((each) => [key(each), each]));
  for (const each of change.add) permissions.set(key(each), each);
  for (const each of change.remove) permissions.delete(key(each));
  return [...permissions.values()];
}
