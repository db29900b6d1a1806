import type { DiagnosticParts } from '../../kernel/diagnostics.ts';
import type { LegacyBuilder } from './declarations.ts';

/** What to say of the second builder of one name. */
export function duplicateBuilder(name: string, builder: LegacyBuilder, earlier: LegacyBuilder): DiagnosticParts {
  const { filename, start } = earlier.nameRange;
  return {
    code: 'duplicate-builder',
    summary: `Duplicate builder "${name}"`,
    detail: `A builder of that name is at ${filename}:${start.line} already. Give this one a name of its own: "name": "${name}-2".`,
    subject: builder.nameRange,
  };
}
