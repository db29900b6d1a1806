import type { Diagnostic } from '../kernel/diagnostics.ts';
import { shellWord } from '../kernel/posix-shell.ts';
import { flagList, flagOn, flagText, type ParsedArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Tells, beside what is shown of a template, that it could not be built as it is. */
export function noteErrors(diagnostics: readonly Diagnostic[], parsed: ParsedArguments, terminal: Terminal): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const first = errors[0]?.summary ?? '';
  const others = errors.length === 1 ? '' : `, and ${errors.length - 1} more`;
  const command = validateCommandLine(parsed, (text) => terminal.secrets.mask(text) === text);
  const note = `Note: the template can't be built as it is: ${first}${others}. See: ${command}`;
  terminal.err.write(`${terminal.secrets.mask(note)}\n`);
}

/** How to validate the template as these arguments read it; in place of values that may not be shown stands `…`. */
function validateCommandLine(parsed: ParsedArguments, isShown: (text: string) => boolean): string {
  const variables = flagList(parsed, 'var').map((each) => {
    const equals = each.indexOf('=');
    return isShown(each.slice(equals + 1)) ? each : `${each.slice(0, equals)}=…`;
  });
  const configType = flagText(parsed, 'config-type');
  return [
    'bake-ami validate',
    ...flagList(parsed, 'var-file').map((file) => `-var-file=${shellWord(file)}`),
    ...variables.map((each) => `-var ${shellWord(each)}`),
    ...(configType === undefined ? [] : [`-config-type=${configType}`]),
    ...(flagOn(parsed, 'evaluate-datasources') ? ['-evaluate-datasources'] : []),
    shellWord(parsed.positionals[0] ?? '.'),
  ].join(' ');
}
