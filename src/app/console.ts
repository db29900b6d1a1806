import { textsWithoutTemplate } from '../template/legacy/load-legacy-template.ts';
import { constantScope } from '../template/scopes.ts';
import { SingleExpressions } from '../template/single-expressions.ts';
import type { TemplateRequest } from './build-request.ts';
import { ExpressionConsole } from './console/console-expressions.ts';
import type { ConsoleSession } from './console/console-session.ts';
import { TextConsole } from './console/console-texts.ts';
import { inspectTemplate } from './inspect.ts';
import { registryForReading } from './registry-for-reading.ts';
import type { Surroundings } from './surroundings.ts';
import { templatePorts } from './templates/read-template.ts';

export interface ConsoleRequest extends Omit<TemplateRequest, 'template'>, Surroundings {
  /** Undefined: there are no locals and data, and no variables but, in texts, those that are given. */
  readonly template: string | undefined;
}

/**
 * Opens a console: for expressions or, where the template is one in the older JSON format, for texts with `{{ }}`. Without
 * a template `configType` says which; expressions where it says nothing. Undefined when the template can't be read, which
 * has been reported as events.
 */
export async function openConsole(request: ConsoleRequest): Promise<ConsoleSession | undefined> {
  const { template, workingDirectory, evaluateDataSources: asksRemote = false } = request;
  const ports = templatePorts(request, registryForReading(request));
  if (template === undefined && request.configType === 'json') {
    const { value, diagnostics } = await textsWithoutTemplate({ ...request, template: '' }, ports);
    return new TextConsole(value, diagnostics);
  }
  if (template === undefined) {
    const scope = constantScope('.', workingDirectory);
    const place = { templateDirectory: workingDirectory, workingDirectory, asksRemote };
    const expressions = await SingleExpressions.open(scope, ports, place);
    return new ExpressionConsole(expressions, ports.dataSources.keys(), undefined, [], request.secrets);
  }
  const { reading, diagnostics } = await inspectTemplate({ ...request, template });
  if (reading === undefined) return undefined;
  if (reading.legacy !== undefined) return new TextConsole(reading.legacy.texts, diagnostics);
  const place = { templateDirectory: reading.directory, workingDirectory, asksRemote };
  const expressions = await SingleExpressions.open(reading.scope, ports, place);
  return new ExpressionConsole(expressions, ports.dataSources.keys(), reading, diagnostics, request.secrets);
}
