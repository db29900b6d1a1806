import { checkAccess } from '../../aws/check-access.ts';
import type { DeclaredComponent } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type AmazonImportOptions, amazonImportSchema } from './options.ts';

/** `post-processor "amazon-import"`: declared and judged; no builder here makes what it imports. */
export const amazonImportPostProcessor: DeclaredComponent<AmazonImportOptions> = {
  type: 'amazon-import',
  schema: amazonImportSchema,
  instead: 'Import the image in a step of its own with `aws ec2 import-image`.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    checkAccess(findings);
    checkBoot(findings);
    return findings.diagnostics;
  },
};

function checkBoot(findings: OptionFindings<AmazonImportOptions>): void {
  const { architecture, boot_mode: written, platform, s3_bucket_name: bucket } = findings.options;
  if (bucket === '' && findings.known('s3_bucket_name')) {
    findings.error({
      at: 's3_bucket_name',
      code: 'missing-option',
      summary: 's3_bucket_name is empty',
      detail: 'Name the bucket to upload the image to.',
    });
  }
  if (!findings.known('architecture') || !findings.known('boot_mode')) return;
  if (architecture === 'arm64' && written === 'legacy-bios') {
    findings.error({
      at: 'boot_mode',
      code: 'conflicting-options',
      summary: 'An arm64 image boots with UEFI only',
      detail: 'Set boot_mode = "uefi", or remove it.',
    });
  }
  const mode = written || (architecture === 'arm64' ? 'uefi' : 'legacy-bios');
  if (mode !== 'uefi' || platform || !findings.known('platform')) return;
  findings.error({
    at: written ? 'boot_mode' : 'architecture',
    code: 'missing-option',
    summary: 'An image that boots with UEFI needs its platform',
    detail: 'Add platform = "linux" or platform = "windows".',
  });
}
