import { errorPages } from '../../app/texts/error-page.ts';
import { validate } from '../../app/validate.ts';
import { TemplateError } from '../../kernel/errors.ts';
import { type Flag, flagOn } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { harmlessFlags, noteHarmlessFlags } from '../harmless-flags.ts';
import { OUTPUT_FLAGS, reporterFor, uiFor } from '../output-flags.ts';
import { EVALUATION_FLAGS, TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const FLAGS = {
  'syntax-only': { kind: 'boolean', doc: 'Only check that the text can be read.' },
  'no-warn-undeclared-var': {
    kind: 'boolean',
    doc: 'No warning where a variable file gives a value that no variable takes.',
  },
  ...TEMPLATE_FLAGS,
  ...EVALUATION_FLAGS,
  ...OUTPUT_FLAGS,
  ...harmlessFlags('ignore-prerelease-plugins', 'use-sequential-evaluation'),
} as const satisfies Record<string, Flag>;

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check a template; AWS is not touched unless data sources are asked for',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    const syntaxOnly = flagOn(parsed, 'syntax-only');
    const reporter = reporterFor(parsed, terminal);
    noteHarmlessFlags(parsed, reporter);
    const { valid, diagnostics } = await validate({
      ...terminal.surroundings(reporter),
      ...templateRequest('validate', parsed, terminal.workingDirectory),
      warnOnUndeclared: !flagOn(parsed, 'no-warn-undeclared-var'),
      evaluateDataSources: flagOn(parsed, 'evaluate-datasources'),
      syntaxOnly,
    });
    // In JSON each diagnostic comes with its code.
    if (flagOn(parsed, 'json')) return valid ? EXIT.done : EXIT.failed;
    const ui = uiFor(parsed, terminal);
    if (valid) ui.say(syntaxOnly ? 'Syntax-only check passed. Everything looks okay.' : 'The configuration is valid.');
    else for (const page of errorPages([new TemplateError(diagnostics)])) ui.error(page);
    return valid ? EXIT.done : EXIT.failed;
  },
};
