import { describe, expect, it } from '@jest/globals';
import { parseArguments, UsageError } from '../../src/cli/arguments.ts';
import type { Command } from '../../src/cli/command.ts';
import { consoleCommand } from '../../src/cli/commands/console.ts';
import { inspectCommand } from '../../src/cli/commands/inspect.ts';
import { validateCommand } from '../../src/cli/commands/validate.ts';
import { fakeTerminal } from '../cli/support/fake-terminal.ts';
import {
  comparable,
  folderOf,
  GROUPS,
  type Outcome,
  shownVariables,
  summaries,
  type VariableCase,
} from './support/variable-cases.ts';

/** Runs a command as `main` does; wrong usage is its exit code. */
async function run(command: Command, folder: string, given: VariableCase, flags: readonly string[], input: string[]) {
  const terminal = fakeTerminal(folder, { environment: given.environment ?? {}, input });
  const words = [...flags, ...(given.flags ?? []), given.path ?? '.'];
  try {
    const exitCode = await command.run(parseArguments(command.name, words, command.flags), terminal);
    return { exitCode, output: terminal.out.text, said: terminal.out.text + terminal.err.text };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exitCode: 2, output: '', said: `Error: ${error.message}` };
  }
}

async function outcome(given: VariableCase): Promise<Outcome & { readonly errors: readonly string[] }> {
  const folder = folderOf(given);
  const validated = await run(validateCommand, folder, given, given.validateFlags ?? [], []);
  const shown = await run(consoleCommand, folder, given, [], [given.show ?? 'var.v']);
  const asked = given.here?.inspect ?? given.packer.inspect;
  const inspected = asked === undefined ? undefined : await run(inspectCommand, folder, given, [], []);
  return {
    valid: validated.exitCode === 0,
    errors: summaries('Error', validated.said),
    // That the builder "null" does not run yet has nothing to do with variables.
    warnings: summaries('Warning', validated.said).filter((summary) => !summary.includes('does not run yet')),
    ...(shown.exitCode === 0 && { shows: shown.output.replace(/\n$/, '') }),
    ...(inspected !== undefined && { inspect: shownVariables(inspected.output) }),
  };
}

// What Packer made of each (vectors/README.md says how it was recorded).
describe.each(GROUPS)('variables as in Packer: %s', (_, cases) => {
  it.each(cases.map((each): [string, VariableCase] => [each.name, each]))('%s', async (_name, given) => {
    const { packer, here = {} } = given;
    const ours = await outcome(given);
    const expected = comparable({ ...packer, ...here });
    // Where Packer's console prints no value, ours may, to be tried while the template is still wrong.
    const got = comparable(ours);
    expect(expected.shows === undefined ? { ...got, shows: undefined } : got).toEqual(expected);
    expect(ours.errors.length > 0).toBe(!expected.valid);
  });
});
