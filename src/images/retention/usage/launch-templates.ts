import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import { allPages } from '../../../aws/all-pages.ts';
import { isNotFound } from '../../../aws/errors.ts';
import { chunks } from '../../../aws/tagged/find.ts';
import type { UsageCheck, UsageSite } from './check.ts';
import { type ImageReference, resolved } from './image-references.ts';

const AT_ONCE = 8;

/** What the default version of each template and its newest one would launch. */
export const launchTemplates: UsageCheck = {
  name: 'launch-templates',
  about: 'the default and the newest version of launch templates',
  actions: ['ec2:DescribeLaunchTemplateVersions', 'ssm:GetParameters'],
  async find(site, candidates) {
    const { aws, region, signal } = site;
    const request = { Versions: ['$Default', '$Latest'] };
    const pages = await allPages((NextToken) =>
      aws.ec2(region).describeLaunchTemplateVersions({ ...request, NextToken }, signal),
    );
    return resolved(site, references(pages.flatMap((page) => page.LaunchTemplateVersions ?? [])), candidates);
  },
};

/** What every version that there is would launch: going back to it is what versions are kept for. */
export const launchTemplateVersions: UsageCheck = {
  name: 'launch-template-versions',
  about: 'every version of every launch template',
  actions: ['ec2:DescribeLaunchTemplates', 'ec2:DescribeLaunchTemplateVersions', 'ssm:GetParameters'],
  async find(site, candidates) {
    const { aws, region, signal } = site;
    const pages = await allPages((NextToken) => aws.ec2(region).describeLaunchTemplates({ NextToken }, signal));
    const ids = pages.flatMap(({ LaunchTemplates = [] }) => LaunchTemplates.map((each) => each.LaunchTemplateId));
    const found: ImageReference[] = [];
    for (const some of chunks(ids, AT_ONCE)) {
      const versions = await Promise.all(some.map((id) => versionsOf(site, { id, name: undefined }, undefined)));
      found.push(...references(versions.flat()));
    }
    return resolved(site, found, candidates);
  },
};

/** A launch template as others name it. */
export interface TemplateName {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/** The versions of a template, or the one that is named; none where it does not exist any more. */
export async function versionsOf(
  { aws, region, signal }: UsageSite,
  { id, name }: TemplateName,
  version: string | undefined,
): Promise<readonly LaunchTemplateVersion[]> {
  const request = {
    ...(id === undefined ? { LaunchTemplateName: name } : { LaunchTemplateId: id }),
    ...(version === undefined ? {} : { Versions: [version] }),
  };
  try {
    const pages = await allPages((NextToken) =>
      aws.ec2(region).describeLaunchTemplateVersions({ ...request, NextToken }, signal),
    );
    return pages.flatMap(({ LaunchTemplateVersions = [] }) => LaunchTemplateVersions);
  } catch (thrown) {
    if (isNotFound(thrown)) return [];
    throw thrown;
  }
}

/** @param user who launches by the template; undefined: nobody is known */
export function references(versions: readonly LaunchTemplateVersion[], user?: string): readonly ImageReference[] {
  return versions.map(({ LaunchTemplateName: name, VersionNumber: version, LaunchTemplateData: data }) => {
    const template = `version ${version} of the launch template ${name}`;
    return { image: data?.ImageId, user: user === undefined ? template : `${user}, by ${template}` };
  });
}
