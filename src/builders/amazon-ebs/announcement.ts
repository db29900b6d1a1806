import type { ParameterSite, PlannedParameter } from '../../aws/image-parameters.ts';
import { BUILD_TAG, RUN_TAG } from '../../aws/tags.ts';
import type { Artifact } from '../../engine/ports.ts';
import { targetRegions } from './regions.ts';
import { note, type Site, warn } from './site.ts';
import type { SourceImage } from './steps/find-source-image.ts';
import { optionData } from './template-data.ts';

/** How finished images are made known beside the outputs of the run; undefined: not at all. */
export type Announcement = ((images: Artifact['summary']['images']) => Promise<void>) | undefined;

/** Finds out what is to be written, and that it can be; nothing is yet. */
export async function planAnnouncement(
  site: Site,
  accountId: string | undefined,
  source: SourceImage,
): Promise<Announcement> {
  const { aws, context, dependencies, options, region } = site;
  const { parameters } = dependencies;
  if (parameters === undefined || options.skip_create_ami) return undefined;
  const { build, clock, signal } = context;
  const data = optionData(source, region);
  const parameterSite: ParameterSite = {
    aws,
    build,
    accountId,
    region,
    regions: targetRegions(site),
    tags: { ...dependencies.tags, [RUN_TAG]: context.runId, [BUILD_TAG]: build },
    clock,
    signal,
    render: (text) => context.render(text, data),
    note: (message) => note(site, message),
    warn: (message) => warn(site, message),
  };
  const planned = await parameters.plan(parameterSite);
  if (planned.length === 0) return undefined;
  return (images) => context.step('announce', titleOf(planned), () => parameters.write(planned, images, parameterSite));
}

function titleOf(planned: readonly PlannedParameter[]): string {
  return `Writing ${planned.map(({ name, region }) => `${name} in ${region}`).join(', ')}`;
}

/** The artifact with the way to make it known. */
export function announced<A extends Artifact | undefined>(artifact: A, announcement: Announcement): A | Artifact {
  if (artifact === undefined || announcement === undefined) return artifact;
  return { ...artifact, announce: () => announcement(artifact.summary.images) };
}
