import { openConsole } from '../../app/console.ts';
import { printableLine } from '../../kernel/hostile-text.ts';
import { type Flag, flagChoice, flagOn, type ParsedArguments } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { ConsoleDialogue } from '../console-dialogue.ts';
import { harmlessFlags, noteHarmlessFlags } from '../harmless-flags.ts';
import { OUTPUT_FLAGS, reporterFor, wantsColours } from '../output-flags.ts';
import { noteErrors } from '../template-errors.ts';
import { CONFIG_TYPES, EVALUATION_FLAGS, TEMPLATE_FLAGS, templateRequest } from '../template-flags.ts';
import { BREAK, type Terminal } from '../terminal.ts';

const { var: variable, 'var-file': variableFile, 'config-type': configType } = TEMPLATE_FLAGS;
const FLAGS = {
  var: variable,
  'var-file': variableFile,
  'config-type': {
    ...configType,
    doc: `${configType.doc} Without a template: what is typed, {{ }} for json; default hcl2.`,
  },
  ...EVALUATION_FLAGS,
  color: OUTPUT_FLAGS.color,
  ...harmlessFlags('use-sequential-evaluation'),
} as const satisfies Record<string, Flag>;

export const consoleCommand: Command = {
  name: 'console',
  summary: 'Try expressions, or {{ }}, with the values of a template; in a pipe, print the last result',
  positionals: '[TEMPLATE]',
  flags: FLAGS,
  async run(parsed, terminal) {
    const reporter = reporterFor(parsed, terminal);
    noteHarmlessFlags(parsed, reporter);
    const session = await openConsole({
      ...terminal.surroundings(reporter),
      ...consoleRequest(parsed, terminal.workingDirectory),
      evaluateDataSources: flagOn(parsed, 'evaluate-datasources'),
    });
    if (session === undefined) return EXIT.failed;
    // Variables and locals alone are enough to try expressions.
    const diagnostics = session.diagnostics.filter(({ code }) => code !== 'nothing-to-build');
    noteErrors(diagnostics, parsed, terminal);
    const dialogue = new ConsoleDialogue(session, wantsColours(parsed, terminal), terminal.secrets, (text) =>
      terminal.err.write(`${text}\n\n`),
    );
    return terminal.input.isTTY ? interactive(dialogue, terminal) : piped(dialogue, terminal);
  },
};

function consoleRequest(parsed: ParsedArguments, workingDirectory: string) {
  if (parsed.positionals.length > 0) return templateRequest('console', parsed, workingDirectory);
  const noTemplate = templateRequest('console', { ...parsed, positionals: ['.'] }, workingDirectory);
  return { ...noTemplate, configType: flagChoice(parsed, 'config-type', CONFIG_TYPES) ?? 'hcl2', template: undefined };
}

/** Each result as soon as it is there. */
async function interactive(dialogue: ConsoleDialogue, { input, out, secrets, signal }: Terminal): Promise<number> {
  for await (const entry of input.lines(dialogue)) {
    if (entry === BREAK) {
      if (!dialogue.drop()) break;
      continue;
    }
    const answer = await dialogue.take(entry);
    if (answer === 'exit') break;
    if (answer === undefined) continue;
    // A value that comes from somewhere else must not command the terminal.
    for (const line of secrets.mask(answer).split('\n')) out.write(`${printableLine(line, false)}\n`);
  }
  return signal.aborted ? EXIT.interrupted : EXIT.done;
}

/** The last result alone, as in Packer; 1 where any expression was wrong. */
async function piped(dialogue: ConsoleDialogue, { input, out, secrets, signal }: Terminal): Promise<number> {
  let last: string | undefined;
  for await (const entry of input.lines(dialogue)) {
    const answer = entry === BREAK ? undefined : await dialogue.take(entry);
    if (answer === 'exit') break;
    last = answer ?? last;
  }
  last = (await dialogue.finish()) ?? last;
  if (last !== undefined) out.write(`${secrets.mask(last)}\n`);
  if (signal.aborted) return EXIT.interrupted;
  return dialogue.failed ? EXIT.failed : EXIT.done;
}
