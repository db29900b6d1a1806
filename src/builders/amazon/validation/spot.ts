import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { ImageOptions } from '../options/image.ts';
import type { InstanceOptions } from '../options/instance.ts';
import type { SpotOptions } from '../options/spot.ts';

const INSTEAD = 'Spot instances come with a later version; for now use instance_type alone.';

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
  const price = findings.given('spot_price') && (isSpot(options) || !findings.known('spot_price'));
  const asking = price ? 'spot_price' : types.length > 0 ? 'spot_instance_types' : undefined;
  if (asking !== undefined) {
    const summary = `"${asking}" does not work yet`;
    findings.notYet({ at: asking, code: 'option-not-yet', summary, detail: INSTEAD });
  }
}

/** EC2 changes no attributes of a spot instance. */
export function checkSpotFeatures(
  findings: OptionFindings<SpotOptions & Pick<ImageOptions, 'ena_support' | 'sriov_support'>>,
): void {
  if (!isSpot(findings.options)) return;
  for (const name of ['ena_support', 'sriov_support'] as const) {
    if (findings.options[name] !== true) continue;
    findings.error({
      at: name,
      code: 'conflicting-options',
      summary: `${name} can't be set on a spot instance`,
      detail: 'Start from an AMI that has it already and remove the option, or remove spot_price.',
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
