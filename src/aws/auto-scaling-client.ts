import {
  AutoScalingClient,
  type AutoScalingClientConfig,
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
} from '@aws-sdk/client-auto-scaling';
import type { AutoScalingApi } from './api.ts';
import { type CallSettings, caller } from './calls.ts';

export function createAutoScaling(config: AutoScalingClientConfig, settings: CallSettings): AutoScalingApi {
  const client = new AutoScalingClient(config);
  const call = caller(client, { ...settings, service: 'autoscaling' });
  return {
    describeAutoScalingGroups: call('DescribeAutoScalingGroups', DescribeAutoScalingGroupsCommand),
    describeLaunchConfigurations: call('DescribeLaunchConfigurations', DescribeLaunchConfigurationsCommand),
  };
}
