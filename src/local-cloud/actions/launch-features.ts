import type { InstanceType } from '../instance-types.ts';
import { CloudError, invalidCombination } from '../protocol/cloud-error.ts';
import type { InstanceFeatures } from '../state/resources.ts';
import type { RunInstancesInput } from './run-instances-parameters.ts';

/** What a launch asks for beside the machine itself; refuses what EC2 refuses. */
export function plannedFeatures(input: RunInstancesInput, type: InstanceType): InstanceFeatures {
  const { CreditSpecification: credits, EnclaveOptions: enclave, CapacityReservationSpecification: capacity } = input;
  const isSpot = input.InstanceMarketOptions?.MarketType === 'spot';
  if (credits !== undefined && !type.burstable) {
    throw invalidCombination('The T2/T3 unlimited and standard CPU credit options are not supported for this type.');
  }
  if (credits?.CpuCredits === 'unlimited' && isSpot && type.name.startsWith('t2.')) {
    throw invalidCombination('T2 Unlimited can not be used with Spot Instances.');
  }
  if (enclave?.Enabled === true && type.burstable) {
    throw new CloudError('InvalidParameterValue', `Nitro Enclaves are not supported for the type ${type.name}.`);
  }
  const target = capacity?.CapacityReservationTarget;
  if (target !== undefined && capacity?.CapacityReservationPreference !== undefined) {
    throw invalidCombination('CapacityReservationPreference and CapacityReservationTarget can not both be specified.');
  }
  if (target !== undefined && isSpot) {
    throw invalidCombination('A capacity reservation can not be used with Spot Instances.');
  }
  return {
    cpuCredits:
      credits?.CpuCredits ?? (type.burstable ? (type.name.startsWith('t2.') ? 'standard' : 'unlimited') : undefined),
    enclave: enclave?.Enabled ?? false,
    licenses: input.LicenseSpecification.map(({ LicenseConfigurationArn: arn }) => arn),
    capacityReservation: {
      preference: capacity?.CapacityReservationPreference,
      id: target?.CapacityReservationId,
      groupArn: target?.CapacityReservationResourceGroupArn,
    },
  };
}

/** With the metadata service switched off there is nothing else to say about it. */
export function checkMetadata({ MetadataOptions: metadata }: RunInstancesInput): void {
  if (metadata?.HttpEndpoint !== 'disabled') return;
  const { HttpTokens: tokens, HttpPutResponseHopLimit: hops, InstanceMetadataTags: tags } = metadata;
  if (tokens === undefined && hops === undefined && tags === undefined) return;
  throw invalidCombination('Metadata options are not allowed unless HttpEndpoint is enabled.');
}

export function checkPlacement({ Placement: placement, InstanceMarketOptions: market }: RunInstancesInput): void {
  const onHost = placement?.HostId ?? placement?.HostResourceGroupArn;
  const { Tenancy: tenancy } = placement ?? {};
  if (onHost !== undefined && tenancy !== undefined && tenancy !== 'host') {
    throw invalidCombination(`The tenancy '${tenancy}' can not be used with a host.`);
  }
  if (market?.MarketType === 'spot' && (onHost !== undefined || tenancy === 'host')) {
    throw invalidCombination('Spot Instances can not run on Dedicated Hosts.');
  }
}
