import type { OptionFindings } from '../../../kernel/option-findings.ts';
import { isSpot } from '../../amazon/validation/spot.ts';
import type { AmazonEbsOptions } from '../options.ts';
import { fastLaunchAsked, type LaunchTemplateOptions } from './asked.ts';

/** Packer's rules for `fast_launch`. */
export function checkFastLaunch(findings: OptionFindings<AmazonEbsOptions>): void {
  const launch = fastLaunchAsked(findings.options);
  if (launch === undefined) return;
  atLeast(findings, 'max_parallel_launches', launch.max_parallel_launches, 6);
  atLeast(findings, 'target_resource_count', launch.target_resource_count, 1);
  checkTemplate(findings, 'fast_launch', launch);
  if (isSpot(findings.options)) {
    findings.warning({
      at: 'fast_launch',
      code: 'spot-image-not-generalised',
      summary:
        'fast_launch needs an AMI that Sysprep has generalised, and a spot instance does not survive its shutdown',
      detail:
        'The AMI of a spot instance is made of it as it runs. Let Sysprep quit instead of shutting down as the last step, or remove spot_price.',
    });
  }
  const regions = new Set<string>();
  for (const [index, template] of launch.region_launch_templates.entries()) {
    const at = `fast_launch.region_launch_templates[${index}]`;
    const { region = '' } = template;
    if (findings.known(`${at}.region`)) checkRegion(findings, at, region, regions);
    if (template.enable_fast_launch !== false) checkTemplate(findings, at, template);
  }
}

function atLeast(findings: OptionFindings<AmazonEbsOptions>, name: string, value = 0, least: number): void {
  if (value === 0 || value >= least) return;
  findings.error({
    at: `fast_launch.${name}`,
    code: 'invalid-value',
    summary: `${name} must be at least ${least}`,
    detail: `${value} is too few for EC2.`,
  });
}

function checkRegion(
  findings: OptionFindings<AmazonEbsOptions>,
  at: string,
  region: string,
  before: Set<string>,
): void {
  if (region === '') {
    findings.error({
      at,
      code: 'missing-option',
      summary: 'A launch template of fast_launch needs its region',
      detail: 'Add region = "…": the region of the build, or one of ami_regions.',
    });
  } else if (before.has(region)) {
    findings.error({
      at: `${at}.region`,
      code: 'conflicting-options',
      summary: `fast_launch has two launch templates for ${region}`,
      detail: 'Keep one of them.',
    });
  } else if (isElsewhere(findings, region)) {
    findings.error({
      at: `${at}.region`,
      code: 'invalid-value',
      summary: `fast_launch has a launch template for ${region}, where the AMI is not to be`,
      detail: 'Add the region to ami_regions, or remove the block.',
    });
  }
  before.add(region);
}

/** Whether the AMI is neither made nor copied there. Where it is made need not be written. */
function isElsewhere(findings: OptionFindings<AmazonEbsOptions>, region: string): boolean {
  const { region: own = '', ami_regions: copies } = findings.options;
  if (own === '' || !findings.known('region') || !findings.known('ami_regions')) return false;
  return region !== own && !copies.includes(region);
}

function checkTemplate(findings: OptionFindings<AmazonEbsOptions>, at: string, template: LaunchTemplateOptions): void {
  const { template_id: id, template_name: name, template_version: version = 0 } = template;
  if (id && name) {
    findings.exclusive(`${at}.template_id`, `${at}.template_name`, 'Name the launch template in one of the two ways.');
  }
  if (version === 0) return;
  if (version < 1) {
    findings.error({
      at: `${at}.template_version`,
      code: 'invalid-value',
      summary: 'template_version must be at least 1',
      detail: `${version} is no version of a launch template.`,
    });
  }
  if (!id && !name && findings.known(`${at}.template_id`) && findings.known(`${at}.template_name`)) {
    findings.error({
      at: `${at}.template_version`,
      code: 'missing-option',
      summary: 'template_version without a launch template',
      detail: 'Add template_id or template_name beside it.',
    });
  }
}
