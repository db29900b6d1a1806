import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { ParsedArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Tells, beside what is shown of a template, that it could not be built as it is. */
export function noteErrors(diagnostics: readonly Diagnostic[], parsed: ParsedArguments, terminal: Terminal): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const first = errors[0]?.summary ?? '';
  const others = errors.length === 1 ? '' : `, and ${errors.length - 1} more`;
  const note = `Note: the template can't be built as it is: ${first}${others}. See: bake-ami validate ${parsed.positionals[0] ?? '.'}`;
  terminal.err.write(`${terminal.secrets.mask(note)}\n`);
}
