import { type FormatOutcome, formatFiles, formatText } from '../../app/format.ts';
import { renderDiagnostic } from '../../hcl/print-diagnostic.ts';
import { randomIds } from '../../kernel/ids.ts';
import { type Flag, flagOn, type ParsedArguments, UsageError } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { OUTPUT_FLAGS, wantsColours } from '../output-flags.ts';
import type { Terminal } from '../terminal.ts';
import { unifiedDiff } from '../unified-diff.ts';

const FLAGS = {
  check: { kind: 'boolean', doc: 'Write nothing; end with 3 when something is not formatted.' },
  diff: { kind: 'boolean', doc: 'Show what changes.' },
  write: { kind: 'boolean', doc: 'Write the files; on by default. -write=false only lists them.' },
  recursive: { kind: 'boolean', doc: 'Also go through the folders within folders.' },
  color: OUTPUT_FLAGS.color,
} as const satisfies Record<string, Flag>;

/** Packer's exit code for -check, and Terraform's: there is something to format. */
const UNFORMATTED = 3;
const STANDARD_INPUT = '-';

export const fmtCommand: Command = {
  name: 'fmt',
  summary: 'Write templates and variable files in the canonical format, as packer fmt does; - reads the standard input',
  positionals: 'TEMPLATE…',
  flags: FLAGS,
  async run(parsed, terminal) {
    if (parsed.positionals.length === 0) {
      throw new UsageError(
        'No file or folder was given.',
        'bake-ami fmt . formats what is here; bake-ami fmt - reads the standard input.',
      );
    }
    const totals = { changed: 0, failed: 0 };
    for (const name of parsed.positionals) {
      if (name === STANDARD_INPUT)
        tellText(formatText('<stdin>', await terminal.input.bytes()), parsed, terminal, totals);
      else
        for (const outcome of formatFiles(request(name, parsed, terminal))) tellFile(outcome, parsed, terminal, totals);
    }
    if (totals.failed > 0) return EXIT.failed;
    return flagOn(parsed, 'check') && totals.changed > 0 ? UNFORMATTED : EXIT.done;
  },
};

interface Totals {
  changed: number;
  failed: number;
}

function request(name: string, parsed: ParsedArguments, { workingDirectory }: Terminal) {
  const recursive = flagOn(parsed, 'recursive');
  return { paths: [name], workingDirectory, write: isWriting(parsed), recursive, ids: randomIds };
}

function isWriting(parsed: ParsedArguments): boolean {
  return flagOn(parsed, 'write', true) && !flagOn(parsed, 'check');
}

/** Names the file if it changed, and shows how. */
function tellFile(outcome: FormatOutcome, parsed: ParsedArguments, terminal: Terminal, totals: Totals): void {
  if (!judge(outcome, parsed, terminal, totals) || outcome.before === outcome.after) return;
  const { name, before, after } = outcome;
  terminal.out.write(`${name}\n`);
  if (flagOn(parsed, 'diff')) terminal.out.write(unifiedDiff(name, before, after, wantsColours(parsed, terminal)));
}

/** Gives the text back: it has no other place to be written to. With -diff, what changes in its stead. */
function tellText(outcome: FormatOutcome, parsed: ParsedArguments, terminal: Terminal, totals: Totals): void {
  if (!judge(outcome, parsed, terminal, totals)) return;
  const { name, before, after } = outcome;
  if (flagOn(parsed, 'diff')) {
    if (before !== after) terminal.out.write(unifiedDiff(name, before, after, wantsColours(parsed, terminal)));
  } else if (isWriting(parsed)) terminal.out.write(after);
}

/** Counts the outcome; what is wrong goes to the error output, so that it never gets into a text that is piped on. */
function judge(
  outcome: FormatOutcome,
  parsed: ParsedArguments,
  terminal: Terminal,
  totals: Totals,
): outcome is Extract<FormatOutcome, { kind: 'formatted' }> {
  if (outcome.kind === 'formatted') {
    if (outcome.before !== outcome.after) totals.changed += 1;
    return true;
  }
  totals.failed += 1;
  const colours = wantsColours(parsed, terminal);
  for (const diagnostic of outcome.diagnostics) {
    const text = renderDiagnostic(diagnostic, { colours, source: () => outcome.source, secrets: terminal.secrets });
    terminal.err.write(`${text}\n\n`);
  }
  return false;
}
