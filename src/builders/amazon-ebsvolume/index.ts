import type { DeclaredBuilder } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { generatedNames } from '../amazon/generated-names.ts';
import { checkBlockDevices } from '../amazon/validation/block-devices.ts';
import { checkLaunched } from '../amazon/validation/launched.ts';
import { checkSpotFeatures } from '../amazon/validation/spot.ts';
import { type EbsVolumeOptions, ebsVolumeSchema } from './options.ts';

/** Makes volumes and snapshots with an instance's help: declared and judged; it does not run yet. */
export const ebsVolumeBuilder: DeclaredBuilder<EbsVolumeOptions> = {
  type: 'amazon-ebsvolume',
  schema: ebsVolumeSchema,
  generatedNames,
  connects: true,
  instead: 'Use "amazon-ebs" with launch_block_device_mappings; the snapshots of its AMI hold the volumes.',
  validate: (decoded, context) => {
    const findings = new OptionFindings(decoded);
    checkLaunched(findings, context);
    checkSpotFeatures(findings);
    checkBlockDevices(findings, 'ebs_volumes');
    for (const [index, volume] of decoded.options.ebs_volumes.entries()) {
      if (!volume.snapshot_description || volume.snapshot_volume) continue;
      findings.error({
        at: `ebs_volumes[${index}].snapshot_description`,
        code: 'conflicting-options',
        summary: 'snapshot_description needs snapshot_volume = true',
        detail: 'No snapshot of this volume is made. Add snapshot_volume = true, or remove snapshot_description.',
      });
    }
    return findings.diagnostics;
  },
};
