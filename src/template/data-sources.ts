import type { Block } from '../hcl/ast.ts';
import type { Findings } from './findings.ts';

const VARIABLE = 'Look the value up in a step before this one, and pass it in as a variable.';

/** What to do as long as there are no data sources. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  [
    'amazon-ami',
    'Write the same filters, owners and most_recent in a block source_ami_filter of the source, in place of source_ami.',
  ],
  ['amazon-parameterstore', `${VARIABLE} (aws ssm get-parameter reads a parameter.)`],
  [
    'amazon-secretsmanager',
    `${VARIABLE} (aws secretsmanager get-secret-value reads a secret; declare the variable as sensitive.)`,
  ],
]);

/** Refuses `data` blocks, each by its name. */
export function refuseDataSources(blocks: readonly Block[], findings: Findings): void {
  for (const { labels, headerRange } of blocks) {
    const [type, name] = labels.map(({ text }) => text);
    findings.error({
      code: 'unsupported-data-source',
      summary: `The data source "${type}" is not supported yet`,
      detail: `data.${type}.${name} can't be read. ${REMEDIES.get(type ?? '') ?? VARIABLE}`,
      subject: headerRange,
    });
  }
}
