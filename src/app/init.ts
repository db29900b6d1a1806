import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import { BUILT_IN_PLUGINS } from '../template/compatibility.ts';
import type { TemplateRequest } from './build-request.ts';
import { inspectTemplate } from './inspect.ts';
import type { Surroundings } from './surroundings.ts';

/** A plugin that a template requires, and what becomes of that. */
export interface PluginState {
  readonly name: string;
  readonly source: string;
  readonly constraint: string;
  /** The version whose behaviour is built in; undefined: it is not. */
  readonly builtIn: string | undefined;
}

export interface InitResult {
  /** Undefined when the template can't be read or require any, which has been reported then. */
  readonly plugins: readonly PluginState[] | undefined;
}

/**
 * Says what becomes of the plugins that a template requires; downloads nothing. A legacy JSON template can't require any:
 * that is an error, as in Packer.
 */
export async function init(request: TemplateRequest & Surroundings): Promise<InitResult> {
  const { template, reporter } = request;
  const { reading, diagnostics } = await inspectTemplate(request);
  if (reading === undefined) return { plugins: undefined };
  if (reading.legacy !== undefined) {
    const diagnostic = errorDiagnostic({
      code: 'no-plugins-in-json',
      summary: `"${template}" is a legacy JSON template, which can't require plugins`,
      detail:
        'Leave "init" out for it: nothing has to be downloaded, and "validate" says whether all that it uses is built in.',
    });
    reporter.report({ type: 'diagnostic', diagnostic });
    return { plugins: undefined };
  }
  for (const diagnostic of diagnostics.filter(isAboutVersions)) reporter.report({ type: 'diagnostic', diagnostic });
  return {
    plugins: reading.plugins.map((plugin) => ({
      ...plugin,
      builtIn: BUILT_IN_PLUGINS.get(plugin.source.toLowerCase()),
    })),
  };
}

function isAboutVersions({ code }: Diagnostic): boolean {
  return code === 'unmet-version-constraint';
}
