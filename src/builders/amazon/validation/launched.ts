import type { AccessOptions } from '../../../aws/access-options.ts';
import { checkAccess } from '../../../aws/check-access.ts';
import type { ValidationContext } from '../../../engine/ports.ts';
import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { ConnectionOptions } from '../options/connection.ts';
import type { InstanceOptions } from '../options/instance.ts';
import type { NetworkOptions } from '../options/network.ts';
import type { SpotOptions } from '../options/spot.ts';
import { checkConnection } from './connection.ts';
import { checkInstance } from './instance.ts';
import { checkNetwork } from './network.ts';
import { checkSpot } from './spot.ts';

/** What all builders check that launch an instance and connect to it. */
export function checkLaunched(
  findings: OptionFindings<AccessOptions & InstanceOptions & SpotOptions & NetworkOptions & ConnectionOptions>,
  { workingDirectory }: ValidationContext,
): void {
  checkAccess(findings);
  checkInstance(findings, workingDirectory);
  checkSpot(findings);
  checkNetwork(findings);
  checkConnection(findings);
}
