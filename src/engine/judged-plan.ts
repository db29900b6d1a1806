import { type Diagnostic, errorDiagnostic, notYetDiagnostic, warningDiagnostic } from '../kernel/diagnostics.ts';
import type { DecodedOptions } from '../kernel/schema.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { BuildPlan, PlannedBuild, PlannedComponent } from '../template/plan.ts';
import { DEFAULT_COMMUNICATOR } from './merged-catalog.ts';
import type { CommunicatorFactory, DeclaredComponent, Registry, ValidationContext } from './ports.ts';

/**
 * Lets the plugins judge their options: all findings of all builds at once. A plugin that does not exist is an error, and
 * so is an option that is missing; what is declared and does not run yet is named (`Diagnostic.stopsBuild`).
 */
export function judgePlan(
  { builds }: Pick<BuildPlan, 'builds'>,
  registry: Registry,
  context: ValidationContext,
): readonly Diagnostic[] {
  return withoutRepetition(builds.flatMap((planned) => judgeBuild(planned, registry, context)));
}

function judgeBuild(planned: PlannedBuild, registry: Registry, context: ValidationContext): readonly Diagnostic[] {
  const { declared } = registry;
  const diagnostics: Diagnostic[] = [];
  const judge = (kind: Kind, component: PlannedComponent, what: string): void => {
    const plugin =
      registry[kind].get(component.type) ?? declaredComponent(declared[kind], component, what, diagnostics);
    if (plugin === undefined) diagnostics.push(unknownComponent(registry, kind, component, what));
    else diagnostics.push(...plugin.validate(component.decoded, context));
  };
  judge('builders', planned.builder, 'builder');
  if (declared.builders.get(planned.builder.type)?.connects !== false) {
    diagnostics.push(...judgeCommunicator(registry, planned.builder, context));
  }
  if (registry.builders.has(planned.builder.type)) diagnostics.push(...judgeConnections(registry, planned));
  for (const provisioner of provisionersOf(planned)) judge('provisioners', provisioner, 'provisioner');
  for (const postProcessor of planned.postProcessorChains.flat()) {
    judge('postProcessors', postProcessor, 'post-processor');
  }
  return diagnostics;
}

/** What builders, provisioners and post-processors have in common. */
type Kind = 'builders' | 'provisioners' | 'postProcessors';

/** Finds it among what is only declared, and says so. */
function declaredComponent<O>(
  plugins: ReadonlyMap<string, DeclaredComponent<O>>,
  { type, range }: PlannedComponent,
  what: string,
  diagnostics: Diagnostic[],
): DeclaredComponent<O> | undefined {
  const plugin = plugins.get(type);
  if (plugin !== undefined) {
    const summary = `The ${what} "${type}" does not run yet`;
    diagnostics.push(notYetDiagnostic({ code: `${what}-not-yet`, summary, detail: plugin.instead, subject: range }));
  }
  return plugin;
}

function provisionersOf({ provisioners, errorCleanupProvisioner }: PlannedBuild): readonly PlannedComponent[] {
  return errorCleanupProvisioner === undefined ? provisioners : [...provisioners, errorCleanupProvisioner];
}

function unknownComponent(registry: Registry, kind: Kind, { type, range }: PlannedComponent, what: string): Diagnostic {
  const known = [...registry[kind].keys(), ...registry.declared[kind].keys()];
  return errorDiagnostic({
    code: `unknown-${what}`,
    summary: `Unknown ${what} "${type}"`,
    detail: `There is no ${what} named "${type}".${didYouMean(type, known)}`,
    subject: range,
  });
}

function judgeCommunicator(
  { communicators, declared }: Registry,
  source: PlannedComponent,
  context: ValidationContext,
): readonly Diagnostic[] {
  const type = communicatorType(source.decoded);
  const subject = source.decoded.range('communicator');
  const diagnostics: Diagnostic[] = [];
  const communicator =
    communicators.get(type) ??
    declaredComponent(declared.communicators, { ...source, type, range: subject }, 'communicator', diagnostics);
  if (communicator === undefined) {
    const known = [...communicators.keys(), ...declared.communicators.keys()];
    return [
      errorDiagnostic({
        code: 'unknown-communicator',
        summary: `Unknown communicator "${type}"`,
        detail: `There is no communicator named "${type}"; there are ${known.join(', ')}.${didYouMean(type, known)}`,
        subject,
      }),
    ];
  }
  const missing = missingOptions(communicator, source);
  return [...diagnostics, ...(missing.length > 0 ? missing : communicator.validate(source.decoded, context))];
}

/** Provisioners that are certain to fail, since nobody connects to the machine: it need not be launched for that. */
function judgeConnections({ provisioners }: Registry, planned: PlannedBuild): readonly Diagnostic[] {
  if (communicatorType(planned.builder.decoded) !== 'none') return [];
  return planned.provisioners
    .filter(({ type, continueOnError }) => provisioners.get(type)?.isLocal !== true && !continueOnError)
    .filter(({ type }) => provisioners.has(type))
    .map(({ type, range }) => ({
      ...warningDiagnostic({
        code: 'provisioner-without-communicator',
        summary: `The provisioner "${type}" needs a connection, and the source has none`,
        detail: `communicator = "none" says that nobody connects to the machine of ${planned.name}. Write communicator = "ssh", leave the provisioner out for this source with "only" or "except", or put what it does into user_data.`,
        subject: range,
      }),
      stopsBuild: true,
    }));
}

/** What the chosen communicator requires; see `mergedCatalog`. */
function missingOptions(
  { type, schema }: DeclaredComponent<unknown> | CommunicatorFactory<unknown>,
  source: PlannedComponent,
): readonly Diagnostic[] {
  return Object.entries(schema)
    .filter(([name, each]) => each.required && !source.decoded.given(name) && !source.decoded.unknown(name))
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
export function communicatorType({ options }: Pick<DecodedOptions<unknown>, 'options'>): string {
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
