import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { TemplateReading } from '../template/reading.ts';
import type { TemplateRequest } from './build-request.ts';
import { registryForReading } from './registry-for-reading.ts';
import type { Surroundings } from './surroundings.ts';
import { readTemplate } from './templates/read-template.ts';

export interface Inspection {
  /** Undefined when a file can't be read; the diagnostics, reported as events then, say why. */
  readonly reading: TemplateReading | undefined;
  /** All that is wrong with the template. Where there is a reading, it is for the caller to report what matters. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a template to be looked at: variables may be unset, and options wrong. Runs nothing, as `validate`. */
export async function inspectTemplate(request: TemplateRequest & Surroundings): Promise<Inspection> {
  const { reading, diagnostics } = await readTemplate(request, registryForReading(request));
  if (reading === undefined) {
    for (const diagnostic of diagnostics) request.reporter.report({ type: 'diagnostic', diagnostic });
  }
  return { reading, diagnostics };
}
