import type { DeclaredComponent } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type WinrmOptions, winrmSchema } from './options.ts';

/** `communicator = "winrm"`: declared and judged; nothing connects over WinRM yet. */
export const winrmCommunicator: DeclaredComponent<WinrmOptions> = {
  type: 'winrm',
  schema: winrmSchema,
  instead: 'Use "ssh" for a machine that has an SSH server; Packer for this template otherwise.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    if (findings.known('winrm_username') && decoded.options.winrm_username === '') {
      findings.error({
        at: 'winrm_username',
        code: 'missing-option',
        summary: 'winrm_username is empty',
        detail: 'Set it to the user to log in as, for example "Administrator".',
      });
    }
    return findings.diagnostics;
  },
};
