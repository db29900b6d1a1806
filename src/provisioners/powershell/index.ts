import type { DeclaredComponent } from '../../engine/ports.ts';
import { checkRemoteScript } from '../../engine/remote-script/check.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type PowershellOptions, powershellSchema } from './options.ts';

/** `provisioner "powershell"`: declared and judged; Windows images are not built yet. */
export const powershellProvisioner: DeclaredComponent<PowershellOptions> = {
  type: 'powershell',
  schema: powershellSchema,
  instead: 'Windows images are not built yet. Use Packer for this template.',
  validate: (decoded, context) => {
    const findings = new OptionFindings(decoded);
    const { elevated_user: user, elevated_password: password, debug_mode: level } = decoded.options;
    if (password && !user && findings.known('elevated_user')) {
      findings.error({
        at: 'elevated_password',
        code: 'missing-option',
        summary: 'elevated_password needs elevated_user',
        detail: 'Say whose password it is: add elevated_user, or remove elevated_password.',
      });
    }
    checkRemoteScript(findings, context);
    if (findings.known('debug_mode') && ![0, 1, 2].includes(level)) {
      findings.error({
        at: 'debug_mode',
        code: 'invalid-value',
        summary: 'debug_mode must be 0, 1 or 2',
        detail: `${level} is no trace level of Set-PSDebug.`,
      });
    }
    return findings.diagnostics;
  },
};
