import { inspectTemplate } from '../../app/inspect.ts';
import { buildLines, dataSourceLines, legacyLines, variableLines } from '../../app/texts/inspection-text.ts';
import { type Flag, flagOn } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { harmlessFlags, noteHarmlessFlags } from '../harmless-flags.ts';
import { OUTPUT_FLAGS, reporterFor, uiFor } from '../output-flags.ts';
import { noteErrors } from '../template-errors.ts';
import { EVALUATION_FLAGS, TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';

const FLAGS = {
  ...TEMPLATE_FLAGS,
  ...EVALUATION_FLAGS,
  ...harmlessFlags('use-sequential-evaluation'),
  ...OUTPUT_FLAGS,
} as const satisfies Record<string, Flag>;

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'Show the variables and builds of a template, also of one that can not be built yet',
  positionals: 'TEMPLATE',
  flags: FLAGS,
  async run(parsed, terminal) {
    const ui = uiFor(parsed, terminal);
    const reporter = reporterFor(parsed, terminal);
    noteHarmlessFlags(parsed, reporter);
    const { reading, diagnostics } = await inspectTemplate({
      ...terminal.surroundings(reporter),
      ...templateRequest('inspect', parsed, terminal.workingDirectory),
      evaluateDataSources: flagOn(parsed, 'evaluate-datasources'),
    });
    if (reading === undefined) return EXIT.failed;
    if (reading.legacy !== undefined) {
      ui.say('Packer Inspect: JSON mode');
      for (const { text, fact: [category, ...data] = [] } of legacyLines(reading.legacy)) {
        if (category !== undefined) ui.machine(category, data);
        ui.say(text);
      }
      noteErrors(diagnostics, parsed, terminal);
      return EXIT.done;
    }
    ui.say('Packer Inspect: HCL2 mode\n');
    ui.say(variableLines(reading).join('\n'));
    const dataSources = dataSourceLines(reading);
    if (dataSources.length > 0) ui.say(dataSources.join('\n'));
    ui.say(`${buildLines(reading).join('\n')}\n`);
    noteErrors(diagnostics, parsed, terminal);
    return EXIT.done;
  },
};
