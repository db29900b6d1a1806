import type { Surroundings } from '../surroundings.ts';

/** Where sources that name no region build, as far as the environment says; the AWS CLI's order. */
export function defaultRegion(environment: Surroundings['environment']): string | undefined {
  return environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || undefined;
}
