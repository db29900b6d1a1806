import type { JsonObject, JsonProperty } from '../../hcl/json/nodes.ts';
import { EMPTY_SCOPE } from '../../hcl/scope.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import type { Turns } from '../../kernel/turns.ts';
import type { Findings } from '../findings.ts';
import { GoTemplateProblem } from '../go-template/problem.ts';
import type {
  BuilderDescription,
  ComponentCatalog,
  ComponentDescription,
  PlannedBuild,
  PlannedComponent,
  PlannedPostProcessor,
  PlannedProvisioner,
} from '../plan.ts';
import { countSteps, isPlannable } from '../plan-size.ts';
import { planComponent } from '../planned-component.ts';
import type { RemoteAnswers } from '../remote-answers.ts';
import { invalidRetries, isMeantFor } from '../step-rules.ts';
import type { FindSource } from '../text-place.ts';
import { placeIn, textProblem } from '../text-problem.ts';
import type { TextRenderer } from '../text-renderer.ts';
import { type ComponentKind, unknownComponent } from '../unknown-component.ts';
import type { LegacyBuilder, LegacyComponent, LegacyStep, LegacyTemplate } from './declarations.ts';
import { duplicateBuilder } from './duplicate-builder.ts';
import { optionBody } from './option-body.ts';
import type { NameSelector } from './selection.ts';
import { weaklyTyped } from './weak-typing.ts';

/** What planning the builds of a JSON template needs. */
export interface LegacyPlanning {
  readonly template: LegacyTemplate;
  readonly catalog: ComponentCatalog;
  readonly selector: NameSelector;
  readonly findSource: FindSource;
  readonly remote: RemoteAnswers;
  readonly findings: Findings;
  /** One for each builder. */
  readonly turns: Turns;
  /** `builder` is what is known of the builder's type. Without a build, texts are those outside of all. */
  renderer(
    build: { readonly name: string; readonly type: string } | undefined,
    builder: BuilderDescription | undefined,
  ): TextRenderer;
}

/** Plans every selected builder of the template, in its order. */
export async function planLegacyBuilds(planning: LegacyPlanning): Promise<readonly PlannedBuild[]> {
  const { template, selector, findings } = planning;
  const names = new Map<string, LegacyBuilder>();
  const selected = template.builders.flatMap((builder) => {
    const name = renderedName(builder, planning);
    if (name === undefined) return [];
    const earlier = names.get(name);
    if (earlier !== undefined) findings.error(duplicateBuilder(name, builder, earlier));
    names.set(name, builder);
    return selector.selects(name) ? [{ builder, name }] : [];
  });
  const [first] = selected;
  if (first === undefined) return [];
  const size = { sources: selected.length, steps: countSteps(template), range: first.builder.nameRange };
  if (!isPlannable([size], findings)) return [];
  const builds: PlannedBuild[] = [];
  for (const { builder, name } of selected) {
    await planning.turns.next();
    const planned = new BuilderPlanner(planning, builder, name).plan();
    if (planned !== undefined) builds.push(planned);
  }
  return builds;
}

/** Undefined when its `{{ }}` is wrong, which has been reported. */
function renderedName({ name, nameRange }: LegacyBuilder, planning: LegacyPlanning): string | undefined {
  return rendered(name, nameRange, 'the name of a builder', planning.renderer(undefined, undefined), planning);
}

function rendered(
  text: string,
  range: SourceRange,
  what: string,
  renderer: TextRenderer,
  { findSource, findings }: LegacyPlanning,
): string | undefined {
  try {
    return renderer.atPlan(text).text;
  } catch (thrown) {
    if (!(thrown instanceof GoTemplateProblem)) throw thrown;
    const isSensitive = renderer.asksForSensitive(text);
    findings.add([textProblem(thrown, { what, isSensitive, place: placeIn(range, text, findSource) })]);
    return undefined;
  }
}

/** Plans one builder with its steps. */
class BuilderPlanner {
  readonly #planning: LegacyPlanning;
  readonly #builder: LegacyBuilder;
  readonly #name: string;
  readonly #renderer: TextRenderer;

  constructor(planning: LegacyPlanning, builder: LegacyBuilder, name: string) {
    this.#planning = planning;
    this.#builder = builder;
    this.#name = name;
    this.#renderer = planning.renderer({ name, type: builder.type }, planning.catalog.builders.get(builder.type));
  }

  /** Undefined when the builder is not known; everything else has been checked all the same. */
  plan(): PlannedBuild | undefined {
    const { template, catalog } = this.#planning;
    const { type } = this.#builder;
    const builder = this.#component('builder', this.#builder, catalog.builders.get(type), this.#builder.options);
    const provisioners = template.provisioners.map((step) =>
      this.#runsFor(step) ? this.#provisioner(step) : undefined,
    );
    // `only` and `except` mean nothing to it, as in Packer.
    const cleanup = template.errorCleanupProvisioner;
    const errorCleanupProvisioner = cleanup === undefined ? undefined : this.#provisioner(cleanup);
    const chains = template.postProcessorChains.map((chain) => this.#chain(chain));
    if (builder === undefined) return undefined;
    return {
      name: this.#builder.name === type ? this.#name : `${type}.${this.#name}`,
      only: this.#name,
      source: { type, name: this.#name, localName: this.#name },
      builder,
      provisioners: provisioners.filter((each) => each !== undefined),
      errorCleanupProvisioner,
      postProcessorChains: chains.filter((chain) => chain.length > 0),
      render: this.#renderer.atRun,
    };
  }

  /** Steps call builders by the name that is written, before `{{ }}` mean anything. */
  #runsFor({ only, except }: LegacyStep): boolean {
    const { name } = this.#builder;
    return isMeantFor(name, only, except);
  }

  #provisioner(step: LegacyStep): PlannedProvisioner | undefined {
    const overrides = step.override.get(this.#builder.name) ?? [];
    const overridden = new Set(overrides.map(({ name }) => name));
    const options = [...step.options.filter(({ name }) => !overridden.has(name)), ...overrides];
    const description = this.#planning.catalog.provisioners.get(step.type);
    const component = this.#component('provisioner', step, description, options);
    if (component === undefined) return undefined;
    return {
      ...component,
      name: undefined,
      pauseBeforeMs: step.pauseBeforeMs,
      timeoutMs: step.timeoutMs,
      maxRetries: this.#maxRetries(step),
      continueOnError: false,
    };
  }

  #maxRetries({ maxRetries }: LegacyStep): number {
    if (maxRetries === undefined || maxRetries.text === '') return 0;
    const { text, range } = maxRetries;
    const number = rendered(text, range, '"max_retries"', this.#renderer, this.#planning);
    if (number === undefined) return 0;
    if (/^\+?\d{1,9}$/.test(number)) return Number(number);
    const shown = this.#renderer.asksForSensitive(text) ? 'the sensitive text' : JSON.stringify(number);
    this.#planning.findings.error(invalidRetries(shown, range));
    return 0;
  }

  /** A post-processor that `-except` names takes the rest of its chain with it. */
  #chain(chain: readonly LegacyStep[]): readonly PlannedPostProcessor[] {
    const planned: PlannedPostProcessor[] = [];
    for (const step of chain) {
      if (!this.#runsFor(step)) continue;
      if (this.#planning.selector.drops(step.name ?? step.type)) break;
      const description = this.#planning.catalog.postProcessors.get(step.type);
      const component = this.#component('post-processor', step, description, step.options);
      if (component === undefined) continue;
      planned.push({
        ...component,
        name: step.name === step.type ? undefined : step.name,
        keepInputArtifact: step.keepInputArtifact,
      });
    }
    return planned;
  }

  #component(
    kind: ComponentKind,
    { type, typeRange, range, object }: LegacyComponent,
    description: ComponentDescription | undefined,
    options: readonly JsonProperty[],
  ): PlannedComponent | undefined {
    const { catalog, findings, findSource, remote } = this.#planning;
    if (description === undefined) {
      findings.add([unknownComponent(kind, type, typeRange, catalog, [])]);
      return undefined;
    }
    const { schema } = description;
    const body = optionBody(object ?? emptyObject(range), options, schema, findings);
    return planComponent(
      {
        type,
        schema,
        body,
        range,
        // A builder's options are read before there is anything of a run, as in Packer.
        renderer: kind === 'builder' ? this.#renderer.once() : this.#renderer,
        scope: () => EMPTY_SCOPE,
        iterated: undefined,
        typing: weaklyTyped,
      },
      findSource,
      remote,
      findings,
    );
  }
}

/** What a post-processor that is written as its type alone holds. */
function emptyObject(range: SourceRange): JsonObject {
  return { kind: 'json-object', properties: [], openRange: range, closeRange: range, range };
}
