import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  IAMClient,
  type IAMClientConfig,
  ListInstanceProfilesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam';
import type { IamApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createIam(config: IAMClientConfig, settings: CallSettings): IamApi {
  const client = new IAMClient(config);
  const call = caller(client, { ...settings, service: 'iam' });
  return {
    addRoleToInstanceProfile: call('AddRoleToInstanceProfile', AddRoleToInstanceProfileCommand),
    createInstanceProfile: call('CreateInstanceProfile', CreateInstanceProfileCommand),
    createRole: call('CreateRole', CreateRoleCommand),
    deleteInstanceProfile: call('DeleteInstanceProfile', DeleteInstanceProfileCommand),
    deleteRole: call('DeleteRole', DeleteRoleCommand),
    deleteRolePolicy: call('DeleteRolePolicy', DeleteRolePolicyCommand),
    getInstanceProfile: call('GetInstanceProfile', GetInstanceProfileCommand),
    getRole: call('GetRole', GetRoleCommand),
    listInstanceProfiles: call('ListInstanceProfiles', ListInstanceProfilesCommand),
    listRoles: call('ListRoles', ListRolesCommand),
    putRolePolicy: call('PutRolePolicy', PutRolePolicyCommand),
    removeRoleFromInstanceProfile: call('RemoveRoleFromInstanceProfile', RemoveRoleFromInstanceProfileCommand),
  };
}
