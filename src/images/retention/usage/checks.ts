import { autoScaling } from './auto-scaling.ts';
import type { UsageCheck } from './check.ts';
import { fleets } from './fleets.ts';
import { instances } from './instances.ts';
import { launchTemplates, launchTemplateVersions } from './launch-templates.ts';
import { parameters } from './parameters.ts';

/** Every way to be in use that a region can be asked for as a whole; sharing is looked up image by image. */
export const USAGE_CHECKS: readonly UsageCheck[] = [
  instances,
  launchTemplates,
  launchTemplateVersions,
  autoScaling,
  fleets,
  parameters,
];
