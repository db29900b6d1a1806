import type { Diagnosed } from '../kernel/diagnostics.ts';
import type { DecodedOptions, Schema } from '../kernel/schema.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { COMMON_BUILD_NAMES, RUN_ONLY_BUILD_NAMES } from './compatibility.ts';
import type { TemplateReading } from './reading.ts';
import type { HiddenSpan } from './unread-secrets.ts';

/** What a template comes to: plain, frozen data. Nothing downstream reads the template's text again. */
export interface BuildPlan {
  /** The template as the user named it: a file or a folder. */
  readonly template: string;
  /** One for each selected source of each build block, in the order of the template. */
  readonly builds: readonly PlannedBuild[];
}

export interface PlannedBuild {
  /** Packer's full build name: `<build.name>.<type>.<source>`, or `<type>.<source>` for a build block without a name. */
  readonly name: string;
  /** What `-only` has to be for this build, and those of the same name, to run alone. */
  readonly only: string;
  readonly source: SourceName;
  /** Options of the builder and of its communicator, decoded together. */
  readonly builder: PlannedComponent;
  readonly provisioners: readonly PlannedProvisioner[];
  /** Runs once when a build has failed, while the machine still is there. */
  readonly errorCleanupProvisioner: PlannedProvisioner | undefined;
  /** Each chain begins with the builder's artifact. */
  readonly postProcessorChains: readonly (readonly PlannedPostProcessor[])[];
  /** Renders the `{{ }}` in a text whose option is declared to be rendered at the run. */
  readonly render: RenderTemplate;
}

export interface SourceName {
  /** The builder: `amazon-ebs`. */
  readonly type: string;
  /** The label of the source block; Packer's PACKER_BUILD_NAME. */
  readonly name: string;
  /** The local name where the build block's own `source` gives one, else the label. */
  readonly localName: string;
}

/** One block of the template that a plugin runs. */
export interface PlannedComponent {
  /** `shell`, `amazon-ebs`, `manifest`, … */
  readonly type: string;
  /** The block's header, for messages. */
  readonly range: SourceRange;
  /** As far as it is known before the run. */
  readonly decoded: DecodedOptions<unknown>;
  /** The same block with what only the run knows (`build.ID`, `build.Host`, …). */
  atRun(generated: GeneratedData): Promise<Diagnosed<DecodedOptions<unknown>>>;
}

export interface PlannedProvisioner extends PlannedComponent {
  readonly name: string | undefined;
  readonly pauseBeforeMs: number;
  /** Unlimited when undefined. */
  readonly timeoutMs: number | undefined;
  /** Tries after the first one. */
  readonly maxRetries: number;
  readonly continueOnError: boolean;
}

export interface PlannedPostProcessor extends PlannedComponent {
  readonly name: string | undefined;
  readonly keepInputArtifact: boolean | undefined;
}

/** What only the run knows, by Packer's names: `ID`, `Host`, `Port`, `User`, `SourceAMI`, `BuildRegion`, … */
export type GeneratedData = Readonly<Record<string, GeneratedValue>>;
export type GeneratedValue = string | number | boolean | Readonly<Record<string, string>>;

/** Renders `{{ }}`; `data` are the fields (`{{ .Vars }}`). Throws a BakeError (category `template`) on a wrong text. */
export type RenderTemplate = (text: string, data: GeneratedData) => string;

/** What the template layer has to know of the plugins: their option schemas and the names that they announce. */
export interface ComponentCatalog {
  readonly builders: ReadonlyMap<string, BuilderDescription>;
  readonly provisioners: ReadonlyMap<string, ComponentDescription>;
  readonly postProcessors: ReadonlyMap<string, ComponentDescription>;
  /** Components of well-known plugins that are not built in: name to what to do instead. */
  readonly foreign: ReadonlyMap<string, string>;
}

export interface ComponentDescription {
  readonly type: string;
  readonly schema: Schema;
}

export interface BuilderDescription extends ComponentDescription {
  /** Names that this builder adds to `build.*`, for example `SourceAMIName`. */
  readonly generatedNames: readonly string[];
}

/** All names that the data of a build will have; undefined where its builder is not known. */
export function buildDataNames(builder: BuilderDescription | undefined): readonly string[] | undefined {
  return builder && [...COMMON_BUILD_NAMES, ...RUN_ONLY_BUILD_NAMES, ...builder.generatedNames];
}

/** The plan, or why there is none; warnings come with a plan too. */
export interface PlanResult extends Diagnosed<BuildPlan> {
  /**
   * Every text that must not be shown, as far as the template could be read: to be registered as secrets before the
   * diagnostics are told, since those quote values and lines.
   */
  readonly sensitiveValues: readonly string[];
  /** Pieces of the files that must not be shown either, however they are spelled. */
  readonly hidden: readonly HiddenSpan[];
  /** Undefined when a file, or what was given on the command line, can't be read at all. */
  readonly reading: TemplateReading | undefined;
  /**
   * The builds for the plugins to judge. Also where something else is wrong with the template, so that all errors come out
   * together; what is wrong itself counts as unknown then. None where a file can't be read.
   */
  readonly judged: readonly PlannedBuild[];
}
