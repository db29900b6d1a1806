import { type Diagnostic, hasErrors } from '../kernel/diagnostics.ts';
import type { TemplateReading } from '../template/reading.ts';
import type { Surroundings, TemplateRequest } from './build.ts';
import { readTemplate } from './read-template.ts';
import { registryForReading } from './registry-for-reading.ts';

export interface Inspection {
  /** Undefined when a file can't be read; the diagnostics, already reported as events, say why. */
  readonly reading: TemplateReading | undefined;
  /** All that is wrong with the template. Where there is a reading, none of it has been reported. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a template to be looked at: variables may be unset, and options wrong. Runs nothing, as `validate`. */
export async function inspectTemplate(request: TemplateRequest & Surroundings): Promise<Inspection> {
  const { reading, diagnostics } = await readTemplate(request, registryForReading(request));
  if (reading === undefined || !hasErrors(diagnostics)) report(request, diagnostics);
  return { reading, diagnostics };
}

function report({ reporter }: Surroundings, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) reporter.report({ type: 'diagnostic', diagnostic });
}
