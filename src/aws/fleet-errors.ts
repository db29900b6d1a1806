import type { CreateFleetCommandOutput } from '@aws-sdk/client-ec2';
import type { BakeError } from '../kernel/errors.ts';
import { awsError } from './errors.ts';

/** Why a fleet has no instance from one of its overrides. */
export interface FleetError {
  readonly error: BakeError;
  /** As far as EC2 says. */
  readonly instanceType: string | undefined;
  readonly subnetId: string | undefined;
}

/** What an answer to CreateFleet says went wrong, in the shape of a refused call. */
export function fleetErrors({ Errors = [] }: CreateFleetCommandOutput, region: string): readonly FleetError[] {
  return Errors.map(({ ErrorCode = 'Unknown', ErrorMessage = '', LaunchTemplateAndOverrides: tried }) => ({
    error: awsError(Object.assign(new Error(ErrorMessage), { name: ErrorCode }), {
      service: 'ec2',
      action: 'CreateFleet',
      region,
      onGitHub: false,
    }),
    instanceType: tried?.Overrides?.InstanceType,
    subnetId: tried?.Overrides?.SubnetId,
  }));
}
