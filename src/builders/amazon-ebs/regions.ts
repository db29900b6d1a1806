import type { Site } from './site.ts';

/** The regions in which a finished AMI is to be: the build's own unless it is left out, then those of `ami_regions`. */
export function targetRegions({ options, region }: Site): string[] {
  const copies = options.ami_regions.filter((other) => other !== region);
  return [...new Set(options.skip_save_build_region ? copies : [region, ...copies])];
}

/** Whether AMIs of the same name give way: `force_deregister`, or the flag `-force`. */
export function replacesOldImage({ options, context }: Site): boolean {
  return options.force_deregister || context.force;
}
