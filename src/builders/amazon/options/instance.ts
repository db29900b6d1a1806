import { keyValueFilter } from '../../../aws/filter-options.ts';
import { type OptionsOf, option } from '../../../kernel/schema.ts';
import { SOURCE_IMAGE_AT_RUN } from '../template-fields.ts';
import { keyValue } from './tags.ts';

/** The image to start from. */
export const sourceImageOptions = {
  source_ami: option.string.optional({ doc: 'AMI to start from; or `source_ami_filter`.' }),
  source_ami_filter: option.block(
    {
      // No blocks here, other than in the filters of networks.
      filters: keyValueFilter.filters,
      owners: option.strings.withDefault([], {
        doc: 'Whose AMIs: account numbers, `self`, `amazon`, `aws-marketplace`. Needed unless `source_ami` is given.',
      }),
      most_recent: option.bool.withDefault(false, { doc: 'Takes the newest of several that match.' }),
      include_deprecated: option.bool.withDefault(false, { doc: 'Looks at deprecated AMIs too.' }),
    },
    { doc: 'Finds the AMI to start from. Exactly one may match, unless `most_recent` is set.' },
  ),
} as const;

export type SourceImageOptions = OptionsOf<typeof sourceImageOptions>;

/** The machine that is built on. */
export const instanceOptions = {
  instance_type: option.string.optional({ doc: 'Type of the instance, for example `t3.micro`.' }),
  ...sourceImageOptions,
  user_data: option.string.optional({ doc: 'User data for the instance; text, or the same in base64.' }),
  user_data_file: option.string.optional({ doc: 'File with the user data.' }),
  iam_instance_profile: option.string.optional({ doc: 'Name of an IAM instance profile for the instance.' }),
  skip_profile_validation: option.bool.withDefault(false, {
    doc: 'Does not ask IAM whether the instance profile exists.',
  }),
  run_tags: option.stringMap.withDefault(
    {},
    {
      doc: 'Tags of the instance, its network interface, the temporary key pair and security group, and (unless `skip_ami_run_tags`) of the AMI and its snapshots.',
      rendering: SOURCE_IMAGE_AT_RUN,
    },
  ),
  run_tag: option.blocks(keyValue, { doc: 'A tag as in `run_tags`; goes before it.' }),
  shutdown_behavior: option.string.withDefault('stop', {
    doc: 'What becomes of the instance when it shuts itself down: `stop` or `terminate`.',
    choices: ['stop', 'terminate'],
  }),
  disable_stop_instance: option.bool.withDefault(false, {
    doc: 'Does not stop the instance but waits until it has stopped: for machines that shut themselves down, such as Windows after Sysprep.',
  }),
  ebs_optimized: option.bool.withDefault(false, { doc: 'Launches an EBS-optimized instance.' }),
  enable_nitro_enclave: option.bool.withDefault(false, { doc: 'Switches Nitro Enclaves on for the instance.' }),
  enable_unlimited_credits: option.bool.withDefault(false, {
    doc: 'CPU credits of burstable types (T2, T3, T3a, T4g): `unlimited` instead of `standard`.',
  }),
  enable_t2_unlimited: option.bool.withDefault(false, { doc: 'Old name of `enable_unlimited_credits`.' }),
  capacity_reservation_preference: option.string.optional({
    doc: '`open` uses a matching capacity reservation, `none` does not.',
    choices: ['open', 'none'],
  }),
  capacity_reservation_id: option.string.optional({ doc: 'Capacity reservation to use.' }),
  capacity_reservation_group_arn: option.string.optional({ doc: 'Resource group with capacity reservations to use.' }),
  placement: option.block(
    {
      host_resource_group_arn: option.string.optional({ doc: 'Host resource group to launch in.' }),
      host_id: option.string.optional({ doc: 'Dedicated host to launch on.' }),
      tenancy: option.string.optional({
        doc: '`default`, `dedicated` or `host`.',
        choices: ['default', 'dedicated', 'host'],
      }),
    },
    { doc: 'Where the instance is placed.' },
  ),
  tenancy: option.string.optional({
    doc: 'Old place of `placement.tenancy`.',
    choices: ['default', 'dedicated', 'host'],
  }),
  license_specifications: option.blocks(
    {
      license_configuration_request: option.block(
        { license_configuration_arn: option.string.required({ doc: 'ARN of the license configuration.' }) },
        { doc: 'The license configuration.', required: true },
      ),
    },
    { doc: 'License configurations that the instance is counted against.' },
  ),
  metadata_options: option.block(
    {
      http_endpoint: option.string.optional({
        doc: 'Whether the instance metadata service answers.',
        choices: ['enabled', 'disabled'],
      }),
      http_tokens: option.string.optional({
        doc: '`required`: version 2 (session tokens) only.',
        choices: ['optional', 'required'],
      }),
      http_put_response_hop_limit: option.number.optional({
        doc: 'How many network hops a session token may travel, 1 to 64.',
      }),
      instance_metadata_tags: option.string.optional({
        doc: 'Whether the metadata service shows the tags of the instance.',
        choices: ['enabled', 'disabled'],
      }),
    },
    {
      doc: 'Instance metadata service of the build instance. Only what is written is sent: otherwise the defaults of the AMI and of the account hold.',
    },
  ),
  availability_zone: option.string.optional({ doc: 'Availability zone to launch in.' }),
  temporary_iam_instance_profile_policy_document: option.block(
    {
      Version: option.string.optional({ doc: 'Version of the policy language. Default: `2012-10-17`.' }),
      Statement: option.blocks(
        {
          Effect: option.string.optional({ doc: '`Allow` or `Deny`.', choices: ['Allow', 'Deny'] }),
          Action: option.strings.withDefault([], { doc: 'Actions.' }),
          Resource: option.strings.withDefault([], { doc: 'ARNs of resources.' }),
        },
        { doc: 'A statement of the policy.' },
      ),
    },
    {
      doc: 'Policy of an instance profile that is made for the build and removed after it; `iam_instance_profile` goes before it.',
    },
  ),
  windows_password_timeout: option.duration.withDefault(1_200_000, {
    doc: 'How long to wait for the password of a Windows instance that is reached over WinRM.',
  }),
} as const;

export type InstanceOptions = OptionsOf<typeof instanceOptions>;
