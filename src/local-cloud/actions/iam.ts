import { type Action, type ActionContext, queryAction } from '../action.ts';
import { cutPage } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { integer, membersOf, required, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import type { InstanceProfile, Role } from '../state/iam-state.ts';
import { addTags, tag } from '../tagging.ts';
import { checkPolicy } from './policy-document.ts';

/** Names of roles, profiles and policies (IAM API reference). */
const NAME = /^[\w+=,.@-]{1,128}$/;
const PATH = /^(\/|\/[!-~]+\/)$/;

const createRole = queryAction({
  name: 'CreateRole',
  parameters: {
    RoleName: required(text),
    AssumeRolePolicyDocument: required(text),
    Path: text,
    Description: text,
    MaxSessionDuration: integer,
    PermissionsBoundary: text,
    Tags: membersOf(tag),
  },
  run: ({ cloud: { iam, accountId }, now }, input) => {
    const name = checkedName(input.RoleName, 'roleName', 64);
    if (iam.roles.has(name)) throw exists(`Role with name ${name}`);
    checkPolicy(input.AssumeRolePolicyDocument, 'trust');
    const role: Role = {
      name,
      path: checkedPath(input.Path),
      id: iam.newId('AROA'),
      description: input.Description,
      trustPolicy: input.AssumeRolePolicyDocument,
      policies: new Map(),
      tags: tagsOf(input.Tags),
      createdAt: now,
      isSeeded: false,
    };
    iam.roles.set(name, role);
    return { Role: roleXml(accountId, role) };
  },
});

const getRole = queryAction({
  name: 'GetRole',
  parameters: { RoleName: required(text) },
  run: (context, input) => ({ Role: roleXml(context.cloud.accountId, roleNamed(context, input.RoleName)) }),
});

/** IAM's lists leave tags out (IAM API reference, ListRoles). */
const listRoles = queryAction({
  name: 'ListRoles',
  parameters: { PathPrefix: text, Marker: text, MaxItems: integer },
  run: (context, input) => {
    const { iam, accountId } = context.cloud;
    const all = [...iam.roles.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'));
    const { items, ...rest } = listPage(context, all, input);
    return { Roles: items.map((role) => ({ ...roleXml(accountId, role), Tags: undefined })), ...rest };
  },
});

const listInstanceProfiles = queryAction({
  name: 'ListInstanceProfiles',
  parameters: { PathPrefix: text, Marker: text, MaxItems: integer },
  run: (context, input) => {
    const { iam } = context.cloud;
    const all = [...iam.profiles.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'));
    const { items, ...rest } = listPage(context, all, input);
    return { InstanceProfiles: items.map((each) => ({ ...profileXml(context, each), Tags: undefined })), ...rest };
  },
});

/** IAM's way of paging: 100 at a time unless told otherwise, 1,000 at most. */
function listPage<T>(
  { cloud }: ActionContext,
  all: readonly T[],
  {
    Marker: marker,
    MaxItems: wanted = 100,
  }: { readonly Marker: string | undefined; readonly MaxItems: number | undefined },
): { readonly items: readonly T[]; readonly IsTruncated: boolean; readonly Marker: string | undefined } {
  if (wanted < 1 || wanted > 1_000) {
    throw new CloudError(
      'ValidationError',
      `1 validation error detected: Value '${wanted}' at 'maxItems' failed to satisfy constraint: Member must have value between 1 and 1000`,
    );
  }
  const invalid = new CloudError('ValidationError', `Invalid Marker: ${marker}`);
  const { items, next } = cutPage(all, marker, Math.min(wanted, cloud.limits.pageSize ?? wanted), invalid);
  return { items, IsTruncated: next !== undefined, Marker: next };
}

const putRolePolicy = queryAction({
  name: 'PutRolePolicy',
  parameters: { RoleName: required(text), PolicyName: required(text), PolicyDocument: required(text) },
  run: (context, input) => {
    const role = roleNamed(context, input.RoleName);
    checkPolicy(input.PolicyDocument, 'permissions');
    role.policies.set(checkedName(input.PolicyName, 'policyName', 128), input.PolicyDocument);
    return {};
  },
});

const getRolePolicy = queryAction({
  name: 'GetRolePolicy',
  parameters: { RoleName: required(text), PolicyName: required(text) },
  run: (context, input) => {
    const { policies, name } = roleNamed(context, input.RoleName);
    const document = policies.get(input.PolicyName);
    if (document === undefined) throw noPolicy(input.PolicyName);
    return { RoleName: name, PolicyName: input.PolicyName, PolicyDocument: encodeURIComponent(document) };
  },
});

const deleteRolePolicy = queryAction({
  name: 'DeleteRolePolicy',
  parameters: { RoleName: required(text), PolicyName: required(text) },
  run: (context, input) => {
    if (!roleNamed(context, input.RoleName).policies.delete(input.PolicyName)) throw noPolicy(input.PolicyName);
    return {};
  },
});

const deleteRole = queryAction({
  name: 'DeleteRole',
  parameters: { RoleName: required(text) },
  run: (context, input) => {
    const { iam } = context.cloud;
    const { name, policies } = roleNamed(context, input.RoleName);
    if ([...iam.profiles.values()].some(({ role }) => role === name)) {
      throw conflict('Cannot delete entity, must remove roles from instance profile first.');
    }
    if (policies.size > 0) throw conflict('Cannot delete entity, must delete policies first.');
    iam.roles.delete(name);
    return {};
  },
});

const createInstanceProfile = queryAction({
  name: 'CreateInstanceProfile',
  parameters: { InstanceProfileName: required(text), Path: text, Tags: membersOf(tag) },
  run: (context, input) => {
    const { iam } = context.cloud;
    const name = checkedName(input.InstanceProfileName, 'instanceProfileName', 128);
    if (iam.profiles.has(name)) throw exists(`Instance Profile ${name}`);
    const profile: InstanceProfile = {
      name,
      path: checkedPath(input.Path),
      id: iam.newId('AIPA'),
      tags: tagsOf(input.Tags),
      createdAt: context.now,
      isSeeded: false,
      role: undefined,
      knownAt: Number.POSITIVE_INFINITY,
    };
    iam.profiles.set(name, profile);
    return { InstanceProfile: profileXml(context, profile) };
  },
});

const getInstanceProfile = queryAction({
  name: 'GetInstanceProfile',
  parameters: { InstanceProfileName: required(text) },
  run: (context, input) => ({ InstanceProfile: profileXml(context, profileNamed(context, input.InstanceProfileName)) }),
});

const addRoleToInstanceProfile = queryAction({
  name: 'AddRoleToInstanceProfile',
  parameters: { InstanceProfileName: required(text), RoleName: required(text) },
  run: (context, input) => {
    const profile = profileNamed(context, input.InstanceProfileName);
    const role = roleNamed(context, input.RoleName);
    if (profile.role !== undefined) {
      throw new CloudError('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1', 409);
    }
    profile.role = role.name;
    profile.knownAt = context.now + context.cloud.delays.instanceProfile;
    return {};
  },
});

const removeRoleFromInstanceProfile = queryAction({
  name: 'RemoveRoleFromInstanceProfile',
  parameters: { InstanceProfileName: required(text), RoleName: required(text) },
  run: (context, input) => {
    const profile = profileNamed(context, input.InstanceProfileName);
    if (profile.role !== input.RoleName) {
      throw missing(`Role ${input.RoleName} is not in instance profile ${profile.name}, and`);
    }
    profile.role = undefined;
    return {};
  },
});

const deleteInstanceProfile = queryAction({
  name: 'DeleteInstanceProfile',
  parameters: { InstanceProfileName: required(text) },
  run: (context, input) => {
    const { name, role } = profileNamed(context, input.InstanceProfileName);
    if (role !== undefined) throw conflict('Cannot delete entity, must remove roles from instance profile first.');
    context.cloud.iam.profiles.delete(name);
    return {};
  },
});

/** IAM: roles with inline policies, and instance profiles. Policies are kept and restrict nobody. */
export const iamActions: readonly Action[] = [
  createRole,
  getRole,
  listRoles,
  listInstanceProfiles,
  putRolePolicy,
  getRolePolicy,
  deleteRolePolicy,
  deleteRole,
  createInstanceProfile,
  getInstanceProfile,
  addRoleToInstanceProfile,
  removeRoleFromInstanceProfile,
  deleteInstanceProfile,
];

function roleNamed({ cloud }: ActionContext, name: string): Role {
  const role = cloud.iam.roles.get(name);
  if (role === undefined) throw missing(`The role with name ${name}`);
  return role;
}

function profileNamed({ cloud }: ActionContext, name: string): InstanceProfile {
  const profile = cloud.iam.profiles.get(name);
  if (profile === undefined) throw missing(`Instance Profile ${name}`);
  return profile;
}

function roleXml(accountId: string, role: Role): XmlFields {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: `arn:aws:iam::${accountId}:role${role.path}${role.name}`,
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
    Description: role.description,
    Tags: tagsXml(role.tags),
  };
}

function profileXml({ cloud }: ActionContext, profile: InstanceProfile): XmlFields {
  const role = profile.role === undefined ? undefined : cloud.iam.roles.get(profile.role);
  return {
    InstanceProfileId: profile.id,
    InstanceProfileName: profile.name,
    Path: profile.path,
    Arn: `arn:aws:iam::${cloud.accountId}:instance-profile${profile.path}${profile.name}`,
    CreateDate: new Date(profile.createdAt),
    Roles: role === undefined ? [] : [roleXml(cloud.accountId, role)],
    Tags: tagsXml(profile.tags),
  };
}

function tagsXml(tags: ReadonlyMap<string, string>): XmlFields[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

function tagsOf(tags: Parameters<typeof addTags>[1]): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  addTags(all, tags);
  for (const [key, value] of all) {
    if (!IAM_TAG.test(key) || !IAM_TAG.test(value)) {
      throw new CloudError(
        'ValidationError',
        `1 validation error detected: the tag ${key} must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*`,
      );
    }
  }
  return all;
}

/** Fewer characters than in EC2's tags (IAM API reference, "Tag"). */
const IAM_TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function checkedName(name: string, parameter: string, longest: number): string {
  if (NAME.test(name) && name.length <= longest) return name;
  throw new CloudError(
    'ValidationError',
    `1 validation error detected: Value '${name}' at '${parameter}' failed to satisfy constraint: Member must satisfy ` +
      `regular expression pattern: [\\w+=,.@-]+ and have a length of at most ${longest}`,
  );
}

function checkedPath(path = '/'): string {
  if (PATH.test(path)) return path;
  throw new CloudError('ValidationError', `The specified value for path is invalid: ${path}`);
}

function exists(what: string): CloudError {
  return new CloudError('EntityAlreadyExists', `${what} already exists.`, 409);
}

function missing(what: string): CloudError {
  return new CloudError('NoSuchEntity', `${what} cannot be found.`, 404);
}

function noPolicy(name: string): CloudError {
  return missing(`The role policy with name ${name}`);
}

function conflict(message: string): CloudError {
  return new CloudError('DeleteConflict', message, 409);
}
