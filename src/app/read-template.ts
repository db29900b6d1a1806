import { homedir } from 'node:os';
import type { Registry } from '../engine/ports.ts';
import { loadTemplate } from '../template/load-template.ts';
import type { PlanResult } from '../template/plan.ts';
import type { TemplatePorts } from '../template/request.ts';
import type { Surroundings, TemplateRequest } from './build.ts';
import { localFileSystem } from './local-file-system.ts';
import { catalogOf } from './registry.ts';

/** Reads a template from this computer's files. Its secrets are registered before anybody is told about it. */
export async function readTemplate(request: TemplateRequest & Surroundings, registry: Registry): Promise<PlanResult> {
  const result = await loadTemplate(request, templatePorts(request, registry));
  // Diagnostics quote values and lines.
  for (const value of result.sensitiveValues) request.secrets.register(value);
  return result;
}

/** This process's world, as the template layer may see it. */
export function templatePorts({ clock, ids, environment }: Surroundings, registry: Registry): TemplatePorts {
  return {
    fileSystem: localFileSystem,
    catalog: catalogOf(registry),
    clock,
    ids,
    startTime: clock.now(),
    environment,
    homeDirectory: environment['HOME'] || homedir(),
  };
}
