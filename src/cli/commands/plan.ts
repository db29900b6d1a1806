import { matrixOf } from '../../app/matrix.ts';
import { type Flag, flagOn } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const FLAGS = {
  ...TEMPLATE_FLAGS,
  matrix: { kind: 'boolean', doc: 'One line of JSON, as strategy.matrix of a GitHub workflow takes it.' },
  color: OUTPUT_FLAGS.color,
} as const satisfies Record<string, Flag>;

export const planCommand: Command = {
  name: 'plan',
  summary: 'List the builds of a template, one line each, or as a job matrix; AWS is not asked',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    // Programs read the list: whatever else there is to say goes beside it.
    const beside = { ...terminal, out: terminal.err };
    const { legs } = await matrixOf({
      ...terminal.surroundings(reporterFor(parsed, beside)),
      ...templateRequest('plan', parsed, terminal.workingDirectory),
    });
    if (legs === undefined) return EXIT.failed;
    const text = flagOn(parsed, 'matrix')
      ? JSON.stringify({ include: legs })
      : legs.map(({ build }) => build).join('\n');
    terminal.out.write(`${terminal.secrets.mask(text)}\n`);
    return EXIT.done;
  },
};
