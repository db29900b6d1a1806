import type { Site } from './site.ts';

/** A region's own key goes before `kms_key_id`, which is that of the build's region; undefined: the default key. */
export function keyFor({ options, region: own }: Pick<Site, 'options' | 'region'>, region: string): string | undefined {
  if (options.encrypt_boot !== true) return undefined;
  return options.region_kms_key_ids[region] || (region === own ? options.kms_key_id : undefined) || undefined;
}
