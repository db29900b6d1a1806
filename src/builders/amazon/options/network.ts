import { keyValueFilter } from '../../../aws/filter-options.ts';
import { type OptionsOf, option } from '../../../kernel/schema.ts';

/** Where in the network the instance is, and who may reach it. */
export const networkOptions = {
  vpc_id: option.string.optional({
    doc: 'VPC of the temporary security group. Default: that of the subnet, or the default VPC.',
  }),
  vpc_filter: option.block(keyValueFilter, { doc: 'Finds the VPC; exactly one must match.' }),
  subnet_id: option.string.optional({ doc: 'Subnet to launch in.' }),
  subnet_filter: option.block(
    {
      ...keyValueFilter,
      most_free: option.bool.withDefault(false, { doc: 'Takes the subnet with the most free addresses.' }),
      random: option.bool.withDefault(false, { doc: 'Takes any one of those that match.' }),
    },
    { doc: 'Finds the subnet. Exactly one may match, unless `most_free` or `random` is set.' },
  ),
  security_group_id: option.string.optional({ doc: 'Security group to use instead of a temporary one.' }),
  security_group_ids: option.strings.withDefault([], { doc: 'Security groups to use instead of a temporary one.' }),
  security_group_filter: option.block(keyValueFilter, {
    doc: 'Finds the security groups to use instead of a temporary one.',
  }),
  temporary_security_group_source_cidrs: option.strings.withDefault([], {
    doc: 'Who may reach the instance while it is built, in CIDR notation. Default: the public address of this machine and its private ones, where Packer opens the port to everybody.',
  }),
  temporary_security_group_source_public_ip: option.bool.withDefault(false, {
    doc: 'Lets only the public address of this machine in, and not its private ones.',
  }),
  associate_public_ip_address: option.bool.optional({
    doc: 'Whether the instance gets a public address. Default: as the subnet says.',
  }),
} as const;

export type NetworkOptions = OptionsOf<typeof networkOptions>;
