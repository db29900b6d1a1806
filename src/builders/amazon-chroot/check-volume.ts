import type { OptionFindings } from '../../kernel/option-findings.ts';
import { checkKey } from '../amazon/validation/kms-key.ts';
import { checkSourceImage } from '../amazon/validation/source-image.ts';
import type { AmazonChrootOptions } from './options.ts';

const FROM_SCRATCH = [
  'root_volume_size',
  'pre_mount_commands',
  'ami_virtualization_type',
  'root_device_name',
  'ami_block_device_mappings',
] as const;

/** Whether it is said what the root volume is made of. */
export function checkVolume(findings: OptionFindings<AmazonChrootOptions>): void {
  if (!findings.known('from_scratch')) return;
  if (findings.options.from_scratch) {
    for (const name of FROM_SCRATCH) needs(findings, name, 'from_scratch');
    return;
  }
  checkSourceImage(findings);
  checkMappings(findings);
  const { root_volume_kms_key_id: key, root_volume_encrypt_boot: encrypted } = findings.options;
  if (!key || !findings.known('root_volume_kms_key_id')) return;
  if (encrypted === false && findings.known('root_volume_encrypt_boot')) {
    findings.error({
      at: 'root_volume_kms_key_id',
      code: 'conflicting-options',
      summary: 'root_volume_kms_key_id needs an encrypted volume',
      detail: 'root_volume_encrypt_boot = false is written. Remove one of the two.',
    });
  } else if (encrypted === true) checkKey(findings, 'root_volume_kms_key_id', key);
}

function checkMappings(findings: OptionFindings<AmazonChrootOptions>): void {
  const { ami_block_device_mappings: mappings, root_device_name: root } = findings.options;
  if (!findings.known('ami_block_device_mappings') || !findings.known('root_device_name')) return;
  if (mappings.length > 0) {
    needs(findings, root ? 'root_volume_size' : 'root_device_name', 'ami_block_device_mappings');
  } else if (root) needs(findings, 'ami_block_device_mappings', 'root_device_name');
}

function needs(findings: OptionFindings<AmazonChrootOptions>, name: (typeof FROM_SCRATCH)[number], by: string): void {
  const value = findings.options[name];
  const given = Array.isArray(value) ? value.length > 0 : Boolean(value);
  if (given || !findings.known(name)) return;
  findings.error({
    at: by,
    code: 'missing-option',
    summary: `${by} needs ${name}`,
    detail: `Add ${name}, or remove ${by}.`,
  });
}
