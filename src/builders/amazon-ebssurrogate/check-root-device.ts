import type { OptionFindings } from '../../kernel/option-findings.ts';
import type { EbsSurrogateOptions } from './options.ts';

/** Whether the root device of the AMI can be made of a device of the instance. */
export function checkRootDevice(findings: OptionFindings<EbsSurrogateOptions>): void {
  const { ami_root_device: root, launch_block_device_mappings: devices } = findings.options;
  if (!findings.known('ami_root_device') || !findings.known('launch_block_device_mappings')) return;
  if (root === undefined) {
    findings.error({
      at: '',
      code: 'missing-option',
      summary: 'ami_root_device is missing',
      detail:
        'Say which device of the instance becomes the root device: ami_root_device { source_device_name = "…", device_name = "…" }.',
    });
    return;
  }
  for (const name of ['source_device_name', 'device_name'] as const) {
    if (root[name]) continue;
    findings.error({
      at: 'ami_root_device',
      code: 'missing-option',
      summary: `ami_root_device needs a ${name}`,
      detail: `Add ${name}, for example ${name} = "${name === 'device_name' ? '/dev/xvda' : '/dev/xvdf'}".`,
    });
  }
  checkVolume(findings, root);
  if (!root.source_device_name) return;
  const index = devices.findIndex(({ device_name: name }) => name === root.source_device_name);
  if (index < 0) {
    findings.error({
      at: 'ami_root_device.source_device_name',
      code: 'unknown-device',
      summary: `The instance has no device ${root.source_device_name}`,
      detail: 'Name the device_name of one of the blocks launch_block_device_mappings.',
    });
  } else if (devices[index]?.omit_from_artifact) {
    findings.error({
      at: `launch_block_device_mappings[${index}].omit_from_artifact`,
      code: 'conflicting-options',
      summary: "The AMI's root device can't be left out of it",
      detail: 'ami_root_device is made of this device. Remove omit_from_artifact.',
    });
  }
}

function checkVolume(
  findings: OptionFindings<EbsSurrogateOptions>,
  { volume_type: type, volume_size: size = 0, iops = 0 }: NonNullable<EbsSurrogateOptions['ami_root_device']>,
): void {
  if (type === 'gp2' && iops !== 0) {
    findings.error({
      at: 'ami_root_device.iops',
      code: 'conflicting-options',
      summary: 'iops is not for gp2 volumes',
      detail: 'Remove iops, or take volume_type = "gp3".',
    });
  }
  for (const [name, value] of [
    ['iops', iops],
    ['volume_size', size],
  ] as const) {
    if (value >= 0) continue;
    findings.error({
      at: `ami_root_device.${name}`,
      code: 'invalid-value',
      summary: `${name} must be more than 0`,
      detail: `${value} is not.`,
    });
  }
}
