import type { Reporter } from '../kernel/events.ts';
import { type Flag, flagOn, type ParsedArguments } from './arguments.ts';
import { JsonReporter } from './json-reporter.ts';
import type { Terminal } from './terminal.ts';
import { TerminalReporter } from './terminal-reporter.ts';

/** The flags that say how a run is shown. */
export const OUTPUT_FLAGS = {
  color: { kind: 'boolean', doc: 'Colours; on by default in a terminal. -color=false switches them off.' },
  'timestamp-ui': { kind: 'boolean', doc: 'The time before each line.' },
  json: { kind: 'boolean', doc: 'Each event as one line of JSON, for programs.' },
} as const satisfies Record<string, Flag>;

export function reporterFor(parsed: ParsedArguments, terminal: Terminal): Reporter {
  const { out, secrets, environment, workingDirectory } = terminal;
  if (flagOn(parsed, 'json')) return new JsonReporter(out, secrets, () => Date.now());
  const wanted = out.isTTY && !environment['NO_COLOR'] && !environment['PACKER_NO_COLOR'];
  return new TerminalReporter(out, secrets, {
    colours: flagOn(parsed, 'color', wanted),
    timestamps: flagOn(parsed, 'timestamp-ui'),
    debug: !['', '0', undefined].includes(environment['PACKER_LOG']),
    workingDirectory,
  });
}
