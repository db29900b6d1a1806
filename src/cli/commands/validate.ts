import { validate } from '../../app/validate.ts';
import { type Flag, flagOn } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, reporterFor } from '../output-flags.ts';
import { TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const FLAGS = {
  'syntax-only': { kind: 'boolean', doc: 'Only check that the text is HCL.' },
  ...TEMPLATE_FLAGS,
  ...OUTPUT_FLAGS,
} as const satisfies Record<string, Flag>;

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check a template, without touching AWS',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    const { valid } = await validate({
      ...terminal.surroundings(reporterFor(parsed, terminal)),
      ...templateRequest('validate', parsed, terminal.workingDirectory),
      syntaxOnly: flagOn(parsed, 'syntax-only'),
    });
    if (valid && !flagOn(parsed, 'json')) {
      terminal.out.write(
        flagOn(parsed, 'syntax-only')
          ? 'Syntax-only check passed. Everything looks okay.\n'
          : 'The configuration is valid.\n',
      );
    }
    return valid ? EXIT.done : EXIT.failed;
  },
};
