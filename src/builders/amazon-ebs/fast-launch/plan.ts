import type { LaunchTemplate } from '@aws-sdk/client-ec2';
import { isNotFound } from '../../../aws/errors.ts';
import { isWindows } from '../../../aws/windows.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { targetRegions } from '../regions.ts';
import { type Site, warn } from '../site.ts';
import type { SourceImage } from '../steps/find-source-image.ts';
import { together } from '../together.ts';
import { type FastLaunch, fastLaunchAsked, type LaunchTemplateOptions } from './asked.ts';

export interface LaunchTemplateChoice {
  readonly id: string;
  readonly version: number;
}

/** The regions in which the AMI gets fast launch, each with its launch template; undefined: AWS uses its defaults. */
export type FastLaunchPlan = ReadonlyMap<string, LaunchTemplateChoice | undefined>;

/** What `fast_launch` comes to in each region, with its launch templates found, before anything is made. */
export async function planFastLaunch(site: Site, source: SourceImage): Promise<FastLaunchPlan> {
  const { options, region: own } = site;
  const asked = fastLaunchAsked(options);
  if (asked === undefined || options.skip_create_ami) return new Map();
  checkPlatform(source);
  const targets = targetRegions(site);
  const written = new Map(asked.region_launch_templates.map((entry) => [entry.region ?? '', entry]));
  if (namesTemplate(asked) && written.has(own)) throw twoTemplates(own);
  for (const region of [...written.keys(), ...(namesTemplate(asked) ? [own] : [])]) {
    if (targets.includes(region)) continue;
    warn(site, `fast_launch has a launch template for ${region}, where the AMI is not to be: it has no effect`);
  }
  const regions = targets.filter((region) => written.get(region)?.enable_fast_launch !== false);
  const templates = await together(
    regions.map((region) => findTemplate(site, region, written.get(region) ?? (region === own ? asked : {}))),
  );
  return new Map(regions.map((region, index) => [region, templates[index]]));
}

function namesTemplate({ template_id: id, template_name: name }: FastLaunch): boolean {
  return Boolean(id) || Boolean(name);
}

/** Made of a Windows image, the AMI is one; nothing else can be prepared by EC2. */
function checkPlatform(source: SourceImage): void {
  if (isWindows(source)) return;
  const { ImageId, Name, PlatformDetails } = source;
  throw new BakeError(
    `fast_launch is for Windows AMIs, and ${ImageId} (${Name ?? 'without a name'}) is none: its platform is ${PlatformDetails || 'Linux/UNIX'}`,
    {
      code: 'fast-launch-needs-windows',
      category: 'template',
      hint: 'Remove the block fast_launch, or start from a Windows image.',
    },
  );
}

async function findTemplate(
  { aws, context }: Site,
  region: string,
  wanted: Partial<LaunchTemplateOptions>,
): Promise<LaunchTemplateChoice | undefined> {
  const { template_id: id, template_name: name, template_version: version } = wanted;
  if (!id && !name) return undefined;
  const called = id || name || '';
  const found = await aws
    .ec2(region)
    .describeLaunchTemplates(id ? { LaunchTemplateIds: [id] } : { LaunchTemplateNames: [called] }, context.signal)
    .catch((thrown: unknown) => {
      if (isNotFound(thrown)) throw noTemplate(called, region, thrown);
      throw thrown;
    });
  const template: LaunchTemplate | undefined = found.LaunchTemplates?.[0];
  if (template?.LaunchTemplateId === undefined) throw noTemplate(called, region);
  const { LatestVersionNumber: latest = 1 } = template;
  if (version && version > latest) {
    throw new BakeError(
      `The launch template ${called} in ${region} has no version ${version}: the latest is ${latest}`,
      {
        code: 'launch-template-not-found',
        category: 'input',
        hint: 'Correct template_version in fast_launch, or remove it for the latest one.',
      },
    );
  }
  return { id: template.LaunchTemplateId, version: version || latest };
}

function noTemplate(called: string, region: string, cause?: unknown): BakeError {
  return new BakeError(`There is no launch template ${called} in ${region}`, {
    code: 'launch-template-not-found',
    category: 'input',
    hint: 'Launch templates belong to one region: name that of each region in a block region_launch_templates of fast_launch.',
    ...(cause === undefined ? {} : { cause }),
  });
}

function twoTemplates(region: string): BakeError {
  return new BakeError(`fast_launch has two launch templates for ${region}, the region of the build`, {
    code: 'conflicting-options',
    category: 'template',
    hint: 'Keep the one in fast_launch itself, or that in its block region_launch_templates.',
  });
}
