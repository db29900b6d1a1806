import { DescribeKeyCommand, KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import type { KmsApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createKms(config: KMSClientConfig, settings: CallSettings): KmsApi {
  const client = new KMSClient(config);
  const call = caller(client, { ...settings, service: 'kms' });
  return { describeKey: call('DescribeKey', DescribeKeyCommand) };
}
