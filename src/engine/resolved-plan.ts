import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { DecodedOptions } from '../kernel/schema.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { BuildPlan, PlannedBuild, PlannedComponent } from '../template/plan.ts';
import { DEFAULT_COMMUNICATOR } from './merged-catalog.ts';
import type { Builder, CommunicatorFactory, PostProcessor, Provisioner, Registry, ValidationContext } from './ports.ts';

/** A plan whose every block has found its plugin, and what the plugins say about their options. */
export interface ResolvedPlan {
  readonly builds: readonly ResolvedBuild[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ResolvedBuild {
  readonly planned: PlannedBuild;
  readonly builder: Builder<unknown>;
  readonly communicator: CommunicatorFactory<unknown>;
}

/**
 * Looks up the plugins and lets each of them judge its options: all findings of all builds at once. A build that lacks a
 * plugin is left out of `builds`, with an error among the diagnostics.
 */
export function resolvePlan(plan: BuildPlan, registry: Registry, context: ValidationContext): ResolvedPlan {
  const builds: ResolvedBuild[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const planned of plan.builds) {
    const builder = find(registry.builders, planned.builder, 'builder', diagnostics);
    const communicator = findCommunicator(registry, planned.builder, diagnostics);
    if (builder !== undefined) diagnostics.push(...builder.validate(planned.builder.decoded, context));
    if (communicator !== undefined) {
      const missing = missingOptions(communicator, planned.builder);
      diagnostics.push(...missing);
      if (missing.length === 0) diagnostics.push(...communicator.validate(planned.builder.decoded, context));
    }
    for (const provisioner of provisionersOf(planned)) {
      const plugin: Provisioner<unknown> | undefined = find(
        registry.provisioners,
        provisioner,
        'provisioner',
        diagnostics,
      );
      if (plugin !== undefined) diagnostics.push(...plugin.validate(provisioner.decoded, context));
    }
    for (const postProcessor of planned.postProcessorChains.flat()) {
      const plugin: PostProcessor<unknown> | undefined = find(
        registry.postProcessors,
        postProcessor,
        'post-processor',
        diagnostics,
      );
      if (plugin !== undefined) diagnostics.push(...plugin.validate(postProcessor.decoded, context));
    }
    if (builder !== undefined && communicator !== undefined) builds.push({ planned, builder, communicator });
  }
  return { builds, diagnostics: withoutRepetition(diagnostics) };
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

function communicatorType({ options }: DecodedOptions<unknown>): string {
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
