import { type OptionsOf, option } from '../../../kernel/schema.ts';
import { SOURCE_IMAGE_AT_RUN } from '../template-fields.ts';
import { blockDeviceMappings } from './block-devices.ts';
import { keyValue } from './tags.ts';

/** Enhanced networking of the instance, and so of the image. */
export const enhancedNetworkingOptions = {
  ena_support: option.bool.optional({
    doc: 'Marks the instance, and so the AMI, as supporting enhanced networking with ENA, or as not.',
  }),
  sriov_support: option.bool.withDefault(false, {
    doc: 'Marks the instance, and so the AMI, as supporting enhanced networking with the Intel 82599 VF interface.',
  }),
} as const;

/** What the image is, where it goes and who may use it. */
export const imageOptions = {
  ami_name: option.string.required({
    doc: "Name of the AMI: 3 to 128 letters, digits and `( ) [ ] space . / - ' @ _`. It must be free in the account, in every region that the AMI goes to.",
  }),
  ami_description: option.string.optional({ doc: 'Description of the AMI.', rendering: SOURCE_IMAGE_AT_RUN }),
  ami_virtualization_type: option.string.optional({
    doc: 'Virtualization type that the source AMI has, `hvm` or `paravirtual`; only `hvm` allows `ena_support` and `sriov_support`.',
  }),
  ami_users: option.strings.withDefault([], { doc: 'Accounts that may launch the AMI.' }),
  ami_groups: option.strings.withDefault([], { doc: 'Groups that may launch the AMI; `all` makes it public.' }),
  ami_org_arns: option.strings.withDefault([], { doc: 'ARNs of organizations that may launch the AMI.' }),
  ami_ou_arns: option.strings.withDefault([], { doc: 'ARNs of organizational units that may launch the AMI.' }),
  ami_product_codes: option.strings.withDefault([], { doc: 'Product codes of the AMI.' }),
  ami_regions: option.strings.withDefault([], { doc: 'Regions that the AMI is copied to.' }),
  skip_region_validation: option.bool.withDefault(false, {
    doc: 'Does not ask EC2 whether the regions exist and are enabled.',
  }),
  snapshot_copy_duration_minutes: option.number.optional({
    doc: 'Time-based copy: minutes within which copies to other regions shall be done; a multiple of 15.',
  }),
  tags: option.stringMap.withDefault(
    {},
    { doc: 'Tags of the AMI and of its snapshots, in all regions.', rendering: SOURCE_IMAGE_AT_RUN },
  ),
  tag: option.blocks(keyValue, { doc: 'A tag as in `tags`; goes before it.' }),
  snapshot_tags: option.stringMap.withDefault(
    {},
    {
      doc: 'Further tags of the snapshots; they go before `tags`.',
      rendering: SOURCE_IMAGE_AT_RUN,
    },
  ),
  snapshot_tag: option.blocks(keyValue, { doc: 'A tag as in `snapshot_tags`; goes before it.' }),
  snapshot_users: option.strings.withDefault([], { doc: 'Accounts that may make volumes of the snapshots.' }),
  snapshot_groups: option.strings.withDefault([], {
    doc: 'Groups that may make volumes of the snapshots; `all` makes them public.',
  }),
  ...enhancedNetworkingOptions,
  force_deregister: option.bool.withDefault(false, {
    doc: 'Deregisters an own AMI of the same name, in every region that the AMI goes to; the flag `-force` does the same. It happens right before the new image is made.',
  }),
  force_delete_snapshot: option.bool.withDefault(false, {
    doc: 'Deletes the snapshots of the AMIs that `force_deregister` removed, once the new AMI is available.',
  }),
  encrypt_boot: option.bool.optional({
    doc: '`true`: the AMI is an encrypted copy of an intermediate one, which is removed. `false`: copies to other regions are asked to be unencrypted. Without it, encryption stays as it is.',
  }),
  kms_key_id: option.string.optional({
    doc: "KMS key for the encrypted copy in the build's region: id, alias or ARN. Needs `encrypt_boot = true`.",
  }),
  region_kms_key_ids: option.stringMap.withDefault(
    {},
    {
      doc: 'KMS key by region, for the encrypted copies; an empty text is the default key of that region. The same regions as in `ami_regions`.',
    },
  ),
  skip_save_build_region: option.bool.withDefault(false, {
    doc: 'Makes an intermediate AMI in the build region, copies it to `ami_regions` and removes it.',
  }),
  imds_support: option.string.optional({
    doc: '`v2.0`: instances of the AMI use version 2 of the instance metadata service only, unless told otherwise.',
    choices: ['v2.0'],
  }),
  deprecate_at: option.string.optional({
    doc: 'When the AMI becomes deprecated: RFC 3339, for example `2027-01-31T00:00:00Z`.',
  }),
  deregistration_protection: option.block(
    {
      enabled: option.bool.withDefault(false, { doc: 'Protects the AMI from being deregistered.' }),
      with_cooldown: option.bool.withDefault(false, {
        doc: 'Protection goes on for 24 hours after it is switched off; implies `enabled`.',
      }),
    },
    { doc: 'Deregistration protection of the AMI, in all regions.' },
  ),
  ami_block_device_mappings: option.blocks(blockDeviceMappings, {
    doc: 'Block devices that the AMI has beside those of the instance, or instead of them.',
  }),
} as const;

export type ImageOptions = OptionsOf<typeof imageOptions>;
