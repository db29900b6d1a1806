import type { Attribute, Block, Body } from '../hcl/ast.ts';
import { mergeBodies, nativeBody } from '../hcl/decode/bodies.ts';
import { partialContent } from '../hcl/decode/content.ts';
import { childScope, type Scope } from '../hcl/scope.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Turns } from '../kernel/turns.ts';
import type { BlockInScope } from './block-content.ts';
import type { BuildDeclaration, IteratedBody, SourceUse } from './build-declarations.ts';
import { patternOf } from './build-pattern.ts';
import type { BuildSelector } from './build-selection.ts';
import type { Findings } from './findings.ts';
import {
  type BuilderDescription,
  buildDataNames,
  type ComponentCatalog,
  type ComponentDescription,
  type GeneratedData,
  type PlannedBuild,
  type PlannedComponent,
  type PlannedPostProcessor,
  type PlannedProvisioner,
} from './plan.ts';
import { countSteps, isPlannable } from './plan-size.ts';
import { planComponent } from './planned-component.ts';
import type { RemoteAnswers } from './remote-answers.ts';
import type { RequiredPlugin } from './required-plugin.ts';
import { buildObject, sourceScope } from './scopes.ts';
import { fullBuildName } from './source-reference.ts';
import { POST_PROCESSOR_SETTINGS, PROVISIONER_SETTINGS, StepSettings } from './step-settings.ts';
import type { FindSource } from './text-place.ts';
import type { TextRenderer } from './text-renderer.ts';
import { type ComponentKind, unknownComponent } from './unknown-component.ts';

/** What planning the builds of a template needs. */
export interface BuildPlanning {
  /** The build blocks, in the order of the template. */
  readonly builds: readonly BuildDeclaration[];
  readonly plugins: readonly RequiredPlugin[];
  readonly catalog: ComponentCatalog;
  readonly selector: BuildSelector;
  /** `var`, `local`, `path`, `packer` and the functions. */
  readonly scope: Scope;
  readonly findSource: FindSource;
  /** For what functions ask when a component is decoded again at the run. */
  readonly remote: RemoteAnswers;
  readonly findings: Findings;
  /** One for each source. */
  readonly turns: Turns;
  /** Texts are rendered with the name and type of their source; `buildNames` are those of the build's data, where known. */
  renderer(sourceName: string, type: string, buildNames: readonly string[] | undefined): TextRenderer;
}

/** Plans every selected build of the template, in its order; none when that would be too much, which is reported. */
export async function planBuilds(planning: BuildPlanning): Promise<readonly PlannedBuild[]> {
  const selected = planning.builds.map((declaration) => ({
    declaration,
    uses: declaration.sources
      .map((use) => ({ use, name: fullBuildName(declaration.name, use.source) }))
      .filter(({ name }) => planning.selector.selects(name)),
  }));
  const sizes = selected.map(({ declaration, uses }) => {
    return { sources: uses.length, steps: countSteps(declaration), range: declaration.range };
  });
  if (!isPlannable(sizes, planning.findings)) return [];
  const builds: PlannedBuild[] = [];
  for (const { declaration, uses } of selected) {
    const shared = namesOfSources(declaration);
    for (const { use, name } of uses) {
      await planning.turns.next();
      const planned = new SourcePlanner(planning, declaration, use, shared).plan(name);
      if (planned !== undefined) builds.push(planned);
    }
  }
  return builds;
}

/** How `only` and `except` call the sources of a build block, and how `override` does. */
interface NamesOfSources {
  readonly full: readonly string[];
  readonly local: readonly string[];
}

function namesOfSources({ sources }: BuildDeclaration): NamesOfSources {
  return {
    full: sources.map(({ source }) => `${source.type}.${source.localName}`),
    local: sources.map(({ source }) => source.localName),
  };
}

/** Plans one source of one build block. */
class SourcePlanner {
  readonly #planning: BuildPlanning;
  readonly #build: BuildDeclaration;
  readonly #use: SourceUse;
  readonly #builder: BuilderDescription | undefined;
  readonly #renderer: TextRenderer;
  /** `build.…` as all steps see it before the run. */
  readonly #beforeTheRun: Value;
  /** How `only` and `except` call this source. */
  readonly #sourceName: string;
  readonly #sourceNames: NamesOfSources;

  constructor(planning: BuildPlanning, build: BuildDeclaration, use: SourceUse, names: NamesOfSources) {
    this.#planning = planning;
    this.#build = build;
    this.#use = use;
    this.#builder = planning.catalog.builders.get(use.source.type);
    const { name, type } = use.source;
    this.#renderer = planning.renderer(name, type, buildDataNames(this.#builder));
    this.#beforeTheRun = this.#buildObject(undefined);
    this.#sourceName = `${use.source.type}.${use.source.localName}`;
    this.#sourceNames = names;
  }

  /** Undefined when the builder is not known; everything else has been checked all the same. */
  plan(name: string): PlannedBuild | undefined {
    const builder = this.#planBuilder();
    const provisioners = this.#build.provisioners.map((each) => this.#planProvisioner(each));
    const cleanup = this.#build.errorCleanupProvisioner;
    const errorCleanupProvisioner = cleanup === undefined ? undefined : this.#planProvisioner(cleanup);
    const chains = this.#build.postProcessorChains.map((chain) => this.#planChain(chain));
    if (builder === undefined) return undefined;
    return {
      name,
      only: patternOf(name),
      source: this.#use.source,
      builder,
      provisioners: provisioners.filter((each) => each !== undefined),
      errorCleanupProvisioner,
      postProcessorChains: chains.filter((chain) => chain.length > 0),
      render: this.#renderer.atRun,
    };
  }

  #planBuilder(): PlannedComponent | undefined {
    const { declaration, body, iterated, source } = this.#use;
    const { scope } = this.#planning;
    const description = this.#known('builder', source.type, declaration.typeRange, this.#builder);
    if (description === undefined) return undefined;
    const own = childScope(sourceScope(scope, source), [
      ['build', Value.object({ name: Value.string(this.#build.name) })],
    ]);
    return this.#component(description, body, declaration.range, () => own, iterated);
  }

  /** Undefined when it is not known, or not meant for this source. */
  #planProvisioner(step: BlockInScope): PlannedProvisioner | undefined {
    const settings = this.#settings(step, PROVISIONER_SETTINGS);
    if (!settings.runsFor(this.#sourceName, this.#sourceNames.full)) return undefined;
    const overrides = settings.overrides(this.#use.source.localName, this.#sourceNames.local);
    const component = this.#planStep('provisioner', step, PROVISIONER_SETTINGS, overrides);
    if (component === undefined) return undefined;
    return {
      ...component,
      name: settings.name,
      pauseBeforeMs: settings.duration('pause_before') ?? 0,
      timeoutMs: settings.duration('timeout'),
      maxRetries: settings.maxRetries,
      continueOnError: settings.bool('continue_on_error') ?? false,
    };
  }

  /** A post-processor that `-except` names takes the rest of its chain with it. */
  #planChain(chain: readonly BlockInScope[]): readonly PlannedPostProcessor[] {
    const planned: PlannedPostProcessor[] = [];
    for (const step of chain) {
      const settings = this.#settings(step, POST_PROCESSOR_SETTINGS);
      if (!settings.runsFor(this.#sourceName, this.#sourceNames.full)) continue;
      const { name } = settings;
      if (this.#planning.selector.drops(name ?? typeOf(step.block))) break;
      const component = this.#planStep('post-processor', step, POST_PROCESSOR_SETTINGS, []);
      if (component === undefined) continue;
      planned.push({ ...component, name, keepInputArtifact: settings.bool('keep_input_artifact') });
    }
    return planned;
  }

  #planStep(
    kind: 'provisioner' | 'post-processor',
    step: BlockInScope,
    settings: readonly string[],
    overrides: readonly Attribute[],
  ): PlannedComponent | undefined {
    const { block } = step;
    const { provisioners, postProcessors } = this.#planning.catalog;
    const type = typeOf(block);
    const description = (kind === 'provisioner' ? provisioners : postProcessors).get(type);
    const known = this.#known(kind, type, block.labels[0]?.range ?? block.headerRange, description);
    if (known === undefined) return undefined;
    const options = withoutAttributes(block.body, [...settings, ...overrides.map(({ name }) => name)]);
    const body = mergeBodies(options, nativeBody(options, overrides));
    return this.#component(known, body, block.headerRange, (generated) => this.#stepScope(step, generated));
  }

  #settings(step: BlockInScope, names: readonly string[]): StepSettings {
    return new StepSettings(step.block, names, this.#stepScope(step, undefined), this.#planning.findings);
  }

  #stepScope(step: BlockInScope, generated: GeneratedData | undefined): Scope {
    const own = sourceScope(step.scope, this.#use.source);
    const build = generated === undefined ? this.#beforeTheRun : this.#buildObject(generated);
    return childScope(own, [['build', build]]);
  }

  #buildObject(generated: GeneratedData | undefined): Value {
    // Of a builder that is not known nobody can say what it makes known.
    if (this.#builder === undefined) return Value.unknownOf(DYNAMIC);
    return buildObject(this.#build.name, this.#builder.generatedNames, generated);
  }

  #component(
    { type, schema }: ComponentDescription,
    body: Body,
    range: SourceRange,
    scope: (generated: GeneratedData | undefined) => Scope,
    iterated?: IteratedBody,
  ): PlannedComponent {
    const { findSource, remote, findings } = this.#planning;
    const renderer = this.#renderer;
    return planComponent({ type, schema, body, range, renderer, scope, iterated }, findSource, remote, findings);
  }

  #known<D extends ComponentDescription>(
    kind: ComponentKind,
    type: string,
    range: SourceRange,
    description: D | undefined,
  ): D | undefined {
    const { catalog, plugins, findings } = this.#planning;
    if (description === undefined) findings.add([unknownComponent(kind, type, range, catalog, plugins)]);
    return description;
  }
}

function typeOf(block: Block): string {
  return block.labels[0]?.text ?? '';
}

function withoutAttributes(body: Body, names: readonly string[]): Body {
  return partialContent(body, { attributes: names.map((name) => ({ name })), blocks: [] }).rest;
}
