import type { CreditSpecificationRequest, RunInstancesCommandInput } from '@aws-sdk/client-ec2';
import { type Tags, tagSpecification } from '../../../aws/tags.ts';
import { isBurstable } from '../../amazon/validation/instance.ts';
import { blockDeviceMappings, withoutInstanceStore } from '../block-devices.ts';
import type { LaunchedBy, LaunchInputs } from './inputs.ts';

/** Packer's name for the instance; some IAM policies go by it. */
export const NAME: Tags = { Name: 'Packer Builder' };

/** What every launch says, on demand or spot, as RunInstances and launch templates both take it. */
export function commonInput(bake: LaunchedBy, inputs: LaunchInputs) {
  const { options, ownership } = bake;
  const { source, keyName, instanceProfile, userData, tags } = inputs;
  const devices = [
    ...blockDeviceMappings(options.launch_block_device_mappings),
    ...(options.no_ephemeral ? withoutInstanceStore() : []),
  ];
  const metadata = metadataInput(options.metadata_options);
  return {
    ImageId: source.ImageId,
    EbsOptimized: options.ebs_optimized,
    // Only with tags in it is a specification one that EC2 takes.
    TagSpecifications: [
      tagSpecification('instance', NAME, tags.run, ownership),
      tagSpecification('volume', tags.volume, ownership),
      // Packer does not tag it: without tags of our own it would be tagged for nobody.
      ...(Object.keys(ownership).length === 0 ? [] : [tagSpecification('network-interface', tags.run, ownership)]),
    ].filter(({ Tags = [] }) => Tags.length > 0),
    ...(keyName === undefined ? {} : { KeyName: keyName }),
    ...(userData === undefined ? {} : { UserData: userData.toString('base64') }),
    ...(devices.length === 0 ? {} : { BlockDeviceMappings: devices }),
    ...(instanceProfile === undefined ? {} : { IamInstanceProfile: { Name: instanceProfile } }),
    ...(metadata === undefined ? {} : { MetadataOptions: metadata }),
  } satisfies Partial<RunInstancesCommandInput>;
}

/** CPU credits, where all types have them: as in Packer never more than is paid for already, unless the template says so. */
export function creditInput(
  { options }: LaunchedBy,
  types: readonly string[],
): { readonly CreditSpecification?: CreditSpecificationRequest } {
  const isUnlimited = options.enable_unlimited_credits || options.enable_t2_unlimited;
  if (types.length === 0 || !types.every(isBurstable)) return {};
  return { CreditSpecification: { CpuCredits: isUnlimited ? 'unlimited' : 'standard' } };
}

/** Only what is written: otherwise the defaults of the image and of the account hold. */
function metadataInput(
  options: LaunchedBy['options']['metadata_options'],
): RunInstancesCommandInput['MetadataOptions'] {
  if (options === undefined) return undefined;
  // EC2 takes nothing else about a service that is switched off.
  if (options.http_endpoint === 'disabled') return { HttpEndpoint: 'disabled' };
  return {
    ...(options.http_endpoint === undefined ? {} : { HttpEndpoint: 'enabled' }),
    ...(options.http_tokens === undefined
      ? {}
      : { HttpTokens: options.http_tokens === 'required' ? 'required' : 'optional' }),
    ...(options.http_put_response_hop_limit === undefined
      ? {}
      : { HttpPutResponseHopLimit: options.http_put_response_hop_limit }),
    ...(options.instance_metadata_tags === undefined
      ? {}
      : { InstanceMetadataTags: options.instance_metadata_tags === 'enabled' ? 'enabled' : 'disabled' }),
  };
}
