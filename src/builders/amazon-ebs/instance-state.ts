import type { Instance } from '@aws-sdk/client-ec2';
import { BakeError } from '../../kernel/errors.ts';
import { KEY_ACTIONS } from './permissions/image-features.ts';

/** The instance went away while it was needed: EC2 says why, or somebody stopped or terminated it. */
export function assertAlive(id: string, instance: Instance | undefined): void {
  const state = instance?.State?.Name;
  if (state === undefined || state === 'pending' || state === 'running') return;
  const reason = instance?.StateReason?.Message || instance?.StateTransitionReason;
  throw new BakeError(`The instance ${id} is ${state}${reason ? `: ${reason}` : ''}`, {
    code: 'instance-lost',
    category: 'cloud',
    hint: hintFor(instance?.StateReason?.Code),
  });
}

/** EC2 tries a key only after it has taken the request, and then says little of what was wrong with it. */
export const ALLOW_KEY = `allow ${KEY_ACTIONS.join(', ')} on it, in the IAM policy of the role or user that bakes or in the policy of the key.`;

/** What EC2 says of a key that is not there, disabled or of the wrong kind. */
function isAboutKey(reason: string | undefined): boolean {
  return /^Client\.Invalid(KMS|Kms)Key/.test(reason ?? '');
}

function hintFor(code: string | undefined): string {
  if (isAboutKey(code)) return 'Check in KMS that the key exists in this region, is enabled and is for encryption.';
  switch (code) {
    case 'Client.VolumeLimitExceeded':
      return 'The quota for EBS volumes is used up: free some, or ask for more in the Service Quotas console.';
    case 'Client.InvalidSnapshot.NotFound':
      return 'A snapshot of a block device mapping does not exist in this region.';
    case 'Client.InternalError':
      return `Often the volume is encrypted with a KMS key that the credentials may not use: ${ALLOW_KEY}`;
    case 'Server.InsufficientInstanceCapacity':
      return 'Try again later, with another instance_type, or in another subnet or availability zone.';
    case 'Server.SpotInstanceTermination':
    case 'Server.SpotInstanceShutdown':
      return 'EC2 took the spot instance back. Build again, name further types in spot_instance_types, or build on demand: remove spot_price.';
    case 'Client.InstanceInitiatedShutdown':
      return 'The machine switched itself off: something on it did, or its deadline came (input and flag `deadline`, in minutes; 0 means none).';
    default:
      return 'If nobody ended it, look at its console output and at the CloudTrail events of the instance.';
  }
}
