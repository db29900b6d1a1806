import { policyOf } from '../../app/policy.ts';
import { readParameters } from '../../app/run/ssm-parameters.ts';
import { type Flag, flagList, flagOn, UsageError } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';
import { EVALUATION_FLAGS, TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const { color } = OUTPUT_FLAGS;
const force = { kind: 'boolean', doc: 'For builds with -force, which replace an image of the same name.' } as const;
const verify = { kind: 'boolean', doc: 'For builds that verify their images (-verify, -verify-goss).' } as const;
const ssmParameter = {
  kind: 'strings',
  placeholder: 'NAME[=REGION]',
  doc: 'For builds that write the id of the image into this parameter.',
} as const;
const FLAGS = {
  ...TEMPLATE_FLAGS,
  ...EVALUATION_FLAGS,
  force,
  verify,
  'ssm-parameter': ssmParameter,
  color,
} as const satisfies Record<string, Flag>;

export const policyCommand: Command = {
  name: 'policy',
  summary: 'Print the least IAM policy (JSON) that a template needs; AWS is not asked',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    // Programs read the policy: whatever else there is to say goes beside it.
    const beside = { ...terminal, out: terminal.err };
    const { policy, notes } = await policyOf({
      ...terminal.surroundings(reporterFor(parsed, beside)),
      ...templateRequest('policy', parsed, terminal.workingDirectory),
      force: flagOn(parsed, 'force'),
      verifies: flagOn(parsed, 'verify'),
      parameters: readParameters(
        flagList(parsed, 'ssm-parameter'),
        (what, remedy) => new UsageError(`The flag -ssm-parameter ${what}.`, remedy),
      ),
      evaluateDataSources: flagOn(parsed, 'evaluate-datasources'),
    });
    for (const note of notes) terminal.err.write(`${terminal.secrets.mask(`Note: ${note}`)}\n`);
    if (policy === undefined) return EXIT.failed;
    terminal.out.write(`${terminal.secrets.mask(policy)}\n`);
    return EXIT.done;
  },
};
