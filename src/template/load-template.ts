import { childScope, EMPTY_SCOPE, type Scope } from '../hcl/scope.ts';
import type { Source } from '../hcl/source.ts';
import { Value } from '../hcl/values/value.ts';
import { type Diagnostic, hasErrors } from '../kernel/diagnostics.ts';
import { Turns } from '../kernel/turns.ts';
import { type BuildDeclaration, readBuild } from './build-declarations.ts';
import { planBuilds } from './build-planner.ts';
import { BuildSelector } from './build-selection.ts';
import { clearerInOrder } from './clearer-diagnostics.ts';
import { PACKER_VERSION } from './compatibility.ts';
import { readDataDeclarations } from './data-sources.ts';
import { type Declarations, readDeclarations } from './declarations.ts';
import { DeclaredSources } from './declared-sources.ts';
import { Findings } from './findings.ts';
import { deepFreeze } from './frozen.ts';
import { type TemplateFunctions, templateFunctions } from './functions.ts';
import { HcpRegistryReader } from './hcp-registry.ts';
import { loadLegacyTemplate } from './legacy/load-legacy-template.ts';
import { parseTemplateFile } from './parse-template-file.ts';
import type { BuildPlan, PlannedBuild, PlanResult } from './plan.ts';
import { readTemplate } from './reading.ts';
import { RemoteAnswers } from './remote-answers.ts';
import type { PlanRequest, TemplatePorts } from './request.ts';
import { constantObjects, UNKNOWN_SOURCE } from './scopes.ts';
import { sensitiveOptionNames, sensitiveTexts } from './sensitive-values.ts';
import { readSource } from './source-files.ts';
import { syntaxFirst } from './syntax-first.ts';
import { readTemplateFiles, type TemplateFiles } from './template-files.ts';
import { type RendererSurroundings, TextRenderer } from './text-renderer.ts';
import { reportUndeclared } from './undeclared-variables.ts';
import { secretLiterals, type UnreadSecrets, unreadSecrets, valuesInVariableFile } from './unread-secrets.ts';
import { urlPasswords } from './url-passwords.ts';
import { dataObject, evaluateGraph, type GraphValues } from './value-graph.ts';
import { type Assignment, commandAssignments, environmentAssignments } from './variable-assignments.ts';
import { fileAssignments } from './variable-files.ts';
import { type VariableValues, variableValues } from './variable-values.ts';

/**
 * Reads a template with the values for its variables, and says what is to be built. Everything that is wrong comes out
 * at once, in `diagnostics`; there is no plan then. Nothing is touched but the ports.
 */
export async function loadTemplate(request: PlanRequest, ports: TemplatePorts): Promise<PlanResult> {
  const findings = new Findings();
  const files = readTemplateFiles(request.template, request.workingDirectory, ports.fileSystem, request.configType);
  findings.add(files.diagnostics);
  if (files.templates.length === 0) {
    return {
      value: undefined,
      diagnostics: findings.diagnostics,
      sensitiveValues: [],
      hidden: [],
      reading: undefined,
      judged: [],
    };
  }
  const [first] = files.templates;
  if (files.isLegacy && first !== undefined) return loadLegacyTemplate(request, ports, files, first, findings);
  const remote = new RemoteAnswers(request.evaluateDataSources ? ports.askRemote : undefined, ports.signal);
  const functions = await templateFunctions(ports, files.directory, request.workingDirectory, files.templates, remote);
  return new TemplateReader(request, ports, files, functions, remote, findings).read();
}

class TemplateReader {
  readonly #request: PlanRequest;
  readonly #ports: TemplatePorts;
  readonly #files: TemplateFiles;
  readonly #functions: TemplateFunctions;
  readonly #remote: RemoteAnswers;
  readonly #findings: Findings;
  readonly #sources: Map<string, Source>;
  /** What is wrong with the text of the template's files. */
  readonly #syntax = new Set<Diagnostic>();

  constructor(
    request: PlanRequest,
    ports: TemplatePorts,
    files: TemplateFiles,
    functions: TemplateFunctions,
    remote: RemoteAnswers,
    findings: Findings,
  ) {
    this.#request = request;
    this.#ports = ports;
    this.#files = files;
    this.#functions = functions;
    this.#remote = remote;
    this.#findings = findings;
    this.#sources = new Map([...files.templates, ...files.autoVariables].map((source) => [source.filename, source]));
  }

  async read(): Promise<PlanResult> {
    const declarations = this.#declarations();
    const assignments = this.#assignments(declarations);
    const { warnOnUndeclared = false } = this.#request;
    reportUndeclared(assignments, declarations.variables, warnOnUndeclared, this.#findings);
    // What is wrong from here on leaves the template readable.
    const isReadable = !hasErrors(this.#findings.diagnostics);
    const { values: variables, refused } = this.#variables(declarations, assignments);
    const constants = constantObjects(this.#files.root, this.#request.workingDirectory);
    const scope = childScope({ ...EMPTY_SCOPE, functions: this.#functions.standard }, [
      ...constants,
      ['var', Value.object(variables)],
      UNKNOWN_SOURCE,
    ]);
    const { locals, data } = await this.#graph(declarations, scope);
    const withLocals = childScope(scope, [
      ['local', Value.object(locals)],
      ['data', dataObject(data)],
    ]);
    const turns = new Turns(this.#ports.signal);
    const { buildBlocks, builds, findings } = await this.#remote.settle(async () => {
      await turns.next();
      // What is said before all answers are there does not count.
      const ofBuilds = new Findings();
      const registries = new HcpRegistryReader(ofBuilds);
      for (const registry of declarations.registries) registries.read(registry, withLocals);
      const sources = new DeclaredSources(declarations, this.#ports.catalog, ofBuilds);
      const blocks = declarations.builds.map((block) => readBuild(block, sources, registries, withLocals, ofBuilds));
      return {
        buildBlocks: blocks,
        builds: await this.#builds(declarations, blocks, withLocals, ofBuilds, turns),
        findings: ofBuilds,
      };
    });
    this.#findings.add(findings.diagnostics);
    const inUrls = Array.from(this.#sources.values()).flatMap(({ text }) => urlPasswords(text));
    const ofValues = sensitiveTexts({
      declarations,
      assignments,
      variables,
      locals,
      data,
      builds,
      catalog: this.#ports.catalog,
    });
    const diagnostics = this.#diagnostics(declarations);
    const { spans: hidden, texts: unread } = this.#unread(declarations, diagnostics);
    const sensitiveValues = [...new Set([...ofValues, ...this.#functions.noted.texts, ...inUrls, ...unread])];
    const reading = isReadable
      ? readTemplate({
          declarations,
          variables: new Map([...variables, ...refused]),
          locals,
          builds: buildBlocks,
          selection: this.#request,
          scope: withLocals,
          directory: this.#files.directory,
        })
      : undefined;
    const judged = isReadable ? builds : [];
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics, sensitiveValues, hidden, reading, judged };
    const plan: BuildPlan = { template: this.#request.template, builds };
    return { value: deepFreeze(plan), diagnostics, sensitiveValues, hidden, reading, judged };
  }

  /** Where the files may hold secrets that were not read, since something is wrong there. */
  #unread({ variables }: Declarations, diagnostics: readonly Diagnostic[]): UnreadSecrets {
    const sensitive = new Map(Array.from(variables.values(), ({ name, sensitive }) => [name, sensitive]));
    const optionNames = sensitiveOptionNames(this.#ports.catalog);
    const templates = new Set(this.#files.templates);
    const spans = Array.from(this.#sources.values()).flatMap((source) =>
      templates.has(source) ? secretLiterals(source, optionNames) : valuesInVariableFile(source, sensitive),
    );
    return unreadSecrets(this.#sources.values(), spans, diagnostics);
  }

  #graph(declarations: Declarations, scope: Scope): Promise<GraphValues> {
    const { evaluateDataSources = false } = this.#request;
    return evaluateGraph({
      locals: declarations.locals,
      data: readDataDeclarations(declarations.dataSources, this.#ports.dataSources, this.#findings),
      scope,
      findings: this.#findings,
      // Nobody is asked for the sake of a template that can't be used anyway.
      readsData: evaluateDataSources && !hasErrors(this.#findings.diagnostics),
      remote: this.#remote,
      signal: this.#ports.signal,
      texts: {
        renderer: this.#renderer({}),
        findSource: (filename) => this.#sources.get(filename),
      },
    });
  }

  #declarations(): Declarations {
    const bodies = this.#files.templates.map((source) => {
      const { body, diagnostics } = parseTemplateFile(source);
      this.#findings.add(diagnostics);
      for (const each of diagnostics) this.#syntax.add(each);
      return body;
    });
    return readDeclarations(bodies, { ...EMPTY_SCOPE, functions: this.#functions.defaults }, this.#findings);
  }

  /** Environment, then files beside the template, `-var-file`, `-var`: the later one wins. */
  #assignments({ variables }: Declarations): readonly Assignment[] {
    const findings = this.#findings;
    const { workingDirectory, variableFiles, variables: given } = this.#request;
    const named = variableFiles
      .map((name) => this.#findings.take(readSource(name, workingDirectory, this.#ports.fileSystem)))
      .filter((source) => source !== undefined);
    for (const source of named) this.#sources.set(source.filename, source);
    return [
      ...environmentAssignments(this.#ports.environment),
      ...this.#files.autoVariables.flatMap((source) => fileAssignments(source, 'automatic file', variables, findings)),
      ...named.flatMap((source) => fileAssignments(source, 'named file', variables, findings)),
      ...commandAssignments(given),
    ];
  }

  #variables({ variables }: Declarations, assignments: readonly Assignment[]): VariableValues {
    const scope: Scope = { ...EMPTY_SCOPE, functions: this.#functions.standard };
    return variableValues(variables, assignments, scope, this.#findings);
  }

  async #builds(
    declarations: Declarations,
    blocks: readonly BuildDeclaration[],
    scope: Scope,
    findings: Findings,
    turns: Turns,
  ): Promise<readonly PlannedBuild[]> {
    const selector = new BuildSelector(this.#request);
    const builds = await planBuilds({
      builds: blocks,
      plugins: declarations.plugins,
      catalog: this.#ports.catalog,
      selector,
      scope,
      findSource: (filename) => this.#sources.get(filename),
      remote: this.#remote,
      findings,
      turns,
      renderer: (buildName, buildType, buildNames) => this.#renderer({ buildName, buildType, buildNames }),
    });
    findings.add(selector.diagnostics());
    const isWrong = hasErrors(this.#findings.diagnostics) || hasErrors(findings.diagnostics);
    if (selector.selectsNothing && !isWrong) this.#nothingToBuild(declarations, findings);
    return builds;
  }

  #diagnostics({ variables, locals, dataSources }: Declarations): readonly Diagnostic[] {
    const data = dataSources.map(({ labels }) => labels.map(({ text }) => text).join('.'));
    const names = {
      variables: [...variables.keys()],
      locals: [...locals.keys()],
      data,
      dataTypes: [...this.#ports.dataSources.keys()],
    };
    const told = clearerInOrder(this.#findings.diagnostics, this.#sources, names);
    return syntaxFirst(told, this.#syntax);
  }

  /** Outside of any build all of these are missing. */
  #renderer(build: Partial<Pick<RendererSurroundings, 'buildName' | 'buildType' | 'buildNames'>>): TextRenderer {
    return new TextRenderer({
      noted: this.#functions.noted,
      startTime: this.#ports.startTime,
      ids: this.#ports.ids,
      packerVersion: PACKER_VERSION,
      workingDirectory: this.#request.workingDirectory,
      templateDirectory: this.#files.directory,
      buildName: undefined,
      buildType: undefined,
      ...build,
    });
  }

  #nothingToBuild({ builds }: Declarations, findings: Findings): void {
    const template = this.#request.template;
    findings.error({
      code: 'nothing-to-build',
      summary: 'There is nothing to build',
      detail:
        builds.length === 0
          ? `The template "${template}" has no build block. A build names its sources: build { sources = ["source.amazon-ebs.ubuntu"] }. If it is in another file, name the folder that holds both.`
          : `"only" and "except" leave no build of the template "${template}".`,
    });
  }
}
