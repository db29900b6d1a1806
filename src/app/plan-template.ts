import { homedir } from 'node:os';
import { judgePlan } from '../engine/judged-plan.ts';
import type { Registry } from '../engine/ports.ts';
import { type Diagnostic, hasErrors } from '../kernel/diagnostics.ts';
import { loadTemplate } from '../template/load-template.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { Surroundings, TemplateRequest } from './build.ts';
import { localFileSystem } from './local-file-system.ts';
import { catalogOf } from './registry.ts';

/** A template that has been read and judged. */
export interface PlannedTemplate {
  /** Undefined when it can't be used; the diagnostics say why. */
  readonly plan: BuildPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a template and lets the plugins judge their options. Touches nothing but files; reports all that it finds. */
export async function planTemplate(
  request: TemplateRequest & Surroundings & { readonly force: boolean },
  registry: Registry,
): Promise<PlannedTemplate> {
  const {
    value: plan,
    diagnostics: ofTemplate,
    sensitiveValues,
  } = await loadTemplate(request, {
    fileSystem: localFileSystem,
    catalog: catalogOf(registry),
    clock: request.clock,
    ids: request.ids,
    startTime: request.clock.now(),
    environment: request.environment,
    homeDirectory: request.environment['HOME'] || homedir(),
  });
  // Before anything is told that could hold one of them: diagnostics quote values and lines.
  for (const value of sensitiveValues) request.secrets.register(value);
  const judgement = plan === undefined ? [] : judgePlan(plan, registry, request);
  const diagnostics = [...ofTemplate, ...judgement];
  for (const diagnostic of diagnostics) request.reporter.report({ type: 'diagnostic', diagnostic });
  return { plan: hasErrors(diagnostics) ? undefined : plan, diagnostics };
}
