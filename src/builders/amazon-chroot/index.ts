import { checkAccess } from '../../aws/check-access.ts';
import type { DeclaredBuilder } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { generatedNames } from '../amazon/generated-names.ts';
import { checkBoot } from '../amazon/validation/boot.ts';
import { checkImage } from '../amazon/validation/image.ts';
import { checkVolume } from './check-volume.ts';
import { type AmazonChrootOptions, amazonChrootSchema } from './options.ts';

/** Fills a volume on the EC2 instance that it runs on: declared and judged; it does not run yet. */
export const amazonChrootBuilder: DeclaredBuilder<AmazonChrootOptions> = {
  type: 'amazon-chroot',
  schema: amazonChrootSchema,
  generatedNames: [...generatedNames, 'Device', 'MountPath'],
  connects: false,
  instead: 'Use "amazon-ebs", which launches an instance for the build.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    checkAccess(findings);
    checkImage(findings);
    checkMounts(findings);
    checkVolume(findings);
    checkBoot(findings);
    return findings.diagnostics;
  },
};

function checkMounts(findings: OptionFindings<AmazonChrootOptions>): void {
  if (!findings.known('chroot_mounts')) return;
  for (const [index, mount] of findings.options.chroot_mounts.entries()) {
    if (mount.length === 3) continue;
    findings.error({
      at: `chroot_mounts[${index}]`,
      code: 'invalid-value',
      summary: 'A mount has three parts',
      detail: `This one has ${mount.length}. Write type, source and target, for example ["bind", "/dev", "/dev"].`,
    });
  }
}
