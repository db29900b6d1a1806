import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { SourceImageOptions } from '../options/instance.ts';

export function checkSourceImage(findings: OptionFindings<SourceImageOptions>): void {
  const { options } = findings;
  if (options.source_ami || !findings.known('source_ami')) return;
  const filter = options.source_ami_filter;
  if (filter === undefined && findings.known('source_ami_filter')) {
    findings.error({
      at: '',
      code: 'missing-option',
      summary: 'source_ami or source_ami_filter is missing',
      detail: 'Name the AMI to start from in source_ami, or say in source_ami_filter how to find it.',
    });
  }
}

/** Not asked of amazon-chroot by Packer. */
export function checkOwners(findings: OptionFindings<SourceImageOptions>): void {
  const { source_ami: id, source_ami_filter: filter } = findings.options;
  if (id || filter === undefined || !findings.known('source_ami')) return;
  if (filter.owners.length > 0 || !findings.known('source_ami_filter.owners')) return;
  findings.error({
    at: 'source_ami_filter',
    code: 'missing-option',
    summary: 'source_ami_filter has no owners',
    detail:
      'Anybody may publish an AMI of any name. Say whose to take: account numbers, "amazon", "aws-marketplace" or "self", ' +
      'for example owners = ["099720109477"] for Canonical.',
  });
}
