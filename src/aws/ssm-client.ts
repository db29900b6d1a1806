import {
  AddTagsToResourceCommand,
  DescribeInstanceInformationCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersCommand,
  PutParameterCommand,
  ResumeSessionCommand,
  SSMClient,
  type SSMClientConfig,
  StartSessionCommand,
  TerminateSessionCommand,
} from '@aws-sdk/client-ssm';
import type { SsmApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createSsm(config: SSMClientConfig, settings: CallSettings): SsmApi {
  const client = new SSMClient(config);
  const call = caller(client, { ...settings, service: 'ssm' });
  return {
    describeInstanceInformation: call('DescribeInstanceInformation', DescribeInstanceInformationCommand),
    resumeSession: call('ResumeSession', ResumeSessionCommand),
    startSession: call('StartSession', StartSessionCommand),
    terminateSession: call('TerminateSession', TerminateSessionCommand),
    describeParameters: call('DescribeParameters', DescribeParametersCommand),
    getParameters: call('GetParameters', GetParametersCommand),
    getParameter: call('GetParameter', GetParameterCommand),
    putParameter: call('PutParameter', PutParameterCommand),
    addTagsToResource: call('AddTagsToResource', AddTagsToResourceCommand),
  };
}
