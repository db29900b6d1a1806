import type { ValidationContext } from '../../engine/ports.ts';
import { checkRemoteScript } from '../../engine/remote-script/check.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { ShellOptions } from './options.ts';

export function validateShell(
  decoded: DecodedOptions<ShellOptions>,
  context: ValidationContext,
): readonly Diagnostic[] {
  const findings = new OptionFindings(decoded);
  checkRemoteScript(findings, context);
  return findings.diagnostics;
}
