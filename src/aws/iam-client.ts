import { GetInstanceProfileCommand, IAMClient, type IAMClientConfig } from '@aws-sdk/client-iam';
import type { IamApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createIam(config: IAMClientConfig, settings: CallSettings): IamApi {
  const client = new IAMClient(config);
  const call = caller(client, { ...settings, service: 'iam' });
  return { getInstanceProfile: call('GetInstanceProfile', GetInstanceProfileCommand) };
}
