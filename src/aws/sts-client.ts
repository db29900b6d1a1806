import {
  DecodeAuthorizationMessageCommand,
  GetCallerIdentityCommand,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts';
import type { StsApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createSts(config: STSClientConfig, settings: CallSettings): StsApi {
  const client = new STSClient(config);
  const call = caller(client, { ...settings, service: 'sts' });
  return {
    decodeAuthorizationMessage: call('DecodeAuthorizationMessage', DecodeAuthorizationMessageCommand),
    getCallerIdentity: call('GetCallerIdentity', GetCallerIdentityCommand),
  };
}
