import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { DecodedOptions } from '../kernel/schema.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { BuildPlan, PlannedBuild, PlannedComponent } from '../template/plan.ts';
import { DEFAULT_COMMUNICATOR } from './merged-catalog.ts';
import type { CommunicatorFactory, Registry, ValidationContext } from './ports.ts';

/**
 * Lets the plugins judge their options: all findings of all builds at once. A plugin that does not exist is an error, and
 * so is an option that is missing.
 */
export function judgePlan(
  { builds }: Pick<BuildPlan, 'builds'>,
  registry: Registry,
  context: ValidationContext,
): readonly Diagnostic[] {
  return withoutRepetition(builds.flatMap((planned) => judgeBuild(planned, registry, context)));
}

function judgeBuild(planned: PlannedBuild, registry: Registry, context: ValidationContext): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const judge = (plugins: ReadonlyMap<string, Judge>, component: PlannedComponent, what: string): void => {
    const plugin = find(plugins, component, what, diagnostics);
    if (plugin !== undefined) diagnostics.push(...plugin.validate(component.decoded, context));
  };
  judge(registry.builders, planned.builder, 'builder');
  const communicator = findCommunicator(registry, planned.builder, diagnostics);
  if (communicator !== undefined) {
    const missing = missingOptions(communicator, planned.builder);
    diagnostics.push(...(missing.length > 0 ? missing : communicator.validate(planned.builder.decoded, context)));
  }
  for (const provisioner of provisionersOf(planned)) judge(registry.provisioners, provisioner, 'provisioner');
  for (const postProcessor of planned.postProcessorChains.flat()) {
    judge(registry.postProcessors, postProcessor, 'post-processor');
  }
  return diagnostics;
}

/** What builders, provisioners and post-processors have in common. */
interface Judge {
  validate(decoded: DecodedOptions<unknown>, context: ValidationContext): readonly Diagnostic[];
}

function provisionersOf({ provisioners, errorCleanupProvisioner }: PlannedBuild): readonly PlannedComponent[] {
  return errorCleanupProvisioner === undefined ? provisioners : [...provisioners, errorCleanupProvisioner];
}

function find<T>(
  plugins: ReadonlyMap<string, T>,
  component: PlannedComponent,
  what: string,
  diagnostics: Diagnostic[],
): T | undefined {
  const plugin = plugins.get(component.type);
  if (plugin === undefined) {
    diagnostics.push(
      errorDiagnostic({
        code: `unknown-${what}`,
        summary: `Unknown ${what} "${component.type}"`,
        detail: `There is no ${what} named "${component.type}".${didYouMean(component.type, plugins.keys())}`,
        subject: component.range,
      }),
    );
  }
  return plugin;
}

function findCommunicator(
  registry: Registry,
  source: PlannedComponent,
  diagnostics: Diagnostic[],
): CommunicatorFactory<unknown> | undefined {
  const type = communicatorType(source.decoded);
  const communicator = registry.communicators.get(type);
  if (communicator === undefined) {
    const known = [...registry.communicators.keys()];
    diagnostics.push(
      errorDiagnostic({
        code: 'unknown-communicator',
        summary: `Unknown communicator "${type}"`,
        detail: `There is no communicator named "${type}"; there are ${known.join(', ')}.${didYouMean(type, known)}`,
        subject: source.decoded.range('communicator'),
      }),
    );
  }
  return communicator;
}

/** What the chosen communicator requires; see `mergedCatalog`. */
function missingOptions(
  { type, schema }: CommunicatorFactory<unknown>,
  source: PlannedComponent,
): readonly Diagnostic[] {
  return Object.entries(schema)
    .filter(([name, each]) => each.kind !== 'unsupported' && each.required && !source.decoded.given(name))
    .map(([name]) =>
      errorDiagnostic({
        code: 'missing-option',
        summary: 'Missing argument',
        detail: `The argument "${name}" is required by the communicator "${type}", but it is not written.`,
        subject: source.range,
      }),
    );
}

/** Which communicator a source asks for. */
export function communicatorType({ options }: DecodedOptions<unknown>): string {
  const named = typeof options === 'object' && options !== null && 'communicator' in options && options.communicator;
  return typeof named === 'string' && named !== '' ? named : DEFAULT_COMMUNICATOR;
}

/** Sources that several builds share, and provisioners that run for several sources, are judged once for each. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const key = JSON.stringify([diagnostic.code, diagnostic.summary, diagnostic.detail, diagnostic.subject]);
    return !seen.has(key) && seen.add(key);
  });
}
