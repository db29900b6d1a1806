import { sourceLines } from '../app/templates/source-lines.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Reporter } from '../kernel/events.ts';
import { type Flag, flagOn, type ParsedArguments, UsageError } from './arguments.ts';
import { JsonReporter } from './json-reporter.ts';
import { LiveLines } from './live-lines.ts';
import { LiveReporter } from './live-reporter.ts';
import { MachineReporter } from './machine-reporter.ts';
import type { Terminal } from './terminal.ts';
import { TerminalReporter } from './terminal-reporter.ts';
import { JsonUi, MachineUi, TextUi, type Ui } from './ui.ts';

/** The flags that say how a run is shown. */
export const OUTPUT_FLAGS = {
  color: { kind: 'boolean', doc: 'Colours; on by default in a terminal. -color=false switches them off.' },
  'timestamp-ui': { kind: 'boolean', doc: 'The time before each line.' },
  'machine-readable': { kind: 'boolean', doc: 'Lines as Packer writes them for programs: time,target,category,data.' },
  json: { kind: 'boolean', doc: 'Each event as one line of JSON, for programs.' },
} as const satisfies Record<string, Flag>;

export function reporterFor(parsed: ParsedArguments, terminal: Terminal): Reporter {
  const { out, secrets, environment, workingDirectory } = terminal;
  const debug = !['', '0', undefined].includes(environment['PACKER_LOG']);
  const ui = uiFor(parsed, terminal);
  if (flagOn(parsed, 'json')) return jsonReporter(terminal);
  if (ui.isMachineReadable) return new MachineReporter(ui, secrets, { workingDirectory, debug });
  const colours = wantsColours(parsed, terminal);
  const options = { colours, timestamps: flagOn(parsed, 'timestamp-ui'), debug, workingDirectory };
  if (!colours || !mayRewrite(terminal)) return new TerminalReporter(out, secrets, options);
  const live = new LiveLines(out);
  return new LiveReporter(live, new TerminalReporter(live, secrets, options), systemClock, secrets, terminal.signal);
}

/** Whether lines may be written over: on a terminal that can, and that somebody looks at. */
function mayRewrite({ out, environment }: Terminal): boolean {
  return out.isTTY && !environment['CI'] && environment['TERM'] !== 'dumb';
}

/** How a command tells its results. */
export function uiFor(parsed: ParsedArguments, terminal: Terminal): Ui {
  const { out, secrets } = terminal;
  const json = flagOn(parsed, 'json');
  if (!flagOn(parsed, 'machine-readable')) return json ? new JsonUi(jsonReporter(terminal)) : new TextUi(out, secrets);
  if (json) {
    throw new UsageError('Both -json and -machine-readable were given.', 'Programs read either the one or the other.');
  }
  return machineUi(terminal);
}

export function machineUi({ out, secrets }: Terminal): Ui {
  return new MachineUi(out, secrets, () => Date.now());
}

function jsonReporter({ out, secrets, workingDirectory }: Terminal): JsonReporter {
  return new JsonReporter(out, secrets, () => Date.now(), sourceLines(workingDirectory));
}

/** Whether diagnostics and headings are coloured. */
export function wantsColours(parsed: ParsedArguments, { out, environment }: Terminal): boolean {
  const wanted = out.isTTY && !environment['NO_COLOR'] && !environment['PACKER_NO_COLOR'];
  return flagOn(parsed, 'color', wanted);
}
