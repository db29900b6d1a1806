import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { ImageOptions } from '../options/image.ts';
import type { InstanceOptions } from '../options/instance.ts';
import type { SpotOptions } from '../options/spot.ts';

/** Whether a spot instance is asked for: what Packer takes `spot_price` to mean. */
export function isSpot({ spot_price: price }: SpotOptions): boolean {
  return price !== undefined && price !== '' && price !== '0';
}

export function checkSpot(findings: OptionFindings<SpotOptions & InstanceOptions>): void {
  const { options } = findings;
  const types = options.spot_instance_types;
  if (options.instance_type && types.length > 0) {
    findings.exclusive(
      'instance_type',
      'spot_instance_types',
      'Name one type, or several to choose from. Keep one of them.',
    );
  }
  checkTags(findings);
  checkBlock(findings);
  checkPrice(findings);
  if (isSpot(options)) noteWithoutEffect(findings);
}

/** What EC2 takes as a price: US dollars per hour. */
const PRICE = /^\d*\.?\d+$/;

function checkPrice(findings: OptionFindings<SpotOptions & InstanceOptions>): void {
  const { options } = findings;
  if (!findings.known('spot_price')) return;
  if (isSpot(options) && options.spot_price !== 'auto' && !PRICE.test(options.spot_price ?? '')) {
    findings.error({
      at: 'spot_price',
      code: 'invalid-value',
      summary: 'spot_price must be a price or "auto"',
      detail: `${JSON.stringify(options.spot_price)} is neither: write US dollars per hour, like "0.05", or "auto" for at most the on-demand price.`,
    });
  }
  if (options.spot_instance_types.length > 0 && !isSpot(options)) {
    findings.error({
      at: 'spot_instance_types',
      code: 'conflicting-options',
      summary: 'spot_instance_types is for spot instances only',
      detail: 'No spot instance is asked for. Add spot_price = "auto", or name one type in instance_type.',
    });
  }
}

/** As in Packer, these are for on-demand instances; EC2 refuses most of them for a spot instance. */
const ON_DEMAND_ONLY = [
  'capacity_reservation_preference',
  'capacity_reservation_id',
  'capacity_reservation_group_arn',
  'license_specifications',
  'placement.host_id',
  'placement.host_resource_group_arn',
  'shutdown_behavior',
  'disable_stop_instance',
] as const;

function noteWithoutEffect(findings: OptionFindings<SpotOptions & InstanceOptions>): void {
  const given = ON_DEMAND_ONLY.filter((name) => findings.given(name));
  for (const name of given) {
    findings.warning({
      at: name,
      code: 'option-without-effect',
      summary: `${name} has no effect on a spot instance`,
      detail: 'It counts only where the build falls back to an on-demand instance. Remove it, or remove spot_price.',
    });
  }
}

/** EC2 changes these of a stopped instance only, and a spot instance can't be stopped; Packer finds that out at the end. */
export function checkSpotFeatures(
  findings: OptionFindings<SpotOptions & Pick<ImageOptions, 'ena_support' | 'sriov_support'>>,
): void {
  if (!isSpot(findings.options)) return;
  for (const name of ['ena_support', 'sriov_support'] as const) {
    // Switching ENA off is a change, too.
    if (findings.options[name] === undefined || (name === 'sriov_support' && !findings.options[name])) continue;
    findings.error({
      at: name,
      code: 'conflicting-options',
      summary: `${name} can't be set on a spot instance`,
      detail: 'Start from an AMI that is so already and remove the option, or remove spot_price.',
    });
  }
}

function checkTags(findings: OptionFindings<SpotOptions>): void {
  if (isSpot(findings.options) || !findings.known('spot_price')) return;
  for (const name of ['spot_tags', 'spot_tag', 'fleet_tags', 'fleet_tag'] as const) {
    if (Object.keys(findings.options[name]).length === 0) continue;
    findings.error({
      at: name === 'spot_tags' || name === 'fleet_tags' ? name : `${name}[0]`,
      code: 'conflicting-options',
      summary: `${name} is for spot instances only`,
      detail: `No spot instance is asked for. Remove ${name}, or set spot_price.`,
    });
  }
}

function checkBlock(findings: OptionFindings<SpotOptions>): void {
  const minutes = findings.options.block_duration_minutes;
  if (minutes === undefined || !findings.known('block_duration_minutes') || minutes % 60 === 0) return;
  findings.error({
    at: 'block_duration_minutes',
    code: 'invalid-value',
    summary: 'block_duration_minutes must be a multiple of 60',
    detail: `${minutes} is not. The option has no effect any more: remove it.`,
  });
}
