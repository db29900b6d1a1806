import { accessOptions } from '../../aws/access-options.ts';
import { atRunWithOnly, type OptionsOf, option } from '../../kernel/schema.ts';
import { launchBlockDeviceOptions } from '../amazon/options/block-devices.ts';
import { tpmOptions } from '../amazon/options/boot.ts';
import { connectionOptions } from '../amazon/options/connection.ts';
import { imageOptions } from '../amazon/options/image.ts';
import { instanceOptions } from '../amazon/options/instance.ts';
import { networkOptions } from '../amazon/options/network.ts';
import { spotOptions } from '../amazon/options/spot.ts';

/** Everything that Packer's amazon-instance builder takes, but for what its communicators take. */
export const amazonInstanceSchema = {
  ...accessOptions,
  ...imageOptions,
  ...tpmOptions,
  ...instanceOptions,
  ...spotOptions,
  ...launchBlockDeviceOptions,
  ...networkOptions,
  ...connectionOptions,
  account_id: option.string.optional({ doc: 'Account that the bundle is for; always needed.' }),
  s3_bucket: option.string.optional({ doc: 'Bucket for the bundle; always needed.' }),
  x509_cert_path: option.string.optional({ doc: 'Certificate file to bundle with; always needed.' }),
  x509_key_path: option.string.optional({ doc: 'Private key file of the certificate; always needed.' }),
  x509_upload_path: option.string.withDefault('/tmp', { doc: 'Folder on the machine for both.' }),
  bundle_destination: option.string.withDefault('/tmp', { doc: 'Folder on the machine for the bundle.' }),
  bundle_prefix: option.string.withDefault('image-{{timestamp}}', { doc: "Beginning of the bundle's file names." }),
  bundle_vol_command: option.string.optional({
    doc: 'What makes the bundle.',
    rendering: atRunWithOnly(
      'AccountId',
      'Architecture',
      'CertPath',
      'Destination',
      'KeyPath',
      'Prefix',
      'PrivatePath',
    ),
  }),
  bundle_upload_command: option.string.optional({
    doc: 'What uploads it.',
    rendering: atRunWithOnly(
      'AccessKey',
      'BucketName',
      'BundleDirectory',
      'ManifestPath',
      'Region',
      'SecretKey',
      'Token',
    ),
  }),
} as const;

export type AmazonInstanceOptions = OptionsOf<typeof amazonInstanceSchema>;
