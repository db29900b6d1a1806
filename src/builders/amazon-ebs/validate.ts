import type { ValidationContext } from '../../engine/ports.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { AmazonEbsOptions } from './options.ts';
import { checkAccess } from './validation/access.ts';
import { checkBlockDevices } from './validation/block-devices.ts';
import { checkConnection } from './validation/connection.ts';
import { Findings } from './validation/findings.ts';
import { checkImage } from './validation/image.ts';
import { checkInstance } from './validation/instance.ts';
import { checkNetwork } from './validation/network.ts';

/** What can be said about the options without asking AWS, all of it at once, in Packer's order. */
export function validate(
  decoded: DecodedOptions<AmazonEbsOptions>,
  { workingDirectory }: ValidationContext,
): readonly Diagnostic[] {
  const findings = new Findings(decoded);
  checkAccess(findings);
  checkImage(findings);
  checkBlockDevices(findings);
  checkInstance(findings, workingDirectory);
  checkNetwork(findings);
  checkConnection(findings);
  return findings.diagnostics;
}
