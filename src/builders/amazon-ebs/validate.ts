import { checkAccess } from '../../aws/check-access.ts';
import type { ValidationContext } from '../../engine/ports.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { checkBlockDevices } from '../amazon/validation/block-devices.ts';
import { checkConnection } from '../amazon/validation/connection.ts';
import { checkImage, checkThatAnImageIsLeft } from '../amazon/validation/image.ts';
import { checkInstance } from '../amazon/validation/instance.ts';
import { checkNetwork } from '../amazon/validation/network.ts';
import { checkSpot, checkSpotFeatures } from '../amazon/validation/spot.ts';
import { checkFastLaunch } from './fast-launch/check.ts';
import type { AmazonEbsOptions } from './options.ts';

/** What can be said about the options without asking AWS, all of it at once, in Packer's order. */
export function validate(
  decoded: DecodedOptions<AmazonEbsOptions>,
  { workingDirectory }: ValidationContext,
): readonly Diagnostic[] {
  const findings = new OptionFindings(decoded);
  checkAccess(findings);
  checkImage(findings);
  if (!findings.options.skip_create_ami && findings.known('skip_create_ami')) checkThatAnImageIsLeft(findings);
  checkBlockDevices(findings, 'launch_block_device_mappings');
  checkBlockDevices(findings, 'ami_block_device_mappings');
  checkInstance(findings, workingDirectory);
  checkSpot(findings);
  checkSpotFeatures(findings);
  checkNetwork(findings);
  checkConnection(findings);
  checkFastLaunch(findings);
  return findings.diagnostics;
}
