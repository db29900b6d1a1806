import { checkLocalPaths } from '../../engine/check-local-paths.ts';
import type { DeclaredBuilder } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { generatedNames } from '../amazon/generated-names.ts';
import { checkBlockDevices } from '../amazon/validation/block-devices.ts';
import { checkImage } from '../amazon/validation/image.ts';
import { checkLaunched } from '../amazon/validation/launched.ts';
import { checkSpotFeatures } from '../amazon/validation/spot.ts';
import { type AmazonInstanceOptions, amazonInstanceSchema } from './options.ts';

/** Makes an instance store AMI: declared and judged; it does not run yet. */
export const amazonInstanceBuilder: DeclaredBuilder<AmazonInstanceOptions> = {
  type: 'amazon-instance',
  schema: amazonInstanceSchema,
  generatedNames,
  connects: true,
  instead: 'Use "amazon-ebs": today\'s instance types start from EBS volumes.',
  validate: (decoded, context) => {
    const findings = new OptionFindings(decoded);
    checkLaunched(findings, context);
    checkSpotFeatures(findings);
    checkImage(findings);
    checkBlockDevices(findings, 'ami_block_device_mappings');
    checkBlockDevices(findings, 'launch_block_device_mappings');
    for (const name of ['account_id', 's3_bucket', 'x509_cert_path', 'x509_key_path'] as const) {
      if (decoded.options[name] || !findings.known(name)) continue;
      findings.error({
        at: '',
        code: 'missing-option',
        summary: `${name} is missing`,
        detail: `An instance store AMI needs it. Add ${name}.`,
      });
    }
    const files = (['x509_cert_path', 'x509_key_path'] as const).map((at) => ({
      at,
      path: decoded.options[at],
      kind: 'file' as const,
    }));
    checkLocalPaths(findings, files, context);
    return findings.diagnostics;
  },
};
