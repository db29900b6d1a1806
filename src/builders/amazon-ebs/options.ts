import type { OptionsOf } from '../../kernel/schema.ts';
import { accessOptions } from './options/access.ts';
import { connectionOptions } from './options/connection.ts';
import { imageOptions } from './options/image.ts';
import { instanceOptions } from './options/instance.ts';
import { networkOptions } from './options/network.ts';

/** Everything that Packer's amazon-ebs builder takes, but for what its communicators take. */
export const amazonEbsSchema = {
  ...accessOptions,
  ...imageOptions,
  ...instanceOptions,
  ...networkOptions,
  ...connectionOptions,
} as const;

export type AmazonEbsOptions = OptionsOf<typeof amazonEbsSchema>;
export type BlockDevice = AmazonEbsOptions['launch_block_device_mappings'][number];
