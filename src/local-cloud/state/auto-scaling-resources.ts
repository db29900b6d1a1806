import type { XmlFields } from '../protocol/xml.ts';

export interface LaunchConfiguration {
  readonly name: string;
  readonly imageId: string;
  readonly instanceType: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

/** An auto scaling group, here one of no instances. */
export interface AutoScalingGroup {
  readonly name: string;
  readonly maxSize: number;
  readonly launchConfigurationName: string | undefined;
  /** Both as DescribeAutoScalingGroups shows them. */
  readonly launchTemplate: XmlFields | undefined;
  readonly mixedInstancesPolicy: XmlFields | undefined;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly createdAt: number;
}
