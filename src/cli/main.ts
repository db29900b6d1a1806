#!/usr/bin/env node
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorPages } from '../app/texts/error-page.ts';
import { causeChain, describeError } from '../app/texts/narration.ts';
import { toBakeError } from '../kernel/errors.ts';
import { commandFirst, parseArguments, UsageError } from './arguments.ts';
import { EXIT } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { machineUi } from './output-flags.ts';
import { processTerminal } from './process-terminal.ts';
import type { Terminal } from './terminal.ts';
import { unavailable } from './unavailable.ts';

const installation = path.dirname(fileURLToPath(import.meta.url));

async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  const [word = 'help', ...rest] = commandFirst(words);
  const name = /^-{1,2}(version|v)$/.test(word) ? 'version' : word;
  if (/^(-{0,2}help|-{1,2}h)$/.test(name)) {
    const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    terminal.out.write(generalHelp(commands));
    return words.length === 0 ? EXIT.usage : EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw unavailable(name, Object.keys(COMMANDS));
  const command = await load();
  if (rest.some((word) => /^--?(help|h)$/.test(word))) {
    terminal.out.write(commandHelp(command));
    return EXIT.done;
  }
  return command.run(parseArguments(name, rest, command.flags), terminal);
}

const terminal = processTerminal(installation);
const words = process.argv.slice(2);
try {
  process.exitCode = await main(words, terminal);
} catch (thrown) {
  const error = toBakeError(thrown);
  const lines = [
    `Error: ${describeError(error)}`,
    ...causeChain(error).map((cause) => `  Caused by: ${cause}`),
    ...errorPages([error]),
  ];
  const text = lines.join('\n');
  if (words.some((word) => /^--?machine-readable(=(true|1))?$/.test(word))) machineUi(terminal).error(text);
  else terminal.err.write(`${terminal.secrets.mask(text)}\n`);
  if (terminal.signal.aborted) process.exitCode = EXIT.interrupted;
  else process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
