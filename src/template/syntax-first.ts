import type { Diagnostic } from '../kernel/diagnostics.ts';

/** What is said of a template because of a block, or a part of one, that could not be read. */
const FOLLOW_UPS: ReadonlySet<string> = new Set([
  'missing-sources',
  'missing-option',
  'nothing-to-build',
  'undeclared-variable',
  'undeclared-local',
  'undeclared-data-source',
  'unknown-source',
  'unmatched-override',
  'unmatched-selection',
]);

/** Errors of syntax before all others, and without those that go away with them. */
export function syntaxFirst(
  diagnostics: readonly Diagnostic[],
  syntax: ReadonlySet<Diagnostic>,
): readonly Diagnostic[] {
  if (syntax.size === 0) return diagnostics;
  return [
    ...diagnostics.filter((each) => syntax.has(each)),
    ...diagnostics.filter((each) => !syntax.has(each) && !FOLLOW_UPS.has(each.code)),
  ];
}
