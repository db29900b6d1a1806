import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import type { SecretsManagerApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createSecretsManager(config: SecretsManagerClientConfig, settings: CallSettings): SecretsManagerApi {
  const client = new SecretsManagerClient(config);
  const call = caller(client, { ...settings, service: 'secretsmanager' });
  return { getSecretValue: call('GetSecretValue', GetSecretValueCommand) };
}
