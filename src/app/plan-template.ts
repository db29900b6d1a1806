import { homedir } from 'node:os';
import type { Registry } from '../engine/ports.ts';
import { type ResolvedBuild, resolvePlan } from '../engine/resolved-plan.ts';
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
  readonly builds: readonly ResolvedBuild[];
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
  const resolved = plan === undefined ? undefined : resolvePlan(plan, registry, request);
  const diagnostics = [...ofTemplate, ...(resolved?.diagnostics ?? [])];
  for (const diagnostic of diagnostics) request.reporter.report({ type: 'diagnostic', diagnostic });
  if (plan === undefined || resolved === undefined || hasErrors(diagnostics)) {
    return { plan: undefined, builds: [], diagnostics };
  }
  return { plan, builds: resolved.builds, diagnostics };
}
