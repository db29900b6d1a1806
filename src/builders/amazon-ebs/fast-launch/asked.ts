import type { AmazonEbsOptions } from '../options.ts';

export type FastLaunch = NonNullable<AmazonEbsOptions['fast_launch']>;
export type LaunchTemplateOptions = Pick<FastLaunch, 'template_id' | 'template_name' | 'template_version'>;

/** `fast_launch` where it asks for something: any option in it does, even beside `enable_fast_launch = false`. */
export function fastLaunchAsked({ fast_launch: fastLaunch }: AmazonEbsOptions): FastLaunch | undefined {
  if (fastLaunch === undefined) return undefined;
  const { enable_fast_launch: enabled, region_launch_templates: regions, ...others } = fastLaunch;
  const isAsked =
    enabled ||
    regions.length > 0 ||
    Object.values(others).some((value) => value !== undefined && value !== '' && value !== 0);
  return isAsked ? fastLaunch : undefined;
}
