import { judgePlan } from '../../engine/judged-plan.ts';
import { type Diagnostic, forBuild, hasErrors } from '../../kernel/diagnostics.ts';
import type { BuildPlan } from '../../template/plan.ts';
import type { TemplateReading } from '../../template/reading.ts';
import type { TemplateRequest } from '../build-request.ts';
import type { Plugins } from '../registry.ts';
import type { Surroundings } from '../surroundings.ts';
import { readTemplate } from './read-template.ts';

/** A template that has been read and judged. */
export interface PlannedTemplate {
  /** Undefined when it can't be used; the diagnostics say why. */
  readonly plan: BuildPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where a file can't be read at all. */
  readonly reading: TemplateReading | undefined;
}

export interface PlanPurpose {
  readonly force: boolean;
  /** Whether it is to be built: then what does not run yet is an error. */
  readonly toBuild: boolean;
}

/** Reads a template and lets the plugins judge their options. Touches nothing but files; reports all that it finds. */
export async function planTemplate(
  request: TemplateRequest & Surroundings & PlanPurpose,
  registry: Plugins,
): Promise<PlannedTemplate> {
  const { value: plan, judged, reading, diagnostics: ofTemplate } = await readTemplate(request, registry);
  const found = [...ofTemplate, ...judgePlan({ builds: judged }, registry, request)];
  const diagnostics = request.toBuild ? forBuild(found) : found;
  for (const diagnostic of diagnostics) request.reporter.report({ type: 'diagnostic', diagnostic });
  return { plan: hasErrors(diagnostics) ? undefined : plan, diagnostics, reading };
}
