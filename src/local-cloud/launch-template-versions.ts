import { CloudError } from './protocol/cloud-error.ts';
import type { LaunchTemplate, LaunchTemplateVersion } from './state/fleet-resources.ts';

/** The version that a request names: a number, `$Latest` or `$Default`; undefined: the default one. */
export function versionOf(template: LaunchTemplate, named: string | undefined): LaunchTemplateVersion {
  const latest = template.versions.at(-1)?.number ?? 0;
  const wanted = named === undefined || named === '$Default' ? template.defaultVersion : named;
  const number = wanted === '$Latest' ? latest : Number(wanted);
  const found = template.versions.find((version) => version.number === number);
  if (found !== undefined) return found;
  throw new CloudError(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version ${named} for the launch template with ID ${template.id}.`,
  );
}
