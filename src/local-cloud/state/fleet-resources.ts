import type { LaunchTemplateData } from '../actions/run-instances-parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import type { Resource } from './resources.ts';

/** A launch template; this cloud keeps one version of each. */
export interface LaunchTemplate extends Resource {
  readonly name: string;
  readonly versionDescription: string | undefined;
  readonly data: LaunchTemplateData;
}

/** A fleet of the type `instant`: it launches once, and then is only a record. */
export interface Fleet extends Resource {
  readonly instanceIds: readonly string[];
  /** What was wrong with each override that was tried, as the answer says it. */
  readonly errors: readonly XmlFields[];
}
