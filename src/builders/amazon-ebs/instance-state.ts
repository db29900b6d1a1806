import type { Instance } from '@aws-sdk/client-ec2';
import { BakeError } from '../../kernel/errors.ts';

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

function hintFor(code: string | undefined): string {
  switch (code) {
    case 'Client.VolumeLimitExceeded':
      return 'The quota for EBS volumes is used up: free some, or ask for more in the Service Quotas console.';
    case 'Client.InvalidSnapshot.NotFound':
      return 'A snapshot of a block device mapping does not exist in this region.';
    case 'Client.InternalError':
      return 'Often the volume is encrypted with a KMS key that the credentials may not use: allow kms:CreateGrant, kms:Decrypt, kms:DescribeKey and kms:GenerateDataKeyWithoutPlaintext on it.';
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
