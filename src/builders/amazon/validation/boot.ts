import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { BootOptions } from '../options/boot.ts';

export function checkBoot(findings: OptionFindings<BootOptions>): void {
  const { uefi_data: data, boot_mode: mode, ami_architecture: architecture } = findings.options;
  if (!data || !findings.known('boot_mode') || !findings.known('ami_architecture')) return;
  if (mode ? mode !== 'legacy-bios' : architecture === 'arm64') return;
  findings.error({
    at: 'uefi_data',
    code: 'conflicting-options',
    summary: 'uefi_data needs an image that boots with UEFI',
    detail: mode ? `The boot_mode is "${mode}".` : 'Add boot_mode = "uefi".',
  });
}
