import {
  AddTagsToResourceCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
  type SSMClientConfig,
} from '@aws-sdk/client-ssm';
import type { SsmApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createSsm(config: SSMClientConfig, settings: CallSettings): SsmApi {
  const client = new SSMClient(config);
  const call = caller(client, { ...settings, service: 'ssm' });
  return {
    describeParameters: call('DescribeParameters', DescribeParametersCommand),
    getParameters: call('GetParameters', GetParametersCommand),
    getParameter: call('GetParameter', GetParameterCommand),
    putParameter: call('PutParameter', PutParameterCommand),
    addTagsToResource: call('AddTagsToResource', AddTagsToResourceCommand),
  };
}
