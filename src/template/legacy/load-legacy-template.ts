import { EMPTY_SCOPE } from '../../hcl/scope.ts';
import type { Source } from '../../hcl/source.ts';
import { DYNAMIC } from '../../hcl/values/types.ts';
import { SENSITIVE, Value } from '../../hcl/values/value.ts';
import { hasErrors } from '../../kernel/diagnostics.ts';
import { PACKER_VERSION } from '../compatibility.ts';
import { Findings } from '../findings.ts';
import { deepFreeze } from '../frozen.ts';
import type { PlannedBuild, PlanResult } from '../plan.ts';
import type { ReadBuild, TemplateReading } from '../reading.ts';
import { RemoteAnswers } from '../remote-answers.ts';
import type { PlanRequest, TemplatePorts } from '../request.ts';
import { sensitiveOptions } from '../sensitive-values.ts';
import { readSource } from '../source-files.ts';
import type { TemplateFiles } from '../template-files.ts';
import { TextRenderer } from '../text-renderer.ts';
import type { LegacyStep, LegacyTemplate } from './declarations.ts';
import { planLegacyBuilds } from './plan-builds.ts';
import { readLegacyTemplate } from './read-template.ts';
import { NameSelector } from './selection.ts';
import { type GivenVariable, type UserVariableValues, userVariables } from './user-variables.ts';
import { legacyVariableFile } from './variable-files.ts';

/** Reads a template in Packer's older JSON format, as `loadTemplate` reads one in HCL2. */
export function loadLegacyTemplate(
  request: PlanRequest,
  ports: TemplatePorts,
  files: TemplateFiles,
  source: Source,
  findings: Findings,
): Promise<PlanResult> {
  return new LegacyLoader(request, ports, files, source, findings).load();
}

class LegacyLoader {
  readonly #request: PlanRequest;
  readonly #ports: TemplatePorts;
  readonly #files: TemplateFiles;
  readonly #findings: Findings;
  readonly #template: Source;
  readonly #sources: Map<string, Source>;
  readonly #remote: RemoteAnswers;

  constructor(request: PlanRequest, ports: TemplatePorts, files: TemplateFiles, source: Source, findings: Findings) {
    this.#request = request;
    this.#ports = ports;
    this.#files = files;
    this.#findings = findings;
    this.#template = source;
    this.#sources = new Map([[source.filename, source]]);
    this.#remote = new RemoteAnswers(request.evaluateDataSources ? ports.askRemote : undefined, ports.signal);
  }

  async load(): Promise<PlanResult> {
    const template = readLegacyTemplate(this.#template, this.#findings);
    const given = this.#given();
    if (template === undefined) {
      const { diagnostics } = this.#findings;
      return { value: undefined, diagnostics, sensitiveValues: [], reading: undefined, judged: [] };
    }
    const isReadable = !hasErrors(this.#findings.diagnostics);
    this.#findings.add(template.problems);
    const variables = await this.#variables(template, given);
    const builds = this.#builds(template, variables);
    const sensitiveValues = this.#sensitiveValues(template, given, variables.values, builds);
    const { diagnostics } = this.#findings;
    const reading = isReadable ? this.#reading(template, variables, builds) : undefined;
    const judged = isReadable ? builds : [];
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics, sensitiveValues, reading, judged };
    const plan = deepFreeze({ template: this.#request.template, builds });
    return { value: plan, diagnostics, sensitiveValues, reading, judged };
  }

  /** Variable files in their order, then `-var`: the later one wins. The environment gives nothing here, as in Packer. */
  #given(): readonly GivenVariable[] {
    const { workingDirectory, variableFiles, variables } = this.#request;
    const files = variableFiles.flatMap((name) => {
      const source = this.#findings.take(readSource(name, workingDirectory, this.#ports.fileSystem));
      if (source === undefined) return [];
      this.#sources.set(source.filename, source);
      return legacyVariableFile(source, this.#findings);
    });
    return [...files, ...variables.map(({ name, value }) => ({ name, text: value, range: undefined }))];
  }

  async #variables(template: LegacyTemplate, given: readonly GivenVariable[]): Promise<UserVariableValues> {
    const { variables, findings } = await this.#remote.settle(() => {
      // Of the last round: the ones before lacked answers.
      const findings = new Findings();
      const variables = userVariables({
        template,
        given,
        surroundings: this.#surroundings(),
        environment: this.#ports.environment,
        remote: this.#remote.lookUp,
        findSource: (filename) => this.#sources.get(filename),
        findings,
      });
      return { variables, findings };
    });
    this.#findings.add(findings.diagnostics);
    return variables;
  }

  #builds(template: LegacyTemplate, { values, unknown }: UserVariableValues): readonly PlannedBuild[] {
    const selector = new NameSelector(this.#request);
    const declared = new Set([...template.variables.keys(), ...values.keys()]);
    const builds = planLegacyBuilds({
      template,
      catalog: this.#ports.catalog,
      selector,
      findSource: (filename) => this.#sources.get(filename),
      remote: this.#remote,
      findings: this.#findings,
      renderer: (build, announced) =>
        new TextRenderer({
          ...this.#surroundings(),
          buildName: build?.name,
          buildType: build?.type,
          announced,
          // One that there is not is the empty text, as in Packer; where it is written that is a warning.
          userVariables: {
            names: declared,
            unknown,
            value: (name) => values.get(name) ?? '',
            sensitive: template.sensitiveVariables,
          },
        }),
    });
    this.#findings.add(selector.diagnostics());
    if (selector.selectsNothing && !hasErrors(this.#findings.diagnostics)) {
      this.#findings.error({
        code: 'nothing-to-build',
        summary: 'There is nothing to build',
        detail: `"only" and "except" leave no build of the template "${this.#request.template}".`,
      });
    }
    return builds;
  }

  #surroundings(): ConstructorParameters<typeof TextRenderer>[0] {
    return {
      startTime: this.#ports.startTime,
      ids: this.#ports.ids,
      packerVersion: PACKER_VERSION,
      workingDirectory: this.#request.workingDirectory,
      templateDirectory: this.#files.directory,
      buildName: undefined,
      buildType: undefined,
    };
  }

  /** Of sensitive variables also what was given and could not be used; those of options that hold secrets. */
  #sensitiveValues(
    { variables, sensitiveVariables }: LegacyTemplate,
    given: readonly GivenVariable[],
    values: ReadonlyMap<string, string>,
    builds: readonly PlannedBuild[],
  ): readonly string[] {
    const texts = [...sensitiveVariables].flatMap((name) => [
      values.get(name) ?? variables.get(name)?.fallback ?? '',
      ...given.filter((each) => each.name === name).map(({ text }) => text),
    ]);
    return [...new Set([...texts.filter((text) => text !== ''), ...sensitiveOptions(builds, this.#ports.catalog)])];
  }

  #reading(
    template: LegacyTemplate,
    { values, unknown }: UserVariableValues,
    builds: readonly PlannedBuild[],
  ): TemplateReading {
    return {
      plugins: [],
      variables: Array.from(template.variables.values(), ({ name, range }) => {
        const sensitive = template.sensitiveVariables.has(name);
        const text = unknown.has(name) ? undefined : values.get(name);
        const value = text === undefined ? Value.unknownOf(DYNAMIC) : Value.string(text);
        return {
          name,
          description: undefined,
          sensitive,
          value: sensitive ? value.withMarks([SENSITIVE]) : value,
          range,
        };
      }),
      locals: [],
      dataSources: [],
      builds: [readBuild(template, builds)],
      legacy: {
        description: template.description,
        variables: Array.from(template.variables.values(), ({ name, fallback }) => ({
          name,
          fallback,
          sensitive: template.sensitiveVariables.has(name),
        })),
        builders: template.builders.map(({ name, type }) => ({ name, type })),
        provisioners: template.provisioners.map(({ type }) => type),
      },
      scope: EMPTY_SCOPE,
      directory: this.#files.directory,
    };
  }
}

function readBuild(template: LegacyTemplate, builds: readonly PlannedBuild[]): ReadBuild {
  const step = ({ type, name }: LegacyStep) => ({ type, name: name === type ? undefined : name });
  const cleanup = template.errorCleanupProvisioner;
  return {
    name: '',
    description: template.description,
    sources: builds.map(({ name }) => name),
    provisioners: template.provisioners.map(step),
    errorCleanupProvisioner: cleanup === undefined ? undefined : step(cleanup),
    postProcessorChains: template.postProcessorChains.map((chain) => chain.map(step)),
  };
}
