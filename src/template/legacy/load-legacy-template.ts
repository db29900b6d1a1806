import type { Source } from '../../hcl/source.ts';
import { type Diagnosed, type Diagnostic, hasErrors } from '../../kernel/diagnostics.ts';
import { Turns } from '../../kernel/turns.ts';
import { COMMON_BUILD_NAMES, PACKER_VERSION } from '../compatibility.ts';
import { Findings } from '../findings.ts';
import { deepFreeze } from '../frozen.ts';
import { NotedSecrets } from '../noted-secrets.ts';
import { buildDataNames, type PlannedBuild, type PlanResult } from '../plan.ts';
import { RemoteAnswers } from '../remote-answers.ts';
import type { PlanRequest, TemplatePorts } from '../request.ts';
import { sensitiveOptionNames, sensitiveOptions } from '../sensitive-values.ts';
import { readSource } from '../source-files.ts';
import type { TemplateFiles } from '../template-files.ts';
import { TextRenderer } from '../text-renderer.ts';
import { secretLiterals, type UnreadSecrets, unreadSecrets, valuesInVariableFile } from '../unread-secrets.ts';
import { urlPasswords } from '../url-passwords.ts';
import type { LegacyTemplate } from './declarations.ts';
import { withoutFollowUps } from './parse-legacy-json.ts';
import { planLegacyBuilds } from './plan-builds.ts';
import { readLegacyTemplate } from './read-template.ts';
import { legacyReading } from './reading.ts';
import { NameSelector } from './selection.ts';
import { SingleTexts } from './single-texts.ts';
import { type GivenVariable, type UserVariableValues, userVariables } from './user-variables.ts';
import { legacyVariableFile } from './variable-files.ts';

/** Reads a template in Packer's older JSON format, as `loadTemplate` reads one in HCL2. */
export function loadLegacyTemplate(
  request: PlanRequest,
  ports: TemplatePorts,
  { directory }: TemplateFiles,
  source: Source,
  findings: Findings,
): Promise<PlanResult> {
  return new LegacyLoader(request, ports, directory, findings).load(source);
}

/** Texts with the variables that the request gives, and no template. */
export async function textsWithoutTemplate(
  request: PlanRequest,
  ports: TemplatePorts,
): Promise<Diagnosed<SingleTexts> & { readonly value: SingleTexts }> {
  const findings = new Findings();
  const value = await new LegacyLoader(request, ports, request.workingDirectory, findings).textsAlone();
  return { value, diagnostics: findings.diagnostics };
}

class LegacyLoader {
  readonly #request: PlanRequest;
  readonly #ports: TemplatePorts;
  readonly #directory: string;
  readonly #findings: Findings;
  readonly #sources = new Map<string, Source>();
  readonly #remote: RemoteAnswers;
  readonly #noted = new NotedSecrets();

  /** `directory` is what `{{ template_dir }}` shows, absolute. */
  constructor(request: PlanRequest, ports: TemplatePorts, directory: string, findings: Findings) {
    this.#request = request;
    this.#ports = ports;
    this.#directory = directory;
    this.#findings = findings;
    this.#remote = new RemoteAnswers(request.evaluateDataSources ? ports.askRemote : undefined, ports.signal);
  }

  async load(source: Source): Promise<PlanResult> {
    this.#sources.set(source.filename, source);
    const template = readLegacyTemplate(source, this.#findings);
    const given = this.#given();
    if (template === undefined) {
      const diagnostics = withoutFollowUps(this.#findings.diagnostics, source);
      const { spans: hidden, texts } = this.#unread(source, NO_TEMPLATE, diagnostics);
      const sensitiveValues = [...this.#urlPasswords(), ...texts];
      return { value: undefined, diagnostics, sensitiveValues, hidden, reading: undefined, judged: [] };
    }
    const isReadable = !hasErrors(this.#findings.diagnostics);
    this.#findings.add(template.problems);
    const variables = await this.#variables(template, given);
    const builds = await this.#builds(template, variables);
    const known = this.#sensitiveValues(template, given, variables.values, builds);
    const diagnostics = withoutFollowUps(this.#findings.diagnostics, source);
    const { spans: hidden, texts: unread } = this.#unread(source, template, diagnostics);
    const sensitiveValues = [...new Set([...known, ...unread])];
    const texts = this.#texts(template, variables);
    const reading = isReadable ? legacyReading(template, variables, builds, texts, this.#directory) : undefined;
    const judged = isReadable ? builds : [];
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics, sensitiveValues, hidden, reading, judged };
    const plan = deepFreeze({ template: this.#request.template, builds });
    return { value: plan, diagnostics, sensitiveValues, hidden, reading, judged };
  }

  async textsAlone(): Promise<SingleTexts> {
    return this.#texts(NO_TEMPLATE, await this.#variables(NO_TEMPLATE, this.#given()));
  }

  #texts({ sensitiveVariables }: LegacyTemplate, variables: UserVariableValues): SingleTexts {
    return new SingleTexts(variables, sensitiveVariables, this.#surroundings(), this.#noted);
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

  async #builds(
    template: LegacyTemplate,
    { values, unknown, sensitive }: UserVariableValues,
  ): Promise<readonly PlannedBuild[]> {
    const selector = new NameSelector(this.#request);
    const declared = new Set([...template.variables.keys(), ...values.keys()]);
    const builds = await planLegacyBuilds({
      turns: new Turns(this.#ports.signal),
      template,
      catalog: this.#ports.catalog,
      selector,
      findSource: (filename) => this.#sources.get(filename),
      remote: this.#remote,
      findings: this.#findings,
      renderer: (build, builder) =>
        new TextRenderer({
          ...this.#surroundings(),
          buildName: build?.name,
          buildType: build?.type,
          // What the run renders once more passes itself through.
          announced: build === undefined ? [] : [...COMMON_BUILD_NAMES, ...(builder?.generatedNames ?? [])],
          buildNames: buildDataNames(builder),
          // One that there is not is the empty text, as in Packer; where it is written that is a warning.
          userVariables: {
            names: declared,
            unknown,
            value: (name) => values.get(name) ?? '',
            sensitive,
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
      noted: this.#noted,
      startTime: this.#ports.startTime,
      ids: this.#ports.ids,
      packerVersion: PACKER_VERSION,
      workingDirectory: this.#request.workingDirectory,
      templateDirectory: this.#directory,
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
    const inOptions = sensitiveOptions(builds, this.#ports.catalog);
    return [
      ...new Set([...texts.filter((text) => text !== ''), ...this.#noted.texts, ...inOptions, ...this.#urlPasswords()]),
    ];
  }

  /** Where the files may hold secrets that were not read, since something is wrong there. */
  #unread(
    template: Source,
    { variables, sensitiveVariables }: LegacyTemplate,
    diagnostics: readonly Diagnostic[],
  ): UnreadSecrets {
    const sensitive = new Map(Array.from(variables.keys(), (name) => [name, sensitiveVariables.has(name)]));
    const optionNames = sensitiveOptionNames(this.#ports.catalog);
    const spans = Array.from(this.#sources.values()).flatMap((source) =>
      source === template ? secretLiterals(source, optionNames) : valuesInVariableFile(source, sensitive),
    );
    return unreadSecrets(this.#sources.values(), spans, diagnostics);
  }

  #urlPasswords(): readonly string[] {
    return Array.from(this.#sources.values()).flatMap(({ text }) => urlPasswords(text));
  }
}

const NO_TEMPLATE: LegacyTemplate = {
  description: undefined,
  variables: new Map(),
  sensitiveVariables: new Set(),
  builders: [],
  provisioners: [],
  errorCleanupProvisioner: undefined,
  postProcessorChains: [],
  problems: [],
};
