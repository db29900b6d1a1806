import { accessOptions } from '../../aws/access-options.ts';
import { accessSettings } from '../../aws/access-settings.ts';
import { checkAccess } from '../../aws/check-access.ts';
import type { AwsConnections } from '../../aws/connections.ts';
import { keyValueFilter } from '../../aws/filter-options.ts';
import { findImage } from '../../aws/find-image.ts';
import { tagMap } from '../../aws/tags.ts';
import { mapOf, STRING } from '../../hcl/values/types.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import type { DataSource } from '../../template/data-source.ts';

const schema = {
  ...accessOptions,
  // No blocks here, other than in the filters of networks.
  filters: keyValueFilter.filters,
  owners: option.strings.withDefault([], { doc: 'Accounts, or `self`, `amazon`, `aws-marketplace`; at least one.' }),
  most_recent: option.bool.withDefault(false, { doc: 'Takes the newest of several.' }),
  include_deprecated: option.bool.withDefault(false, { doc: 'Finds deprecated AMIs too.' }),
} as const;

type Options = OptionsOf<typeof schema>;

/** Finds an AMI, as `source_ami_filter` of amazon-ebs does. `connections` is asked for when something is read. */
export function amazonAmiDataSource(connections: () => Promise<AwsConnections>): DataSource<Options> {
  return {
    type: 'amazon-ami',
    schema,
    actions: ['ec2:DescribeImages'],
    outputs: {
      id: STRING,
      name: STRING,
      creation_date: STRING,
      owner: STRING,
      owner_name: STRING,
      tags: mapOf(STRING),
    },
    secretOutputs: () => [],
    validate: (decoded) => {
      const findings = new OptionFindings(decoded);
      checkAccess(findings);
      const { options } = findings;
      if (options.owners.length === 0 && findings.known('owners')) {
        findings.error({
          at: '',
          code: 'missing-owners',
          summary: 'data "amazon-ami" has no owners',
          detail:
            'Anybody may publish an AMI under any name. Say whose is meant: owners = ["099720109477"], "amazon" or "self".',
        });
      }
      // The newest image of an owner needs no filter.
      const isAnything = options.owners.length === 0 && Object.keys(options.filters).length === 0;
      if (isAnything && findings.known('owners') && findings.known('filters')) {
        findings.error({
          at: '',
          code: 'missing-filters',
          summary: 'data "amazon-ami" has no filters',
          detail: 'Say which AMI is meant: filters = { name = "…", virtualization-type = "hvm" }.',
        });
      }
      return findings.diagnostics;
    },
    read: async ({ options }, signal) => {
      const aws = await (await connections()).open(accessSettings(options));
      const image = await findImage(
        aws.batches(aws.region),
        { id: undefined, filter: options, region: aws.region, soughtBy: 'data "amazon-ami"' },
        signal,
      );
      return {
        id: image.ImageId,
        name: image.Name ?? '',
        creation_date: image.CreationDate ?? '',
        owner: image.OwnerId ?? '',
        owner_name: image.ImageOwnerAlias ?? '',
        tags: tagMap(image.Tags),
      };
    },
  };
}
