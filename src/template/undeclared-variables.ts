import { didYouMean } from '../kernel/suggestion.ts';
import type { Findings } from './findings.ts';
import type { Assignment } from './variable-assignments.ts';

/**
 * Reports values for variables that nobody declares. On the command line that is an error; a file may be shared with
 * other templates, so that there it is a warning for those who want it (`warn`); the environment may be meant for any.
 */
export function reportUndeclared(
  assignments: readonly Assignment[],
  declared: ReadonlyMap<string, unknown>,
  warn: boolean,
  findings: Findings,
): void {
  for (const { name, origin, range } of assignments) {
    if (declared.has(name) || origin === 'environment') continue;
    const parts = {
      code: 'undeclared-variable',
      summary: `Value for undeclared variable "${name}"`,
      detail: `The template declares no variable "${name}".${didYouMean(name, declared.keys())} To declare it, write variable "${name}" {} in the template.`,
      ...(range === undefined ? {} : { subject: range }),
    };
    if (origin === 'command') findings.error(parts);
    else if (warn) findings.warning(parts);
  }
}
