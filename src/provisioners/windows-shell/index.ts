import type { DeclaredComponent } from '../../engine/ports.ts';
import { checkRemoteScript } from '../../engine/remote-script/check.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type WindowsShellOptions, windowsShellSchema } from './options.ts';

/** `provisioner "windows-shell"`: declared and judged; Windows images are not built yet. */
export const windowsShellProvisioner: DeclaredComponent<WindowsShellOptions> = {
  type: 'windows-shell',
  schema: windowsShellSchema,
  instead: 'Windows images are not built yet. Use Packer for this template.',
  validate: (decoded, context) => {
    const findings = new OptionFindings(decoded);
    checkRemoteScript(findings, context);
    return findings.diagnostics;
  },
};
