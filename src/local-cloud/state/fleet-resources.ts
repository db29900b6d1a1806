import type { LaunchTemplateData } from '../actions/run-instances-parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import type { Resource } from './resources.ts';

export interface LaunchTemplate extends Resource {
  readonly name: string;
  defaultVersion: number;
  /** Oldest first; never empty. */
  readonly versions: LaunchTemplateVersion[];
}

export interface LaunchTemplateVersion {
  readonly number: number;
  readonly createdAt: number;
  readonly description: string | undefined;
  readonly data: LaunchTemplateData;
}

/** A fleet. One of the type `instant` launches once, and then is only a record; others keep a capacity, here of nothing. */
export interface Fleet extends Resource {
  readonly type: 'instant' | 'request' | 'maintain';
  /** As DescribeFleets shows them. */
  readonly launchTemplateConfigs: readonly XmlFields[];
  readonly instanceIds: readonly string[];
  /** What was wrong with each override that was tried, as the answer says it. */
  readonly errors: readonly XmlFields[];
}

/** A Spot Fleet request, here one of no capacity. */
export interface SpotFleet extends Resource {
  readonly role: string;
  /** As DescribeSpotFleetRequests shows them. */
  readonly launchSpecifications: readonly XmlFields[];
  readonly launchTemplateConfigs: readonly XmlFields[];
  state: 'active' | 'cancelled';
}
