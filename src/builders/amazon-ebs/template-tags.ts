import { isReservedTag, type Tags } from '../../aws/tags.ts';
import type { BuildContext } from '../../engine/ports.ts';
import type { GeneratedData } from '../../template/plan.ts';
import type { AmazonEbsOptions } from './options.ts';

/** The tags of a template, with their `{{ }}` rendered. */
export interface TemplateTags {
  /** Of the instance and of all that is temporary. */
  readonly run: Tags;
  readonly volume: Tags;
  readonly image: Tags;
  /** Of the spot request and the launch template. */
  readonly spot: Tags;
  readonly fleet: Tags;
  readonly snapshot: Tags;
  /** Keys that were left out of any of these, each once. */
  readonly leftOut: readonly string[];
}

/**
 * Blocks go before maps; what is for images goes before `run_tags`, and what is for snapshots before that. What only bake-ami
 * may say is left out: a template that passes on the tags of its source image would say that its own is verified.
 */
export function templateTags(
  options: AmazonEbsOptions,
  render: BuildContext['render'],
  data: GeneratedData,
): TemplateTags {
  const leftOut = new Set<string>();
  const leavesOut = (key: string): boolean => {
    if (isReservedTag(key)) leftOut.add(key);
    return leftOut.has(key);
  };
  const rendered = (map: Tags, blocks: readonly (readonly [string, string])[]): Tags =>
    Object.fromEntries(
      [...Object.entries(map), ...blocks]
        .map(([key, value]) => [render(key, data), render(value, data)] as const)
        .filter(([key]) => !leavesOut(key)),
    );
  const keyed = (blocks: readonly { readonly key: string; readonly value: string }[]) =>
    blocks.map(({ key, value }) => [key, value] as const);

  const run = rendered(options.run_tags, keyed(options.run_tag));
  const inherited = options.skip_ami_run_tags ? {} : run;
  const image = { ...inherited, ...rendered(options.tags, keyed(options.tag)) };
  const tags = {
    run,
    volume: rendered(
      options.run_volume_tags,
      options.run_volume_tag.map(({ name, value }) => [name, value] as const),
    ),
    image,
    spot: rendered(options.spot_tags, keyed(options.spot_tag)),
    fleet: rendered(options.fleet_tags, keyed(options.fleet_tag)),
    snapshot: { ...image, ...rendered(options.snapshot_tags, keyed(options.snapshot_tag)) },
  };
  return { ...tags, leftOut: [...leftOut] };
}
