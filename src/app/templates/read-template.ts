import { homedir } from 'node:os';
import { loadTemplate } from '../../template/load-template.ts';
import type { PlanResult } from '../../template/plan.ts';
import type { TemplatePorts } from '../../template/request.ts';
import type { TemplateRequest } from '../build-request.ts';
import { catalogOf, type Plugins } from '../registry.ts';
import type { Surroundings } from '../surroundings.ts';
import { localFileSystem } from './local-file-system.ts';

/** Reads a template from this computer's files. Its secrets are registered before anybody is told about it. */
export async function readTemplate(request: TemplateRequest & Surroundings, registry: Plugins): Promise<PlanResult> {
  const result = await loadTemplate(request, templatePorts(request, registry));
  // Diagnostics quote values and lines.
  for (const value of result.sensitiveValues) request.secrets.register(value);
  for (const span of result.hidden) request.secrets.hide(span.filename, span);
  return result;
}

/** This process's world, as the template layer may see it. */
export function templatePorts({ clock, ids, environment, signal }: Surroundings, registry: Plugins): TemplatePorts {
  return {
    fileSystem: localFileSystem,
    catalog: catalogOf(registry),
    dataSources: registry.dataSources,
    askRemote: registry.askRemote,
    signal,
    clock,
    ids,
    startTime: clock.now(),
    environment,
    homeDirectory: environment['HOME'] || homedir(),
  };
}
