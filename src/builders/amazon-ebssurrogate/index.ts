import type { DeclaredBuilder } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { generatedNames } from '../amazon/generated-names.ts';
import { checkBlockDevices } from '../amazon/validation/block-devices.ts';
import { checkBoot } from '../amazon/validation/boot.ts';
import { checkImage } from '../amazon/validation/image.ts';
import { checkLaunched } from '../amazon/validation/launched.ts';
import { checkRootDevice } from './check-root-device.ts';
import { type EbsSurrogateOptions, ebsSurrogateSchema } from './options.ts';

/** Makes an AMI of a second volume of an instance: declared and judged; it does not run yet. */
export const ebsSurrogateBuilder: DeclaredBuilder<EbsSurrogateOptions> = {
  type: 'amazon-ebssurrogate',
  schema: ebsSurrogateSchema,
  generatedNames,
  connects: true,
  instead: 'Use "amazon-ebs", which makes an image of a running instance\'s volumes.',
  validate: (decoded, context) => {
    const findings = new OptionFindings(decoded);
    checkLaunched(findings, context);
    checkImage(findings);
    checkBlockDevices(findings, 'ami_block_device_mappings');
    checkBlockDevices(findings, 'launch_block_device_mappings');
    checkRootDevice(findings);
    checkBoot(findings);
    if (!decoded.options.ami_virtualization_type && findings.known('ami_virtualization_type')) {
      findings.error({
        at: '',
        code: 'missing-option',
        summary: 'ami_virtualization_type is missing',
        detail: 'An AMI that is registered from snapshots has to say it: add ami_virtualization_type = "hvm".',
      });
    }
    return findings.diagnostics;
  },
};
