import { accessOptions } from '../../aws/access-options.ts';
import { atRun, type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `post-processor "amazon-import"`; names and meanings are Packer's. */
export const amazonImportSchema = {
  ...accessOptions,
  s3_bucket_name: option.string.required({ doc: 'Bucket to upload the image to.' }),
  s3_key_name: option.string.optional({ doc: 'Its name in the bucket.', rendering: atRun() }),
  s3_encryption: option.string.optional({
    doc: 'How the bucket encrypts it.',
    choices: ['AES256', 'aws:kms'],
  }),
  s3_encryption_key: option.string.optional({ doc: 'KMS key for that.' }),
  skip_clean: option.bool.withDefault(false, { doc: 'Leaves the upload in the bucket.' }),
  tags: option.stringMap.withDefault({}, { doc: 'Tags of the AMI and of its snapshots.' }),
  ami_name: option.string.optional({ doc: 'Name of the AMI.' }),
  ami_description: option.string.optional({ doc: 'Description of the AMI.' }),
  ami_users: option.strings.withDefault([], { doc: 'Accounts that may launch the AMI.' }),
  ami_groups: option.strings.withDefault([], { doc: 'Groups that may launch the AMI.' }),
  ami_org_arns: option.strings.withDefault([], { doc: 'ARNs of organizations that may launch the AMI.' }),
  ami_ou_arns: option.strings.withDefault([], { doc: 'ARNs of organizational units that may launch the AMI.' }),
  ami_encrypt: option.bool.withDefault(false, { doc: 'Encrypts the AMI.' }),
  ami_kms_key: option.string.optional({ doc: 'KMS key for that.' }),
  imds_support: option.string.optional({
    doc: 'Version of the instance metadata service that instances use.',
    choices: ['v2.0'],
  }),
  license_type: option.string.optional({ doc: 'License of the operating system.' }),
  role_name: option.string.optional({ doc: 'Role of the import service. Default: `vmimport`.' }),
  format: option.string.withDefault('ova', {
    doc: 'Format of the image.',
    choices: ['ova', 'raw', 'vmdk', 'vhd', 'vhdx'],
  }),
  architecture: option.string.withDefault('x86_64', { doc: 'Architecture of the image.' }),
  boot_mode: option.string.optional({
    doc: 'How it boots. Default: `legacy-bios`, or `uefi` on `arm64`.',
    choices: ['legacy-bios', 'uefi'],
  }),
  platform: option.string.optional({ doc: 'Its operating system.', choices: ['linux', 'windows'] }),
} as const;

export type AmazonImportOptions = OptionsOf<typeof amazonImportSchema>;
